import type { KeepApartPair } from '#domain/placement/keep-apart.ts'
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

/**
 * Open pairs of which both are in the group, for {@link import('#domain/placement/keep-apart.ts').keepApartConflicts}:
 * whoever would be together in a lesson, a visit, a room.
 */
export function listOpenPairsAmong(db: ReadDb, personIds: readonly string[]): KeepApartPair[] {
  const there = [...new Set(personIds)]
  if (there.length < 2) return []
  return db
    .all(
      qb
        .selectFrom('keep_apart')
        .select(['id', 'person_a', 'person_b', 'level', 'in_class', 'in_visit'])
        .where('closed_at', 'is', null)
        .where('person_a', 'in', there)
        .where('person_b', 'in', there)
        .orderBy('id'),
    )
    .map((row) => ({
      id: row.id,
      personA: row.person_a,
      personB: row.person_b,
      level: row.level,
      inClass: row.in_class === 1,
      inVisit: row.in_visit === 1,
    }))
}
