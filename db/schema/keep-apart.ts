import { column, type Columns } from './column-facts.ts'
import type { Generated } from 'kysely'

export interface KeepApartTable {
  id: string
  person_a: string
  person_b: string
  level: 'room' | 'zone'
  reason: string
  opened_at: string
  opened_by: string
  closed_at: string | null
  closed_by: string | null
  close_reason: string | null
  version: Generated<number>
}

export const keepApartColumns = {
  id: column('none', 'Record id'),
  person_a: column('personal', 'One of the pair, the smaller id'),
  person_b: column('personal', 'The other'),
  level: column('none', 'Not in one room, or not in one zone'),
  reason: column('personal', 'Why'),
  opened_at: column('none', 'Since when'),
  opened_by: column('staff', 'Who ordered it'),
  closed_at: column('none', 'When it was lifted'),
  closed_by: column('staff', 'Who lifted it'),
  close_reason: column('personal', 'Why it was lifted'),
  version: column('none', 'Count of edits'),
} satisfies Columns<KeepApartTable>
