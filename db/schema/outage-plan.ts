import type { OutageReason } from '#domain/placement/capacity.ts'
import { column, type Columns } from './column-facts.ts'

export interface OutagePlanTable {
  id: string
  place_id: string
  reason: OutageReason
  note: string | null
  from_on: string
  back_on: string | null
  made_at: string
  made_by: string
  begun_at: string | null
  cancelled_at: string | null
  cancelled_by: string | null
}

export const outagePlanColumns = {
  id: column('none', 'Record id'),
  place_id: column('none', 'Bed, room, building or zone to be closed'),
  reason: column('none', 'Why, from the list of reasons'),
  note: column('none', 'More about it'),
  from_on: column('none', 'First day'),
  back_on: column('none', 'Day it should be usable again'),
  made_at: column('none', 'When it was planned'),
  made_by: column('staff', 'Who planned it'),
  begun_at: column('none', 'When the beds were taken out of service'),
  cancelled_at: column('none', 'When the plan was given up'),
  cancelled_by: column('staff', 'Who gave it up'),
} satisfies Columns<OutagePlanTable>
