import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

const pairById = prepared<{ id: string }>()((p) =>
  qb.selectFrom('keep_apart').selectAll().where('id', '=', p.id),
)

const pairsOf = prepared<{ person: string }>()((p) =>
  qb
    .selectFrom('keep_apart')
    .selectAll()
    .where((e) => e.or([e('person_a', '=', p.person), e('person_b', '=', p.person)]))
    .orderBy('opened_at', 'desc'),
)

const openPair = prepared<{ a: string; b: string }>()((p) =>
  qb
    .selectFrom('keep_apart')
    .select('id')
    .where('person_a', '=', p.a)
    .where('person_b', '=', p.b)
    .where('closed_at', 'is', null),
)

const personNow = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('person')
    .leftJoin('roster', 'roster.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.birth_on', 'roster.stay_id'])
    .select(['roster.bed_id', 'roster.bed_code', 'roster.room_id', 'roster.zone_id'])
    .where('person.id', '=', p.id)
    .where('person.cancelled_at', 'is', null),
)

export type KeepApartRow = NonNullable<ReturnType<typeof findPair>>

export function findPair(db: ReadDb, id: string) {
  return pairById.get(db, { id })
}

/** Every pair of a person, open and closed, newest first. */
export function listPairs(db: ReadDb, personId: string): KeepApartRow[] {
  return pairsOf.all(db, { person: personId })
}

/** True when the two are kept apart already; `a` sorts before `b`. */
export function isKeptApart(db: ReadDb, a: string, b: string): boolean {
  return openPair.get(db, { a, b }) !== undefined
}

/** A person with the bed held now. */
export function findPersonNow(db: ReadDb, id: string) {
  return personNow.get(db, { id })
}
