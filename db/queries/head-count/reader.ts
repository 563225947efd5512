import { sql } from 'kysely'
import type { Instant } from '#domain/time/instant.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

const countOf = prepared<{ zone: string; shift: string }>()((p) =>
  qb.selectFrom('head_count').selectAll().where('zone_id', '=', p.zone).where('shift_at', '=', p.shift),
)
const countById = prepared<{ id: string }>()((p) =>
  qb.selectFrom('head_count').selectAll().where('id', '=', p.id),
)
const countsOfShift = prepared<{ shift: string }>()((p) =>
  qb
    .selectFrom('head_count')
    .select([
      'id',
      'zone_id',
      'given_by',
      'received_by',
      'signed_at',
      'computed',
      'counted',
      'missing',
      'extra',
    ])
    .where('shift_at', '=', p.shift),
)
const roomsOf = prepared<{ count: string }>()((p) =>
  qb.selectFrom('head_count_room').selectAll().where('head_count_id', '=', p.count),
)
const linesOf = prepared<{ count: string }>()((p) =>
  qb
    .selectFrom('head_count_variance as line')
    .leftJoin('stay', 'stay.id', 'line.stay_id')
    .leftJoin('person', 'person.id', 'stay.person_id')
    .select([
      'line.id',
      'line.room_id',
      'line.direction',
      'line.reason',
      'line.stay_id',
      'line.event_id',
      'line.note',
      'line.recorded_by',
      'stay.person_id',
      'person.name',
    ])
    .where('line.head_count_id', '=', p.count)
    .where('line.withdrawn_at', 'is', null)
    .orderBy('line.recorded_at')
    .orderBy('line.id'),
)
const lineById = prepared<{ id: string }>()((p) =>
  qb.selectFrom('head_count_variance').selectAll().where('id', '=', p.id).where('withdrawn_at', 'is', null),
)
const cancelOf = prepared<{ stay: string; event: string }>()((p) =>
  qb.selectFrom('custody_event').select('id').where('stay_id', '=', p.stay).where('cancels', '=', p.event),
)
const countedByDay = prepared<{ since: string }>()((p) =>
  qb
    .selectFrom('head_count')
    .select(['zone_id', 'shift_at', 'missing', 'extra'])
    .where('shift_at', '>=', p.since)
    .where('signed_at', 'is not', null),
)

/** The count of a zone for a hand-over, once somebody began it. */
export function findHeadCount(db: ReadDb, zoneId: string, shiftAt: Instant) {
  return countOf.get(db, { zone: zoneId, shift: shiftAt })
}
export type HeadCountRow = NonNullable<ReturnType<typeof findHeadCount>>

export function findHeadCountById(db: ReadDb, id: string) {
  return countById.get(db, { id })
}

/** The counts of all zones for a hand-over. */
export function listHeadCounts(db: ReadDb, shiftAt: Instant) {
  return countsOfShift.all(db, { shift: shiftAt })
}
export type HeadCountLine = ReturnType<typeof listHeadCounts>[number]

/** Rooms somebody wrote something down for. */
export function listCountedRooms(db: ReadDb, headCountId: string) {
  return roomsOf.all(db, { count: headCountId })
}

/** Explanations that stand, in the order they were given. */
export function listVariance(db: ReadDb, headCountId: string) {
  return linesOf.all(db, { count: headCountId })
}
export type VarianceRow = ReturnType<typeof listVariance>[number]

export function findVariance(db: ReadDb, id: string) {
  return lineById.get(db, { id })
}

/** True when an event recorded with an explanation has been corrected since. */
export function isEventCancelled(db: ReadDb, stayId: string, eventId: string): boolean {
  return cancelOf.get(db, { stay: stayId, event: eventId }) !== undefined
}

/** Where a page of signed counts begins. */
export interface HistoryCursor {
  shiftAt: string
  zoneId: string
}

/** Signed counts, newest hand-over first. */
export function listSignedCounts(
  db: ReadDb,
  query: { zoneId: string | null; onlyVariance: boolean },
  page: { before: HistoryCursor | null; limit: number },
) {
  let found = qb
    .selectFrom('head_count')
    .innerJoin('place', 'place.id', 'head_count.zone_id')
    .select([
      'head_count.id',
      'head_count.zone_id',
      'place.name as zone_name',
      'head_count.shift_at',
      'head_count.computed',
      'head_count.counted',
      'head_count.missing',
      'head_count.extra',
      'head_count.given_by',
      'head_count.received_by',
      'head_count.signed_at',
    ])
    .where('head_count.signed_at', 'is not', null)
    .orderBy('head_count.shift_at', 'desc')
    .orderBy('head_count.zone_id', 'desc')
    .limit(page.limit)
  if (query.zoneId !== null) found = found.where('head_count.zone_id', '=', query.zoneId)
  if (query.onlyVariance) {
    found = found.where((e) => e.or([e('head_count.missing', '>', 0), e('head_count.extra', '>', 0)]))
  }
  const { before } = page
  if (before !== null) {
    found = found.where(
      sql<boolean>`(head_count.shift_at, head_count.zone_id) < (${before.shiftAt}, ${before.zoneId})`,
    )
  }
  return db.all(found)
}

/** What each signed count since an instant differed by. */
export function listVarianceSince(db: ReadDb, since: Instant) {
  return countedByDay.all(db, { since })
}
