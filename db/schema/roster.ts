import type { BirthPrecision, Sex } from '#domain/people/sex.ts'
import type { Track, TermRegime } from '#domain/stay/track.ts'
import type { OutKind } from '#domain/custody/event-kinds.ts'

export interface RosterTable {
  stay_id: string
  person_id: string
  sort_key: string
  name: string
  birth_on: string | null
  birth_precision: BirthPrecision | null
  sex: Sex
  ordinal: number
  track: Track
  term_regime: TermRegime | null
  state: 'inside' | 'out' | 'escaped' | 'interrupted'
  out_kind: OutKind | null
  is_suspended: number
  bed_id: string | null
  bed_code: string | null
  room_id: string | null
  zone_id: string | null
  since_at: string
  out_until: string | null
  received_at: string
  end_on: string | null
}
