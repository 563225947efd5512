import type { Generated } from 'kysely'
import type { KeepApartGround, KeepApartLevel, KeepApartRole } from '#domain/placement/keep-apart.ts'
import { column, type Columns } from './column-facts.ts'

export interface KeepApartTable {
  id: string
  person_a: string
  person_b: string
  level: KeepApartLevel
  reason: string
  opened_at: string
  opened_by: string
  closed_at: string | null
  closed_by: string | null
  close_reason: string | null
  version: Generated<number>
  in_class: Generated<number>
  in_visit: Generated<number>
  role_a: Generated<KeepApartRole>
  role_b: Generated<KeepApartRole>
  ground: Generated<KeepApartGround>
  authorised_by: string | null
  review_on: string | null
  reopens_id: string | null
}

export const keepApartColumns = {
  id: column('none', 'Record id'),
  person_a: column('personal', 'One of the pair, the smaller id'),
  person_b: column('personal', 'The other'),
  level: column('none', 'Not in one room, or not in one zone'),
  reason: column('personal', 'Why'),
  opened_at: column('none', 'Since when'),
  opened_by: column('staff', 'Who recorded it'),
  closed_at: column('none', 'When it was lifted'),
  closed_by: column('staff', 'Who lifted it'),
  close_reason: column('personal', 'Why it was lifted'),
  version: column('none', 'Count of edits'),
  in_class: column('none', 'Not in one lesson or session either'),
  in_visit: column('none', 'Not in one visit either'),
  role_a: column('personal', 'What the first is in the matter'),
  role_b: column('personal', 'What the other is in it'),
  ground: column('personal', 'Why, from the list'),
  authorised_by: column('staff', 'Who ordered it, or which body asked for it'),
  review_on: column('none', 'Day on which it is to be looked at again'),
  reopens_id: column('none', 'The closed pair it opens again'),
} satisfies Columns<KeepApartTable>
