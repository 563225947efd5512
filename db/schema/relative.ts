import { column, type Columns } from './column-facts.ts'
import type { Relation } from '#domain/information-sheet/personal-lists.ts'

export interface RelativeTable {
  id: string
  person_id: string
  relation: Relation
  name: string
  name_folded: string
  birth_year: number | null
  occupation: string | null
  address: string | null
  phone: string | null
  is_contact: number
  superseded_at: string | null
  created_at: string
}

export const relativeColumns = {
  id: column('none', 'Record id'),
  person_id: column('none', 'Whose relative'),
  relation: column('personal', 'Who they are to the person'),
  name: column('personal', 'Name'),
  name_folded: column('personal', 'Name without marks'),
  birth_year: column('personal', 'Year of birth'),
  occupation: column('personal', 'Work'),
  address: column('personal', 'Where they live'),
  phone: column('personal', 'Telephone'),
  is_contact: column('personal', 'To be told first'),
  superseded_at: column('none', 'When it was replaced'),
  created_at: column('none', 'When the row was made'),
} satisfies Columns<RelativeTable>
