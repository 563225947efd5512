import type { Generated } from 'kysely'
import type { BirthPrecision, Sex } from '#domain/people/sex.ts'

export interface PersonTable {
  no: Generated<number>
  id: string
  name: string
  name_folded: string
  sort_key: string
  alias: string | null
  birth_on: string | null
  birth_precision: BirthPrecision | null
  sex: Sex
  placement_sex: Sex | null
  ethnicity: string | null
  occupation: string | null
  education: string | null
  infection_group: 'A' | 'B' | null
  note: string | null
  import_batch_id: string | null
  cancelled_at: string | null
  merged_into: string | null
  created_at: string
  version: Generated<number>
}
