import { column, type Columns } from './column-facts.ts'
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

export const stayStateColumns = {
  stay_id: column('none', 'Stay (derived row)'),
  person_id: column('none', 'Whose'),
  state: column('personal', 'State now'),
  track: column('personal', 'Track now'),
  out_kind: column('personal', 'Why out'),
  is_suspended: column('personal', 'Out under suspension'),
  bed_id: column('none', 'Bed held'),
  zone_id: column('none', 'Zone counted under'),
  since_at: column('personal', 'Since when'),
  out_until: column('personal', 'Due back'),
  received_at: column('personal', 'When received'),
  ended_at: column('personal', 'When it ended'),
  ended_kind: column('personal', 'How it ended'),
  end_on: column('personal', 'Last day of the term'),
} satisfies Columns<StayStateTable>
