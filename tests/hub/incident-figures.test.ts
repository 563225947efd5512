import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IncidentStatistics, StatisticsAsked } from '#domain/contract/incident-statistics.ts'
import type { IncidentFilter } from '#domain/contract/incidents.ts'
import type { IncidentKind } from '#domain/incidents/incident-kinds.ts'
import {
  AGE_CLASSES,
  COUNTED_STATES,
  daysOfMonth,
  OPEN_STATES,
  OUTSIDE_ZONES,
} from '#domain/incidents/statistics.ts'
import type { Role } from '#domain/permissions/roles.ts'
import { incidentsReads } from '#hub/incidents/reads.ts'
import { incidentStatisticsReads } from '#hub/incidents/statistics.ts'
import { writeIncidentBook } from './_incident-book.ts'
import { buildRoom, type TestRoom } from './_lodging.ts'
import { enterPeople } from './_people.ts'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

/** Sunday 09:00 in Viet Nam. */
const clock = testClock('2026-11-22T02:00:00.000Z')
const now = clock.now()
const INCIDENTS = 240

let house: TestHub
let zones: string[]
/** Runs some of the incidents, and reads them in every role below. */
let owner: string
let guard: TestDesk

beforeAll(async () => {
  house = await startTestHub({ now: clock.now })
  const head = await house.signIn('director')
  const rooms: TestRoom[] = []
  for (const code of ['A', 'B', 'C']) rooms.push(await buildRoom(head, code, 1))
  zones = rooms.map(({ zoneId }) => zoneId)
  guard = await house.signIn('zone')
  owner = guard.userId ?? ''
  await head.hub.shifts.setZones({ userId: owner, zoneIds: zones.slice(0, 2) })
  await head.hub.shifts.setRestriction({ isRestricted: true })
  const people = enterPeople(
    house,
    // Each lodges in a room of a zone of his own; one waits for a bed.
    ['Hứa Văn An', 'Lý Văn Bình', 'Nông Văn Cảnh', 'Ma Văn Dũng'].map((name, at) => ({
      name,
      birth: '1990',
      acts: Object.values(rooms[at]?.beds ?? {}).map(
        (bedId) => ['2026-11-01T02:00:00.000Z', { kind: 'placed', facts: { bedId } }] as const,
      ),
    })),
  ).map(({ personId }) => personId)
  writeIncidentBook(house, { seed: 'book', incidents: INCIDENTS, zones, people, owners: [owner], now })
})
afterAll(() => house.close())

const NOTHING: Omit<IncidentFilter, 'states' | 'kinds' | 'zones' | 'from' | 'to'> = {
  personId: null,
  hour: null,
  weekday: null,
  substance: null,
  route: null,
  escape: null,
  injured: null,
  age: null,
  late: false,
  lateNotice: false,
  mine: false,
}

function reading(roles: readonly Role[]) {
  const actor = { key: `user:${owner}`, userId: owner, name: 'Ai đó', roles, sessionId: null, desk: 'bàn' }
  return { actor, now, viewed: () => {} }
}

/** What the routes are answered with, without the way there: there are thousands of lists to open. */
function desk(roles: readonly Role[]) {
  const { figures } = incidentStatisticsReads
  const { list, counts } = incidentsReads
  if (!figures || !list || !counts) throw new Error('nobody counts')
  const { read } = house.hub
  const reader = reading(roles)
  return {
    figures: (asked: StatisticsAsked) => figures(read, reader, asked),
    counts: (filter: IncidentFilter) => counts(read, reader, filter),
    list: (filter: IncidentFilter) => list(read, reader, { ...filter, cursor: null, limit: INCIDENTS }),
  }
}

/** A figure and what the list it opens is narrowed to. */
type Link = readonly [what: string, count: number, narrower: Partial<IncidentFilter>]

