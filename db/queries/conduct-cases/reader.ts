import { sql } from 'kysely'
import type { CaseKind } from '#domain/conduct-cases/case-kinds.ts'
import { GROUP_STATES, type CaseGroup } from '#domain/conduct-cases/case-states.ts'
import type { ZoneSpan } from '#domain/conduct-cases/zone-days.ts'
import type { Day } from '#domain/time/day.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'

function casesQuery() {
  return qb
    .selectFrom('conduct_case')
    .innerJoin('person', 'person.id', 'conduct_case.person_id')
    .leftJoin('roster', 'roster.stay_id', 'conduct_case.stay_id')
    .leftJoin('place', 'place.id', 'conduct_case.zone_id')
    .selectAll('conduct_case')
    .select(['person.name', 'person.birth_on', 'person.birth_precision'])
    .select(['place.name as zone_name', 'roster.zone_id as zone_now', 'roster.bed_code'])
}

const caseById = prepared<{ id: string }>()((p) => casesQuery().where('conduct_case.id', '=', p.id))

const stepsOfCase = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('conduct_step')
    .selectAll()
    .where('case_id', '=', p.id)
    .orderBy(sql`rowid`),
)

const lastNumber = prepared<{ year: number }>()((p) =>
  qb
    .selectFrom('conduct_case')
    .select((e) => e.fn.max<number | null>('no').as('no'))
    .where('year', '=', p.year),
)

const byNumber = prepared<{ number: string; year: string }>()((p) =>
  qb
    .selectFrom('conduct_case')
    .select('id')
    .where('number', '=', p.number)
    .where(sql<string>`substr(decided_on, 1, 4)`, '=', p.year),
)

const decidedOfStay = prepared<{ stay: string; from: string; until: string }>()((p) =>
  qb
    .selectFrom('conduct_case')
    .select(['kind', 'form', 'number'])
    .where('stay_id', '=', p.stay)
    .where('decided_on', '>=', p.from)
    .where('decided_on', '<', p.until)
    .where('state', '<>', 'revoked')
    .orderBy('decided_on'),
)

const zoneSpansOfStay = prepared<{ stay: string; except: string }>()((p) =>
  qb
    .selectFrom('conduct_case')
    .select(['number', 'from_on', 'to_on', 'ended_on'])
    .where('stay_id', '=', p.stay)
    .where('decided_on', 'is not', null)
    .where('form', '=', 'special-zone')
    .where('state', '<>', 'revoked')
    .where('id', '<>', p.except)
    .orderBy('from_on'),
)

