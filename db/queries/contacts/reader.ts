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
    qb
      .selectFrom('phone_call as item')
      .innerJoin('person', 'person.id', 'item.person_id')
      .leftJoin('roster', 'roster.person_id', 'item.person_id')
      .leftJoin('place', 'place.id', 'roster.zone_id')
      .selectAll('item')
      .select(['person.name', 'place.name as zone_name'])
      .where(onlyOf(query))
      .orderBy('item.on_day', 'desc')
      .orderBy('item.id', 'desc')
      .limit(query.limit),
  )
}

/** A page of letters, newest day first. */
export function listLetters(db: ReadDb, query: ContactQuery) {
  return db.all(
    qb
      .selectFrom('letter as item')
      .innerJoin('person', 'person.id', 'item.person_id')
      .leftJoin('roster', 'roster.person_id', 'item.person_id')
      .leftJoin('place', 'place.id', 'roster.zone_id')
      .selectAll('item')
      .select(['person.name', 'place.name as zone_name'])
      .where(onlyOf(query))
      .orderBy('item.on_day', 'desc')
      .orderBy('item.id', 'desc')
      .limit(query.limit),
  )
}

/** A page of parcels, newest day first. */
export function listParcels(db: ReadDb, query: ContactQuery) {
  return db.all(
    qb
      .selectFrom('parcel as item')
      .innerJoin('person', 'person.id', 'item.person_id')
      .leftJoin('roster', 'roster.person_id', 'item.person_id')
      .leftJoin('place', 'place.id', 'roster.zone_id')
      .selectAll('item')
      .select(['person.name', 'place.name as zone_name'])
      .where(onlyOf(query))
      .orderBy('item.on_day', 'desc')
      .orderBy('item.id', 'desc')
      .limit(query.limit),
  )
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

function onlyOf({ personId, span, after }: ContactQuery) {
  const parts = [
    ...(personId === null ? [] : [sql<boolean>`item.person_id = ${personId}`]),
    ...(span === null ? [] : [sql<boolean>`item.on_day between ${span.from} and ${span.to}`]),
    ...(after === null ? [] : [sql<boolean>`(item.on_day, item.id) < (${after.on}, ${after.id})`]),
  ]
  return parts.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(parts, sql` and `)}`
}
