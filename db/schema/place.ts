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