function* linksOf(found: IncidentStatistics, asked: StatisticsAsked): Generator<Link> {
  const always = { from: null, to: null }
  const open = { ...always, states: [...OPEN_STATES] }
  yield ['of the period', found.total, {}]
  yield ['of the period before', found.totalBefore, found.before]
  yield ['of yesterday and today', found.recent.count, { from: found.recent.from, to: found.recent.to }]
  yield ['with a late task', found.late, { ...open, late: true }]
  yield ['with a late notice', found.lateNotice, { ...open, lateNotice: true }]
  yield ['duplicates', found.leftOut.duplicates, { states: ['duplicate'] }]
  yield ['no incidents', found.leftOut.notIncidents, { states: ['not-incident'] }]
  yield ['closed', found.closing.closed, { states: ['closed'] }]
  for (const { kind, closed } of found.closing.kinds)
    yield [`closed ${kind}`, closed, { states: ['closed'], kinds: [kind] }]
  for (const { kind, count, before } of found.kinds) {
    yield [kind, count, { kinds: [kind] }]
    yield [`${kind} before`, before, { kinds: [kind], ...found.before }]
  }
  for (const { state, count, ages } of found.standing) {
    yield [state, count, { ...always, states: [state] }]
    for (const age of AGE_CLASSES) yield [`${state} ${age}`, ages[age], { ...always, states: [state], age }]
  }
  for (const { zoneId, name, count, hours } of found.zones) {
    const inZone = { zones: [zoneId ?? OUTSIDE_ZONES] }
    yield [name, count, inZone]
    for (const one of hours) yield [`${name} ${one.hour}`, one.count, { ...inZone, hour: one.hour }]
  }
  for (const { weekday, count, hours } of found.weekdays) {
    yield [`day ${weekday}`, count, { weekday }]
    for (const one of hours) yield [`day ${weekday} ${one.hour}`, one.count, { weekday, hour: one.hour }]
  }
  for (const { month, count } of found.months) yield [month, count, daysOfMonth(month, asked.to)]
  for (const { personId, name, count } of found.repeated) yield [name, count, { personId }]
  for (const { substance, route, incidents } of found.contraband)
    yield [`${substance} ${route}`, incidents, { substance, route }]
  for (const { slice, incidents } of found.escapes) yield [slice, incidents, { escape: slice }]
  for (const { slice, incidents } of found.injured) yield [`injured ${slice}`, incidents, { injured: slice }]
}

const READERS = {
  'who runs incidents': ['incident'],
  'the inspector': ['inspector'],
  'a guard of two zones': ['zone'],
} as const satisfies Record<string, readonly Role[]>

const YEAR = { from: '2025-11-23', to: '2026-11-22' }
const KINDS: IncidentKind[] = ['fight', 'contraband', 'death']

describe('in a book of incidents of every sort', () => {
  type Case = readonly [reader: string, what: string, roles: readonly Role[], asked: StatisticsAsked]
  const cases = Object.entries(READERS).flatMap(([reader, roles]): Case[] => [
    [reader, 'a year', roles, { ...YEAR, zones: [], kinds: [] }],
    [reader, 'one day', roles, { from: YEAR.to, to: YEAR.to, zones: [], kinds: [] }],
    [reader, 'three kinds', roles, { ...YEAR, zones: [], kinds: KINDS }],
  ])

  it.each(cases)('every figure %s sees of %s is as long as the list it opens', (_, __, roles, asked) => {
    const { figures, list } = desk(roles)
    const wrong: unknown[] = []
    for (const [what, count, narrower] of linksOf(figures(asked), asked)) {
      const { rows, total } = list({ ...NOTHING, states: [...COUNTED_STATES], ...asked, ...narrower })
      if (rows.length !== count || total !== count) wrong.push([what, count, rows.length, total])
    }
    expect(wrong).toEqual([])
  })

  it.each([{}, { mine: true }, { kinds: KINDS }, { from: '2026-01-01', to: '2026-06-30' }])(
    'every tile of a board narrowed to %j is as long as the list it opens',
    (narrower) => {
      const { counts, list } = desk(['incident'])
      const filter = { ...NOTHING, states: [], kinds: [], zones: [], from: null, to: null, ...narrower }
      const found = counts(filter)
      const open = { ...filter, states: [...OPEN_STATES] }
      for (const { state, count } of found.states)
        expect([state, list({ ...filter, states: [state] }).total]).toEqual([state, count])
      expect(list({ ...open, late: true }).total).toBe(found.late)
      expect(list({ ...open, lateNotice: true }).total).toBe(found.lateNotice)
      expect(found.late).toBeGreaterThan(0)
    },
  )

  it('a guard is told of nobody whose list the own zones keep closed', async () => {
    const asked = { ...YEAR, zones: [], kinds: [] }
    const { repeated } = await guard.hub.incidentStatistics.figures(asked)
    for (const { personId, name, count } of repeated) {
      const { total } = await guard.hub.incidents.list({ ...asked, states: [...COUNTED_STATES], personId })
      expect([name, total]).toEqual([name, count])
    }
    expect(repeated.map(({ name }) => name).toSorted()).toEqual(['Hứa Văn An', 'Lý Văn Bình', 'Ma Văn Dũng'])
  })

  it('the figures of whoever may not read restricted ones count none of them', () => {
    const asked = { ...YEAR, zones: [], kinds: [] }
    const guards = desk(READERS['a guard of two zones']).figures(asked)
    const inspector = desk(READERS['the inspector'])
    const inZones = { ...NOTHING, ...asked, states: [...COUNTED_STATES], zones: zones.slice(0, 2) }
    const { rows, total } = inspector.list(inZones)
    const readable = rows.filter(({ secrecy }) => secrecy === 'open')
    expect([guards.total, guards.isNarrowed]).toEqual([readable.length, true])
    expect(inspector.figures(asked).isNarrowed).toBe(false)
    expect(readable.length).toBeLessThan(total)
  })
})
