import { column, type Columns } from './column-facts.ts'
import type { Generated } from 'kysely'
import type { BirthPrecision, Sex } from '#domain/people/sex.ts'
import type { Track } from '#domain/stay/track.ts'

export interface ExpectedArrivalTable {
  id: string
  name: string
  birth_on: string | null
  birth_precision: BirthPrecision | null
  sex: Sex | null
  number: string | null
  track: Track
  from_body: string | null
  decision_number: string | null
  expected_on: string
  note: string | null
  state: 'expected' | 'arrived' | 'cancelled'
  stay_id: string | null
  closed_at: string | null
  closed_by: string | null
  cancel_reason: string | null
  created_at: string
  created_by: string
  version: Generated<number>
}

export const expectedArrivalColumns = {
  id: column('none', 'Record id'),
  name: column('personal', 'Name as announced'),
  birth_on: column('personal', 'First possible day of birth'),
  birth_precision: column('personal', 'How much of the birth is known'),
  sex: column('personal', 'Sex as announced'),
  number: column('personal', 'Identity number as announced'),
  track: column('personal', 'On what ground the person will come'),
  from_body: column('personal', 'Who brings the person'),
  decision_number: column('personal', 'Number of the decision announced'),
  expected_on: column('personal', 'Day of arrival'),
  note: column('personal', 'More about it'),
  state: column('none', 'Expected, arrived or cancelled'),
  stay_id: column('none', 'The stay that came of it'),
  closed_at: column('none', 'When it was closed'),
  closed_by: column('staff', 'Who closed it'),
  cancel_reason: column('personal', 'Why nobody came'),
  created_at: column('none', 'When it was announced'),
  created_by: column('staff', 'Who wrote it down'),
  version: column('none', 'Count of edits'),
} satisfies Columns<ExpectedArrivalTable>
