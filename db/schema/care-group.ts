import type { Generated } from 'kysely'
import type { SessionKind } from '#domain/care/sessions.ts'
import { column, type Columns } from './column-facts.ts'

export interface CareGroupTable {
  id: string
  name: string
  kind: SessionKind
  leader: string | null
  opened_on: string
  closed_on: string | null
  close_reason: string | null
  created_at: string
  created_by: string
  version: Generated<number>
}

export const careGroupColumns = {
  id: column('none', 'Record id'),
  name: column('none', 'What it is called'),
  kind: column('none', 'What it is for'),
  leader: column('staff', 'Who leads it'),
  opened_on: column('none', 'Day it was opened'),
  closed_on: column('none', 'Day it was closed'),
  close_reason: column('none', 'Why it was closed'),
  created_at: column('none', 'When the row was made'),
  created_by: column('staff', 'Who made it'),
  version: column('none', 'Count of edits'),
} satisfies Columns<CareGroupTable>
