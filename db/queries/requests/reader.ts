import { sql } from 'kysely'
import type { RequestKind } from '#domain/requests/request-kinds.ts'
import type { Day } from '#domain/time/day.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

function requestsQuery() {
  return qb
    .selectFrom('request')
    .leftJoin('person', 'person.id', 'request.person_id')
    .leftJoin('place', 'place.id', 'request.zone_id')
    .leftJoin('user', 'user.id', 'request.owner_id')
    .selectAll('request')
    .select(['person.name as person_name', 'place.name as zone_name', 'user.display_name as owner_name'])
}

const requestById = prepared<{ id: string }>()((p) => requestsQuery().where('request.id', '=', p.id))

const stepsOfRequest = prepared<{ request: string }>()((p) =>
  qb
    .selectFrom('request_step')
    .leftJoin('user', 'user.id', 'request_step.owner_id')
    .selectAll('request_step')
    .select('user.display_name as owner_name')
    .where('request_step.request_id', '=', p.request)
    .orderBy('request_step.at')
    .orderBy('request_step.id'),
)

const lastNumber = prepared<{ year: number }>()((p) =>
  qb
    .selectFrom('request')
    .select((e) => e.fn.max<number | null>('no').as('no'))
    .where('year', '=', p.year),
)

const lastAnswer = prepared<{ year: number }>()((p) =>
  qb
    .selectFrom('request')
    .select((e) => e.fn.max<number | null>('answer_no').as('no'))
    .where('answer_year', '=', p.year)
    .where('answer_no', 'is not', null),
)

export type RequestRow = NonNullable<ReturnType<typeof findRequest>>

export function findRequest(db: ReadDb, id: string) {
  return requestById.get(db, { id })
}

/** What was done with a request, in order. */
export function listRequestSteps(db: ReadDb, requestId: string) {
  return stepsOfRequest.all(db, { request: requestId })
}

/** The next number in the year's book of requests. */
export function nextRequestNumber(db: ReadDb, year: number): number {
  return (lastNumber.get(db, { year })?.no ?? 0) + 1
}

/** The next number in the year's book of answers. */
export function nextAnswerNumber(db: ReadDb, year: number): number {
  return (lastAnswer.get(db, { year })?.no ?? 0) + 1
}

/** Which requests are asked for; `reader` keeps those about staff from everybody who may not see them. */
export interface RequestQuery {
  state: 'open' | 'late' | 'mine' | 'ended' | 'all'
  kinds: readonly RequestKind[]
  zones: readonly string[]
  personId: string | null
  today: Day
  reader: { userId: string | null; seesStaff: boolean }
}

function requestsBehind({ state, kinds, zones, personId, today, reader }: RequestQuery) {
  let query = requestsQuery()
  if (!reader.seesStaff) {
    query = query.where((e) =>
      e.or([e('request.about_staff', '=', 0), e('request.owner_id', '=', reader.userId ?? '')]),
    )
  }
  if (state === 'open' || state === 'late' || state === 'mine')
    query = query.where('request.ended_at', 'is', null)
  if (state === 'late')
    query = query.where('request.due_on', '<', today).where('request.state', 'in', ['received', 'assigned'])
  if (state === 'mine') query = query.where('request.owner_id', '=', reader.userId ?? '')
  if (state === 'ended') query = query.where('request.ended_at', 'is not', null)
  if (kinds.length > 0) query = query.where('request.kind', 'in', kinds)
  if (zones.length > 0) query = query.where('request.zone_id', 'in', zones)
  if (personId !== null) query = query.where('request.person_id', '=', personId)
  return query
}

/** A page of requests, the newest first, after the one named by moment and id. */
export function listRequests(
  db: ReadDb,
  query: RequestQuery,
  page: { after: { at: string; id: string } | null; limit: number },
): RequestRow[] {
  let rows = requestsBehind(query)
    .orderBy('request.received_at', 'desc')
    .orderBy('request.id', 'desc')
    .limit(page.limit)
  if (page.after !== null) {
    const { at, id } = page.after
    rows = rows.where(sql<boolean>`(request.received_at, request.id) < (${at}, ${id})`)
  }
  return db.all(rows)
}

export function countRequests(db: ReadDb, query: RequestQuery): number {
  const counted = db.get(
    requestsBehind(query)
      .clearSelect()
      .select((e) => e.fn.countAll<number>().as('count')),
  )
  return counted?.count ?? 0
}

/** Requests by month of receipt (in Vietnam), zone and kind, from a day on; late: answered after, or past, their day. */
export function countByMonth(
  db: ReadDb,
  from: string,
  today: Day,
  query: Pick<RequestQuery, 'kinds' | 'reader'>,
) {
  let rows = qb
    .selectFrom('request')
    .leftJoin('place', 'place.id', 'request.zone_id')
    .select(['request.zone_id', 'place.name as zone_name', 'request.kind'])
    .select((e) => [
      sql<string>`strftime('%Y-%m', request.received_at, '+7 hours')`.as('month'),
      e.fn.countAll<number>().as('count'),
      sql<number>`sum(case when coalesce(date(request.answered_at, '+7 hours'), date(request.ended_at, '+7 hours'), ${today}) > request.due_on then 1 else 0 end)`.as(
        'late',
      ),
    ])
    .where('request.received_at', '>=', from)
    .groupBy(['request.zone_id', 'place.name', 'request.kind', 'month'])
  if (query.kinds.length > 0) rows = rows.where('request.kind', 'in', query.kinds)
  if (!query.reader.seesStaff) {
    rows = rows.where((e) =>
      e.or([e('request.about_staff', '=', 0), e('request.owner_id', '=', query.reader.userId ?? '')]),
    )
  }
  return db.all(rows)
}

const owners = prepared<Record<string, never>>()(() =>
  qb
    .selectFrom('user')
    .innerJoin('user_role', 'user_role.user_id', 'user.id')
    .select(['user.id', 'user.display_name', 'user_role.role'])
    .where('user.state', '=', 'active')
    .orderBy('user.display_name'),
)

/** Active accounts with each of their roles. */
export function listRequestOwners(db: ReadDb) {
  return owners.all(db, {})
}
