import { column, type Columns } from './column-facts.ts'
export interface BedOutageTable {
  id: string
  place_id: string
  reason: string
  note: string | null
  from_at: string
  back_on: string | null
  ended_at: string | null
  recorded_by: string
  scope_id: string | null
  ended_by: string | null
}

export const bedOutageColumns = {
  id: column('none', 'Record id'),
  place_id: column('none', 'The bed out of service'),
  reason: column('none', 'Why, from the list of reasons'),
  note: column('none', 'More about it'),
  from_at: column('none', 'Since when'),
  back_on: column('none', 'Day it should be usable again'),
  ended_at: column('none', 'When it came back into service'),
  recorded_by: column('staff', 'Who took it out'),
  scope_id: column('none', 'The room or zone that was closed as a whole'),
  ended_by: column('staff', 'Who put it back in service'),
} satisfies Columns<BedOutageTable>
