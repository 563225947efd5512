import type { VarianceDirection, VarianceReason } from '#domain/head-count/variance-reasons.ts'
import { column, type Columns } from './column-facts.ts'

export interface HeadCountVarianceTable {
  id: string
  head_count_id: string
  room_id: string
  direction: VarianceDirection
  reason: VarianceReason
  stay_id: string | null
  event_id: string | null
  note: string | null
  recorded_at: string
  recorded_by: string
  withdrawn_at: string | null
  withdrawn_by: string | null
}

export const headCountVarianceColumns = {
  id: column('none', 'Record id'),
  head_count_id: column('none', 'Head count'),
  room_id: column('none', 'Room'),
  direction: column('personal', 'Missing from the room or more than expected'),
  reason: column('personal', 'Why the count and the roll differ'),
  stay_id: column('personal', 'Whom it is about'),
  event_id: column('none', 'Custody event recorded with it'),
  note: column('personal', 'In words'),
  recorded_at: column('none', 'When it was written down'),
  recorded_by: column('staff', 'Who wrote it down'),
  withdrawn_at: column('none', 'When it was taken back'),
  withdrawn_by: column('staff', 'Who took it back'),
} satisfies Columns<HeadCountVarianceTable>
