import { sql } from 'kysely'
import type { AlertCode } from '#domain/alerts/alert-codes.ts'
import type { Day } from '#domain/time/day.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'

const alertById = prepared<{ id: string }>()((p) => qb.selectFrom('alert').selectAll().where('id', '=', p.id))

const alertsOfPerson = prepared<{ person: string }>()((p) =>
  qb
    .selectFrom('alert')
    .selectAll()
    .where('person_id', '=', p.person)
    .orderBy((e) => e('closed_at', 'is not', null))
    .orderBy('raised_at', 'desc')
    .orderBy('id'),
)

const openOfKind = prepared<{ person: string; code: string }>()((p) =>
  qb
    .selectFrom('alert')
    .select('id')
    .where('person_id', '=', p.person)
    .where('code', '=', p.code as AlertCode)
    .where('closed_at', 'is', null)
    .limit(1),
)

const openOfPerson = prepared<{ person: string }>()((p) =>
  qb
    .selectFrom('alert')
    .select(['code', 'from_on', 'to_on'])
    .where('person_id', '=', p.person)
    .where('closed_at', 'is', null),
)

export type AlertRow = NonNullable<ReturnType<typeof findAlert>>

export function findAlert(db: ReadDb, id: string) {
  return alertById.get(db, { id })
}

/** Every alert of a person, open ones first, each part newest first. */
export function listAlerts(db: ReadDb, personId: string): AlertRow[] {
  return alertsOfPerson.all(db, { person: personId })
}

/** Open alerts of a person, as far as they tell when they hold. */
export function listOpenAlerts(db: ReadDb, personId: string) {
  return openOfPerson
    .all(db, { person: personId })
    .map(({ code, from_on: fromOn, to_on: toOn }) => ({ code, fromOn, toOn, closedAt: null }))
}

/** True when the person has an open alert of this kind. */
export function hasOpenAlert(db: ReadDb, personId: string, code: AlertCode): boolean {
  return openOfKind.get(db, { person: personId, code }) !== undefined
}

/** Which alerts of the people on the roll are asked for. */
export interface ActiveAlertQuery {
  /** Null = of every kind. */
  codes: readonly AlertCode[] | null
  zones: readonly string[]
  /** Only those whose day of review has come. */
  reviewDue: boolean
  today: Day
}

/** Alerts that hold today of people on the roll, walked in the order of their reviews. */
function activeBehind({ codes, zones, reviewDue, today }: ActiveAlertQuery) {
  let query = qb
    .selectFrom('alert')
    .innerJoin('roster', 'roster.person_id', 'alert.person_id')
    .leftJoin('place', 'place.id', 'roster.zone_id')
    .where('alert.closed_at', 'is', null)
    .where('alert.from_on', '<=', today)
    .where((e) => e.or([e('alert.to_on', 'is', null), e('alert.to_on', '>=', today)]))
  if (codes !== null) query = query.where('alert.code', 'in', codes)
  if (zones.length > 0) query = query.where('roster.zone_id', 'in', zones)
  if (reviewDue) query = query.where('alert.review_on', '<=', today)
  return query
}

/** Where a page of active alerts goes on: after the review day and id of the last row. */
export interface AlertCursor {
  reviewOn: Day
  id: string
}

/** A page of the alerts that hold today, the one to be reviewed first at the top. */
export function listActiveAlerts(
  db: ReadDb,
  query: ActiveAlertQuery,
  page: { after: AlertCursor | null; limit: number },
) {
  let rows = activeBehind(query)
    .selectAll('alert')
    .select([
      'roster.name',
      'roster.birth_on',
      'roster.birth_precision',
      'roster.track',
      'roster.bed_code',
      'place.name as zone_name',
    ])
    .orderBy('alert.review_on')
    .orderBy('alert.id')
    .limit(page.limit)
  if (page.after !== null) {
    const { reviewOn, id } = page.after
    rows = rows.where(sql<boolean>`(alert.review_on, alert.id) > (${reviewOn}, ${id})`)
  }
  return db.all(rows)
}
export type ActiveAlertRow = ReturnType<typeof listActiveAlerts>[number]

/** How many alerts that is, and of how many people. */
export function countActiveAlerts(db: ReadDb, query: ActiveAlertQuery): { alerts: number; people: number } {
  return (
    db.get(
      activeBehind(query).select((e) => [
        e.fn.countAll<number>().as('alerts'),
        e.fn.count<number>('alert.person_id').distinct().as('people'),
      ]),
    ) ?? { alerts: 0, people: 0 }
  )
}
