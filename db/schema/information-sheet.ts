import { column, type Columns } from './column-facts.ts'
import type { Generated } from 'kysely'
import type { SheetForm } from '#domain/information-sheet/information-sheet.ts'

export interface InformationSheetTable {
  id: string
  stay_id: string
  form: SheetForm
  shape: number
  body: string
  updated_at: string
  updated_by: string
  version: Generated<number>
}

export const informationSheetColumns = {
  id: column('none', 'Record id'),
  stay_id: column('none', 'Whose stay'),
  form: column('none', 'Which form of the law'),
  shape: column('none', 'Version of the body'),
  body: column('personal', 'Answers as JSON: origin, schooling, work, substances, history'),
  updated_at: column('none', 'When it was last changed'),
  updated_by: column('staff', 'Who changed it last'),
  version: column('none', 'Count of edits'),
} satisfies Columns<InformationSheetTable>
