import { column, type Columns } from './column-facts.ts'
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

export const personColumns = {
  no: column('none', 'Running number, key of the search tables'),
  id: column('none', 'Record id (UUID)'),
  name: column('personal', 'Full name, exact, NFC'),
  name_folded: column('personal', 'Name without tones, for matching'),
  sort_key: column('personal', 'Order in Vietnamese lists, given name first'),
  alias: column('personal', 'Other names, nickname'),
  birth_on: column('personal', 'Birth day; its first known day when only month or year is known'),
  birth_precision: column('personal', 'How much of the birth date is known'),
  sex: column('personal', 'Sex as on papers'),
  placement_sex: column('medical', 'Bodily sex where it differs, for lodging'),
  ethnicity: column('personal', 'Ethnicity'),
  occupation: column('personal', 'Occupation before'),
  education: column('personal', 'Education'),
  infection_group: column('medical', 'Group of infectious disease that asks for separate lodging'),
  note: column('personal', 'Note'),
  import_batch_id: column('none', 'The import that brought the person'),
  cancelled_at: column('none', 'When the record was cancelled; never deleted'),
  merged_into: column('none', 'The person this one turned out to be'),
  created_at: column('none', 'When the row was made'),
  version: column('none', 'Count of edits'),
} satisfies Columns<PersonTable>
