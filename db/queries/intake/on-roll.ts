import type { ReadDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'

const onRoll = prepared<{ person: string }>()((p) =>
  qb
    .selectFrom('roster')
    .leftJoin('place', 'place.id', 'roster.zone_id')
    .select([
      'roster.stay_id',
      'roster.state',
      'roster.out_kind',
      'roster.bed_code',
      'roster.since_at',
      'roster.received_at',
      'roster.zone_id',
      'place.name as zone_name',
    ])
    .where('roster.person_id', '=', p.person),
)

const earlierStays = prepared<{ person: string }>()((p) =>
  qb
    .selectFrom('stay')
    .leftJoin('stay_state', 'stay_state.stay_id', 'stay.id')
    .select([
      'stay.id',
      'stay.ordinal',
      'stay.initial_track',
      'stay.term_regime',
      'stay_state.track',
      'stay_state.received_at',
      'stay_state.ended_at',
      'stay_state.ended_kind',
    ])
    .where('stay.person_id', '=', p.person)
    .where('stay.cancelled_at', 'is', null)
    .orderBy('stay_state.received_at', 'desc'),
)

const keptApartInside = prepared<{ person: string }>()((p) =>
  qb
    .selectFrom('keep_apart')
    .innerJoin('roster', (join) =>
      join.on((e) =>
        e.or([
          e.and([
            e('keep_apart.person_a', '=', p.person),
            e('roster.person_id', '=', e.ref('keep_apart.person_b')),
          ]),
          e.and([
            e('keep_apart.person_b', '=', p.person),
            e('roster.person_id', '=', e.ref('keep_apart.person_a')),
          ]),
        ]),
      ),
    )
    .leftJoin('place', 'place.id', 'roster.zone_id')
    .select(['roster.person_id', 'roster.name', 'roster.bed_code', 'place.name as zone_name'])
    .where('keep_apart.closed_at', 'is', null),
)

/** Where a person on the roll is; undefined for everybody else. */
export function findOnRoll(db: ReadDb, personId: string) {
  return onRoll.get(db, { person: personId })
}

/** Stays on file with how they ended, newest first. */
export function listEarlierStays(db: ReadDb, personId: string) {
  return earlierStays.all(db, { person: personId })
}

/** Who in the centre is kept apart from the person. */
export function listKeptApartInside(db: ReadDb, personId: string) {
  return keptApartInside.all(db, { person: personId })
}
