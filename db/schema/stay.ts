import type { Generated } from 'kysely'
import type { Track, TermRegime } from '#domain/stay/track.ts'

export interface StayTable {
  id: string
  person_id: string
  dossier_number: string | null
  ordinal: number
  ordinal_source: string
  ordinal_by: string | null
  initial_track: Track
  term_regime: TermRegime | null
  decision_number: string | null
  decision_on: string | null
  decision_issuer: string | null
  start_on: string | null
  start_source: string | null
  term_months: number | null
  held_from: string | null
  import_batch_id: string | null
  cancelled_at: string | null
  cancel_reason: string | null
  created_at: string
  version: Generated<number>
}
