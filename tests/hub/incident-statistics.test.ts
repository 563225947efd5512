import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXHIBIT_ROUTES, EXHIBIT_SUBSTANCES } from '#domain/incidents/exhibit.ts'
import { INCIDENT_KINDS } from '#domain/incidents/incident-kinds.ts'
import { COUNTED_STATES } from '#domain/incidents/statistics.ts'
import { refusalOf } from './_lodging.ts'
import { enterPeople } from './_people.ts'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

/** Sunday 09:00 in Viet Nam. */
const clock = testClock('2026-11-22T02:00:00.000Z')
const FROM = '2025-11-01'
const TO = '2026-11-22'
const COUNTED = [...COUNTED_STATES]

let house: TestHub
let head: TestDesk
let guard: TestDesk
let people: { personId: string; stayId: string }[]

type Report = Parameters<TestDesk['hub']['incidents']['report']>[0]

async function report(change: Partial<Report>): Promise<string> {
  const id = randomUUID()
  await head.hub.incidents.report({
    id,
    kind: 'other',
    occurredAt: '2026-11-20T01:30:00.000Z',
    summary: 'Việc thử',
    placeNote: 'Sân chung',
    ...change,
  })
  return id
}

/** A role of residents in the form of the kind. */
const ROLE_OF = { fight: 'attacker', contraband: 'holder', other: 'involved' } as const

beforeAll(async () => {
  house = await startTestHub({ now: clock.now })
  head = await house.signIn('incident', { name: 'Vũ Việc' })
  guard = await house.signIn('zone', { name: 'Gác Khu' })
  people = enterPeople(
    house,
    ['Hứa Văn An', 'Lý Văn Bình', 'Nông Văn Cảnh'].map((name) => ({ name, birth: '1990' })),
  )
  // Hours and weekdays on both sides of midnight in Viet Nam (17:00Z) and of the turn of a month.
  const moments = [
    '2026-10-31T16:59:00.000Z',
    '2026-10-31T17:00:00.000Z',
    '2026-11-08T05:10:00.000Z',
    '2026-11-15T18:30:00.000Z',
    '2026-11-20T01:30:00.000Z',
    '2026-02-01T01:30:00.000Z',
    '2024-12-31T17:00:00.000Z',
  ]
  for (const [index, occurredAt] of moments.entries()) {
    const kind = (['fight', 'contraband', 'other'] as const)[index % 3] ?? 'other'
    const personId = people[index % 2]?.personId ?? ''
    const id = await report({
      kind,
      occurredAt,
      people: [{ id: randomUUID(), role: ROLE_OF[kind], who: 'resident', personId }],
    })
    if (kind !== 'contraband') continue
    await head.hub.incidents.addExhibit({
      id,
      exhibitId: randomUUID(),
      kind: 'drug',
      substance: 'heroin',
      route: index === 1 ? 'parcel' : 'visit',
      description: 'Gói bột trắng',
      quantity: 0.25,
      unit: 'gram',
      foundAt: occurredAt,
      holder: 'Trực ban',
    })
  }
  await report({ kind: 'staff-misconduct' })
  const twice = await report({ kind: 'other' })
  const { version } = await head.hub.incidents.get({ id: twice })
  await head.hub.incidents.act({ id: twice, version, action: 'take-up' })
  const taken = await head.hub.incidents.get({ id: twice })
  await head.hub.incidents.act({
    id: twice,
    version: taken.version,
    action: 'mark-not-incident',
    comment: 'Báo nhầm',
  })
})
afterAll(() => house.close())

const figures = (by: TestDesk = head) => by.hub.incidentStatistics.figures({ from: FROM, to: TO })

/** How long the list behind a figure is. */
async function listed(filter: object, by: TestDesk = head): Promise<number> {
  const { rows, total } = await by.hub.incidents.list({
    states: COUNTED,
    from: FROM,
    to: TO,
    limit: 200,
    ...filter,
  })
  expect(rows).toHaveLength(total)
  return total
}

describe('what the incidents of a period teach', () => {
  it('is for each figure as many as the list it opens', async () => {
    const found = await figures()
    expect(found.total).toBe(7)
    expect(await listed({})).toBe(found.total)
    for (const kind of INCIDENT_KINDS) {
      const count = found.kinds.find((row) => row.kind === kind)?.count ?? 0
      expect([kind, await listed({ kinds: [kind] })]).toEqual([kind, count])
    }
    for (const { weekday, count, hours } of found.weekdays) {
      expect([weekday, await listed({ weekday })]).toEqual([weekday, count])
      for (const { hour, count: inHour } of hours) {
        expect([weekday, hour, await listed({ weekday, hour })]).toEqual([weekday, hour, inHour])
      }
    }
    for (const substance of EXHIBIT_SUBSTANCES) {
      for (const route of EXHIBIT_ROUTES) {
        const finds = found.contraband.find((row) => row.substance === substance && row.route === route)
        expect([substance, route, await listed({ substance, route })]).toEqual([
          substance,
          route,
          finds?.incidents ?? 0,
        ])
      }
    }
    for (const { personId, count } of found.repeated) expect(await listed({ personId })).toBe(count)
    expect(found.repeated.map(({ count }) => count)).toEqual([3, 3])
  })

  it('adds up to the same total by kind, zone and weekday', async () => {
    const found = await figures()
    const sum = (rows: readonly { count: number }[]) => rows.reduce((all, { count }) => all + count, 0)
    expect([sum(found.kinds), sum(found.zones), sum(found.weekdays)]).toEqual([7, 7, 7])
    expect(found.zones.flatMap(({ hours }) => hours).reduce((all, { count }) => all + count, 0)).toBe(7)
  })

  it('counts hours, weekdays and months as clocks in Viet Nam show them', async () => {
    const found = await figures()
    const saturday = found.weekdays.find(({ weekday }) => weekday === 6)
    const sunday = found.weekdays.find(({ weekday }) => weekday === 7)
    expect(saturday?.hours).toContainEqual({ hour: 23, count: 1 })
    expect(sunday?.hours).toContainEqual({ hour: 0, count: 1 })
    expect(found.months.find(({ month }) => month === '2026-10')?.count).toBe(1)
    expect(found.months).toHaveLength(24)
    expect(found.months[0]?.month).toBe('2024-12')
  })

  it('leaves out what was no incident, and says so', async () => {
    expect((await figures()).leftOut).toEqual({ duplicates: 0, notIncidents: 1 })
  })

  it('counts what is restricted only for those who may read it', async () => {
    const seen = await figures(guard)
    expect(seen.kinds.map(({ kind }) => kind)).not.toContain('staff-misconduct')
    expect(seen.total).toBe(6)
    expect(await listed({}, guard)).toBe(seen.total)
  })

  it('refuses a period that ends before it begins, in words', async () => {
    const refusal = await refusalOf(head.hub.incidentStatistics.figures({ from: TO, to: FROM }))
    expect(JSON.stringify(refusal.data)).toContain('Chọn lại ngày cuối kỳ.')
  })

  it('shows the twelve months of a person by kind and role, as the list does', async () => {
    const personId = people[0]?.personId ?? ''
    const picture = await head.hub.incidentStatistics.person({ personId })
    expect(picture.months).toHaveLength(12)
    expect(await listed({ personId, from: picture.from, to: null })).toBe(picture.total)
    expect(picture.kinds.flatMap(({ roles }) => roles.map(({ label }) => label))).not.toContain('attacker')
  })
})
