import { sql } from 'kysely'
import type { Day } from '#domain/time/day.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'

/** Whose records are asked for, of which days, and after which record the page goes on. */
export interface ContactQuery {
  personId: string | null
  span: { from: Day; to: Day } | null
  after: { on: Day; id: string } | null
  limit: number
}

const callById = prepared<{ id: string }>()((p) =>
  qb.selectFrom('phone_call').selectAll().where('id', '=', p.id),
)

const callDays = prepared<{ person: string; from: Day; to: Day; except: string }>()((p) =>
  qb
    .selectFrom('phone_call')
    .select('on_day')
    .where('person_id', '=', p.person)
    .where('on_day', '>=', p.from)
    .where('on_day', '<=', p.to)
    .where('id', '!=', p.except)
    .where('state', '!=', 'cancelled'),
)

export function findCall(db: ReadDb, id: string) {
  return callById.get(db, { id })
}

/** Days of a person's calls within days that count, without one of them. */
export function listCallDays(
  db: ReadDb,
  personId: string,
  span: { from: Day; to: Day },
  except: string,
): Day[] {
  return callDays.all(db, { person: personId, ...span, except }).map(({ on_day: day }) => day)
}

/** A page of calls, newest day first. */
export function listCalls(db: ReadDb, query: ContactQuery) {
  return db.all(
    peopleOf(query).innerJoin('phone_call as item', 'item.person_id', 'person.id').selectAll('item'),
  )
}

/** A page of letters, newest day first. */
export function listLetters(db: ReadDb, query: ContactQuery) {
  return db.all(peopleOf(query).innerJoin('letter as item', 'item.person_id', 'person.id').selectAll('item'))
}

/** A page of parcels, newest day first. */
export function listParcels(db: ReadDb, query: ContactQuery) {
  return db.all(peopleOf(query).innerJoin('parcel as item', 'item.person_id', 'person.id').selectAll('item'))
}

/** The things in these parcels, in the order written. */
export function listParcelItems(db: ReadDb, parcelIds: readonly string[]) {
  if (parcelIds.length === 0) return []
  return db.all(
    qb
      .selectFrom('parcel_item')
      .selectAll()
      .where('parcel_id', 'in', parcelIds)
      .orderBy('parcel_id')
      .orderBy('sort'),
  )
}

/** Names and zones around the table that is joined to it as `item`. */
function peopleOf(query: ContactQuery) {
  return qb
    .selectFrom('person')
    .leftJoin('roster', 'roster.person_id', 'person.id')
    .leftJoin('place', 'place.id', 'roster.zone_id')
    .select(['person.name', 'place.name as zone_name'])
    .where(onlyOf(query))
    .orderBy(sql`item.on_day`, 'desc')
    .orderBy(sql`item.id`, 'desc')
    .limit(query.limit)
}

function onlyOf({ personId, span, after }: ContactQuery) {
  const parts = [
    ...(personId === null ? [] : [sql<boolean>`item.person_id = ${personId}`]),
    ...(span === null ? [] : [sql<boolean>`item.on_day between ${span.from} and ${span.to}`]),
    ...(after === null ? [] : [sql<boolean>`(item.on_day, item.id) < (${after.on}, ${after.id})`]),
  ]
  return parts.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(parts, sql` and `)}`
}
