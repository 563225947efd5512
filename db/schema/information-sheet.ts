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
