import { column, type Columns } from './column-facts.ts'
import type { Generated } from 'kysely'
import type { Sex } from '#domain/people/sex.ts'

export interface PlaceTable {
  id: string
  parent_id: string | null
  kind: 'zone' | 'building' | 'room' | 'bed'
  code: string
  full_code: string
  full_code_folded: string
  name: string
  zone_id: string
  room_id: string | null
  legal_kind: string | null
  sex: Sex | null
  age_group: 'adult' | 'minor' | null
  infection_group: 'A' | 'B' | null
  is_private: Generated<number>
  capacity_max: number | null
  capacity_use: number | null
  sort: Generated<number>
  retired_at: string | null
  created_at: string
  version: Generated<number>
}

export const placeColumns = {
  id: column('none', 'Record id (UUID)'),
  parent_id: column('none', 'What it lies in'),
  kind: column('none', 'Zone, building, room or bed'),
  code: column('none', 'Code within its parent'),
  full_code: column('none', 'Code as people say it, A2-05'),
  full_code_folded: column('none', 'The same in small letters, unique'),
  name: column('none', 'Name'),
  zone_id: column('none', 'The zone it lies in, itself for a zone'),
  room_id: column('none', 'The room a bed stands in'),
  legal_kind: column('none', 'Kind of zone by law'),
  sex: column('none', 'Who lodges here'),
  age_group: column('none', 'Adults or minors'),
  infection_group: column('none', 'Group of infectious disease lodged here'),
  is_private: column('none', 'A room for one'),
  capacity_max: column('none', 'Most people it may hold'),
  capacity_use: column('none', 'People it holds as used now'),
  sort: column('none', 'Order on the screen'),
  retired_at: column('none', 'When it was given up'),
  created_at: column('none', 'When the row was made'),
  version: column('none', 'Count of edits'),
} satisfies Columns<PlaceTable>
