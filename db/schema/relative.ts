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
