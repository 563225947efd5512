import type { Generated } from 'kysely'
import { column, type Columns } from './column-facts.ts'

export interface HeadCountTable {
  id: string
  zone_id: string
  shift_at: string
  opened_at: string
  opened_by: string
  given_by: string | null
  received_by: string | null
  signed_at: string | null
  computed: number | null
  counted: number | null
  missing: number | null
  extra: number | null
  sheet: string | null
  sheet_hash: string | null
  version: Generated<number>
}

export const headCountColumns = {
  id: column('none', 'Record id'),
  zone_id: column('none', 'Zone counted'),
  shift_at: column('none', 'Hand-over it belongs to: beginning of the receiving shift'),
  opened_at: column('none', 'When counting began'),
  opened_by: column('staff', 'Who began'),
  given_by: column('staff', 'Who signed for the giving shift'),
  received_by: column('staff', 'Who signed for the receiving shift'),
  signed_at: column('none', 'When both had signed'),
  computed: column('none', 'People the roll had in the rooms, each at its minute'),
  counted: column('none', 'People counted'),
  missing: column('none', 'People fewer than computed, by room'),
  extra: column('none', 'People more than computed, by room'),
  sheet: column('personal', 'The hand-over sheet as signed, JSON'),
  sheet_hash: column('none', 'SHA-256 of the sheet'),
  version: column('none', 'Count of edits'),
} satisfies Columns<HeadCountTable>