const lastCouncil = prepared<Record<never, never>>()(() =>
  qb
    .selectFrom('conduct_case')
    .select(['council_place', 'chair', 'secretary', 'members'])
    .where('council_at', 'is not', null)
    .orderBy('proposed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1),
)

const stayNow = prepared<{ stay: string }>()((p) =>
  qb
    .selectFrom('stay_state')
    .innerJoin('stay', 'stay.id', 'stay_state.stay_id')
    .leftJoin('place', 'place.id', 'stay_state.zone_id')
    .select(['stay_state.stay_id', 'stay_state.person_id', 'stay_state.state', 'stay_state.ended_at'])
    .select([
      'stay_state.received_at',
      'stay_state.zone_id',
      'stay.term_regime',
      'place.legal_kind as zone_kind',
    ])
    .where('stay_state.stay_id', '=', p.stay),
)

export type CaseRow = NonNullable<ReturnType<typeof findCase>>

export function findCase(db: ReadDb, id: string) {
  return caseById.get(db, { id })
}

/** What was done with a case, in order. */
export function listCaseSteps(db: ReadDb, caseId: string) {
  return stepsOfCase.all(db, { id: caseId })
}

/** The next number in the year's book of cases. */
export function nextCaseNumber(db: ReadDb, year: number): number {
  return (lastNumber.get(db, { year })?.no ?? 0) + 1
}

/** The case whose decision of that year bears this number. */
export function findCaseByNumber(db: ReadDb, number: string, decidedOn: Day): string | undefined {
  return byNumber.get(db, { number, year: decidedOn.slice(0, 4) })?.id
}

/** Disciplines and rewards of a stay decided in a span of days that were not revoked. */
export function listDecidedCases(db: ReadDb, stayId: string, span: { from: Day; until: Day }) {
  return decidedOfStay
    .all(db, { stay: stayId, ...span })
    .map(({ kind, form, number }) => ({ kind, form, number: number ?? '' }))
}

/**
 * The days of a stay in the special zone by decisions other than one case's: to the day it ended when that was earlier
 * than decided, without those that ended before they began.
 */
export function listZoneSpans(db: ReadDb, stayId: string, exceptCaseId: string): ZoneSpan[] {
  return zoneSpansOfStay.all(db, { stay: stayId, except: exceptCaseId }).flatMap((row) => {
    const { number, from_on: fromOn, to_on: last, ended_on: ended } = row
    if (number === null || fromOn === null || last === null) return []
    const toOn = ended !== null && ended < last ? ended : last
    return toOn < fromOn ? [] : [{ number, fromOn, toOn }]
  })
}

/** Who sat on the council of the newest case that had one. */
export function findLastCouncil(db: ReadDb) {
  return lastCouncil.get(db, {})
}

/** A stay as a case of conduct needs it: whose, whether it goes on, in which zone, under which law its term stands. */
export function findCaseStay(db: ReadDb, stayId: string) {
  return stayNow.get(db, { stay: stayId })
}

export interface CaseQuery {
  group: CaseGroup
  kinds: readonly CaseKind[]
  zones: readonly string[]
  personId: string | null
  incidentId: string | null
}

function casesBehind({ group, kinds, zones, personId, incidentId }: CaseQuery) {
  let query = casesQuery()
  if (group !== 'all' && group !== 'ended') query = query.where('conduct_case.ended_on', 'is', null)
  if (group === 'council' || group === 'in-force')
    query = query.where('conduct_case.state', 'in', GROUP_STATES[group])
  if (group === 'ended') query = query.where('conduct_case.ended_on', 'is not', null)
  if (kinds.length > 0) query = query.where('conduct_case.kind', 'in', kinds)
  if (zones.length > 0)
    query = query.where((e) =>
      e.or([e('conduct_case.zone_id', 'in', zones), e('roster.zone_id', 'in', zones)]),
    )
  if (personId !== null) query = query.where('conduct_case.person_id', '=', personId)
  if (incidentId !== null) query = query.where('conduct_case.incident_id', '=', incidentId)
  return query
}

/** A page of cases, the newest first, after the one named by moment and id. */
export function listCases(
  db: ReadDb,
  query: CaseQuery,
  page: { after: { at: string; id: string } | null; limit: number },
): CaseRow[] {
  let rows = casesBehind(query)
    .orderBy('conduct_case.proposed_at', 'desc')
    .orderBy('conduct_case.id', 'desc')
    .limit(page.limit)
  if (page.after !== null) {
    const { at, id } = page.after
    rows = rows.where(sql<boolean>`(conduct_case.proposed_at, conduct_case.id) < (${at}, ${id})`)
  }
  return db.all(rows)
}

export function countCases(db: ReadDb, query: CaseQuery): number {
  const counted = db.get(
    casesBehind(query)
      .clearSelect()
      .select((e) => e.fn.countAll<number>().as('count')),
  )
  return counted?.count ?? 0
}

/** The newest case of a stay, of one kind or any, that was not given up: the one a paper is made for. */
export function findCaseForPaper(
  db: ReadDb,
  { stayId, kind }: { stayId: string; kind: CaseKind | null },
): CaseRow | undefined {
  let query = casesQuery()
    .where('conduct_case.stay_id', '=', stayId)
    .where('conduct_case.state', 'not in', ['cancelled', 'declined'])
  if (kind !== null) query = query.where('conduct_case.kind', '=', kind)
  return db.get(query.orderBy('conduct_case.proposed_at', 'desc').orderBy('conduct_case.id').limit(1))
}
