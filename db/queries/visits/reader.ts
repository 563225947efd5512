import { sql } from 'kysely'
import type { Day } from '#domain/time/day.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'

/** Visits of a person shown at once. */
const MOST_SHOWN = 60

const visitById = prepared<{ id: string }>()((p) => visitLines().where('visit.id', '=', p.id))

const visitsOnDays = prepared<{ from: Day; to: Day }>()((p) =>
  visitLines()
    .where('visit.on_day', '>=', p.from)
    .where('visit.on_day', '<=', p.to)
    .orderBy('visit.on_day')
    .orderBy('visit.starts_at')
    .orderBy('visit.id'),
)

const visitsOfPerson = prepared<{ person: string }>()((p) =>
  visitLines().where('visit.person_id', '=', p.person).orderBy('visit.on_day', 'desc').limit(MOST_SHOWN),
)

const countedDays = prepared<{ person: string; from: Day; to: Day; except: string }>()((p) =>
  qb
    .selectFrom('visit')
    .select(['kind', 'on_day', 'state'])
    .where('person_id', '=', p.person)
    .where('on_day', '>=', p.from)
    .where('on_day', '<=', p.to)
    .where('id', '!=', p.except),
)

const sameRoom = prepared<{ day: Day; room: string; except: string }>()((p) =>
  qb
    .selectFrom('visit')
    .innerJoin('person', 'person.id', 'visit.person_id')
    .select(['visit.person_id', 'person.name', 'visit.starts_at', 'visit.started_at'])
    .select(['visit.minutes', 'visit.extra_minutes', 'visit.state'])
    .where('visit.on_day', '=', p.day)
    .where('visit.room_id', '=', p.room)
    .where('visit.id', '!=', p.except),
)

const lastNumber = prepared<{ day: Day }>()((p) =>
  qb
    .selectFrom('visit')
    .select((e) => e.fn.max('queue_number').as('last'))
    .where('on_day', '=', p.day),
)

const restrictionsOf = prepared<{ person: string }>()((p) =>
  qb
    .selectFrom('contact_restriction')
    .selectAll()
    .where('person_id', '=', p.person)
    .orderBy('from_on', 'desc'),
)

const findsOf = prepared<{ person: string }>()((p) =>
  qb
    .selectFrom('contraband_find')
    .selectAll()
    .where('person_id', '=', p.person)
    .orderBy('found_at', 'desc')
    .limit(MOST_SHOWN),
)

const stayNow = prepared<{ person: string }>()((p) =>
  qb
    .selectFrom('roster')
    .innerJoin('person', 'person.id', 'roster.person_id')
    .select([
      'roster.stay_id',
      'roster.state',
      'roster.out_kind',
      'roster.is_suspended',
      'roster.received_at',
    ])
    .select(['person.name'])
    .where('roster.person_id', '=', p.person)
    .where('person.cancelled_at', 'is', null),
)

const lastRatings = prepared<{ stay: string; before: string }>()((p) =>
  qb
    .selectFrom('conduct_rating')
    .select('rating')
    .where('stay_id', '=', p.stay)
    .where('month', '<', p.before)
    .orderBy('month', 'desc')
    .limit(3),
)

const roomsAll = prepared<Record<string, never>>()(() =>
  qb.selectFrom('visit_room').selectAll().orderBy('sort').orderBy('name'),
)

function visitLines() {
  return qb
    .selectFrom('visit')
    .innerJoin('person', 'person.id', 'visit.person_id')
    .innerJoin('visit_room', 'visit_room.id', 'visit.room_id')
    .leftJoin('roster', 'roster.person_id', 'visit.person_id')
    .leftJoin('place', 'place.id', 'roster.zone_id')
    .leftJoin('ledger_move', 'ledger_move.id', 'visit.ledger_move_id')
    .selectAll('visit')
    .select(['person.name', 'person.birth_on', 'person.birth_precision', 'visit_room.name as room_name'])
    .select(['place.name as zone_name', 'roster.bed_code', 'ledger_move.amount as money'])
    .select(
      sql<number>`(select count(*) from contraband_find where contraband_find.visit_id = visit.id)`.as(
        'finds',
      ),
    )
}
export type VisitRow = NonNullable<ReturnType<typeof findVisit>>

export function findVisit(db: ReadDb, id: string) {
  return visitById.get(db, { id })
}

/** Visits of the days, both inclusive, in the order of their beginning. */
export function listVisits(db: ReadDb, from: Day, to: Day): VisitRow[] {
  return visitsOnDays.all(db, { from, to })
}

/** The newest visits of a person. */
export function listVisitsOf(db: ReadDb, personId: string): VisitRow[] {
  return visitsOfPerson.all(db, { person: personId })
}

/** Who came to these visits, in the order of names. */
export function listGuests(db: ReadDb, visitIds: readonly string[]) {
  if (visitIds.length === 0) return []
  return db.all(
    qb
      .selectFrom('visit_guest')
      .innerJoin('visitor', 'visitor.id', 'visit_guest.visitor_id')
      .select(['visit_guest.visit_id', 'visit_guest.visitor_id', 'visit_guest.relation', 'visitor.name'])
      .select('visitor.ban_reason')
      .where('visit_guest.visit_id', 'in', visitIds)
      .orderBy('visitor.name_folded'),
  )
}

/** Kinds, days and states of a person's visits within days, without one of them. */
export function listVisitDays(db: ReadDb, personId: string, span: { from: Day; to: Day }, except: string) {
  return countedDays.all(db, { person: personId, ...span, except })
}

/** Other visits of the day in the room. */
export function listInRoom(db: ReadDb, day: Day, roomId: string, except: string) {
  return sameRoom.all(db, { day, room: roomId, except })
}

/** The number given last on a day; 0 before the first. */
export function lastQueueNumber(db: ReadDb, day: Day): number {
  return lastNumber.get(db, { day })?.last ?? 0
}

/** Restrictions of a person, the newest first. */
export function listRestrictions(db: ReadDb, personId: string) {
  return restrictionsOf.all(db, { person: personId })
}

export function findRestriction(db: ReadDb, id: string) {
  return db.get(qb.selectFrom('contact_restriction').selectAll().where('id', '=', id))
}

/** Banned things found on the way to a person, the newest first. */
export function listFinds(db: ReadDb, personId: string) {
  return findsOf.all(db, { person: personId })
}

/** How a person stands on the roll; undefined when not on it. */
export function findStayNow(db: ReadDb, personId: string) {
  return stayNow.get(db, { person: personId })
}

/** Ratings of the last three months before the month of a day, newest first. */
export function listRatingsBefore(db: ReadDb, stayId: string, day: Day) {
  return lastRatings.all(db, { stay: stayId, before: day.slice(0, 7) }).map(({ rating }) => rating)
}

export function listVisitRooms(db: ReadDb) {
  return roomsAll.all(db, {})
}
