import type { Generated } from 'kysely'

export interface KeepApartTable {
  id: string
  person_a: string
  person_b: string
  level: 'room' | 'zone'
  reason: string
  opened_at: string
  opened_by: string
  closed_at: string | null
  closed_by: string | null
  close_reason: string | null
  version: Generated<number>
}
