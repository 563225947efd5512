import { column, type Columns } from './column-facts.ts'
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

export const rosterColumns = {
  stay_id: column('none', 'Stay on the roll (derived row)'),
  person_id: column('none', 'Whose'),
  sort_key: column('personal', 'Order in lists'),
  name: column('personal', 'Full name'),
  birth_on: column('personal', 'Birth day'),
  birth_precision: column('personal', 'How much of it is known'),
  sex: column('personal', 'Sex'),
  ordinal: column('personal', 'Which stay of the person it is'),
  track: column('personal', 'Track now'),
  term_regime: column('personal', 'Law that fixed the term'),
  state: column('personal', 'Inside, out, escaped or interrupted'),
  out_kind: column('personal', 'Why out'),
  is_suspended: column('personal', 'Out under suspension'),
  bed_id: column('none', 'Bed held'),
  bed_code: column('none', 'Its code'),
  room_id: column('none', 'Its room'),
  zone_id: column('none', 'Zone counted under'),
  since_at: column('personal', 'Since when it stands like this'),
  out_until: column('personal', 'Due back'),
  received_at: column('personal', 'When received'),
  end_on: column('personal', 'Last day of the term'),
} satisfies Columns<RosterTable>
