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
