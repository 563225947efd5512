import type { CustodyState, OutKind, CustodyEventKind } from '#domain/custody/event-kinds.ts'
import type { Track } from '#domain/stay/track.ts'

export interface StayStateTable {
  stay_id: string
  person_id: string
  state: CustodyState
  track: Track
  out_kind: OutKind | null
  is_suspended: number
  bed_id: string | null
  zone_id: string | null
  since_at: string | null
  out_until: string | null
  received_at: string | null
  ended_at: string | null
  ended_kind: CustodyEventKind | null
  end_on: string | null
}
