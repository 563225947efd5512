import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXHIBIT_ROUTES, EXHIBIT_SUBSTANCES } from '#domain/incidents/exhibit.ts'
import { INCIDENT_KINDS } from '#domain/incidents/incident-kinds.ts'
import { AGE_CLASSES, COUNTED_STATES, daysOfMonth, OUTSIDE_ZONES } from '#domain/incidents/statistics.ts'
import { jobEnd } from './_import-desk.ts'
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

/** A fight with two hurt, one of them taken to hospital. */
async function hurt(): Promise<void> {
  const involvement = (person: number) => ({
    id: randomUUID(),
    role: 'attacker',
    who: 'resident' as const,
    personId: people[person]?.personId ?? '',
  })
  const parties = [involvement(1), involvement(2)]
  const id = await report({ kind: 'fight', occurredAt: '2026-11-10T03:00:00.000Z', people: parties })
  for (const [index, { id: involvementId }] of parties.entries()) {
    const injury = { id, injuryId: randomUUID(), involvementId, isHospital: index === 0 }
    await head.hub.incidents.addInjury({ ...injury, noticedAt: '2026-11-10T03:05:00.000Z' })
  }
}

/** Two who went together the day before; one of them was back after two hours. */
async function escape(): Promise<void> {
  const gone = enterPeople(house, [{ name: 'Ma Văn Trốn' }, { name: 'Ma Văn Chạy' }])
  await head.hub.escapes.report({
    incidentId: randomUUID(),
    at: '2026-11-21T02:00:00.000Z',
    escapes: gone.map(({ stayId }) => ({ eventId: randomUUID(), stayId })),
  })
  await head.hub.escapes.recover({
    recoveries: [{ eventId: randomUUID(), stayId: gone[0]?.stayId ?? '' }],
    at: '2026-11-21T04:00:00.000Z',
  })
}

beforeAll(async () => {
  house = await startTestHub({ now: clock.now })
  head = await house.signIn('incident', { name: 'Vũ Việc' })
  guard = await house.signIn('zone', { name: 'Gác Khu' })
  people = enterPeople(
    house,
    ['Hứa Văn An', 'Lý Văn Bình', 'Nông Văn Cảnh'].map((name) => ({
      name,
      birth: '1990',
      receivedAt: '2024-12-02T02:00:00.000Z',
    })),
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
  await hurt()
  await escape()
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
    expect(found.total).toBe(9)
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
    expect(found.repeated.map(({ count }) => count)).toEqual([4, 3])
  })

  it('is for escapes, injuries and months as many as the list it opens', async () => {
    const found = await figures()
    for (const { slice, incidents } of found.escapes)
      expect([slice, await listed({ escape: slice })]).toEqual([slice, incidents])
    for (const { slice, incidents } of found.injured)
      expect([slice, await listed({ injured: slice })]).toEqual([slice, incidents])
    for (const { month, count } of found.months)
      expect([month, await listed(daysOfMonth(month, TO))]).toEqual([month, count])
    expect(found.escapes.filter(({ incidents }) => incidents > 0)).toEqual([
      { slice: 'any', incidents: 1, people: 2 },
      { slice: 'group', incidents: 1, people: 2 },
      { slice: 'within-24h', incidents: 1, people: 1 },
      { slice: 'away', incidents: 1, people: 1 },
    ])
    expect(found.injured).toEqual([
      { slice: 'any', incidents: 1, people: 2 },
      { slice: 'hospital', incidents: 1, people: 1 },
    ])
  })

  it('is for what stands open, by state and age, as many as the list it opens', async () => {
    const found = await figures()
    const always = { from: null, to: null }
    for (const { state, count, ages } of found.standing) {
      expect([state, await listed({ ...always, states: [state] })]).toEqual([state, count])
      for (const age of AGE_CLASSES)
        expect([age, await listed({ ...always, states: [state], age })]).toEqual([age, ages[age]])
    }
    const states = found.standing.map(({ state }) => state)
    expect(await listed({ ...always, states, late: true })).toBe(found.late)
  })

  it('narrows every figure to zones and kinds', async () => {
    const asked = { from: FROM, to: TO, kinds: ['fight' as const], zones: [OUTSIDE_ZONES] }
    const found = await head.hub.incidentStatistics.figures(asked)
    expect(found.kinds.map(({ kind }) => kind)).toEqual(['fight'])
    expect(await listed({ kinds: ['fight'], zones: [OUTSIDE_ZONES] })).toBe(found.total)
    expect(found.escapes.every(({ incidents }) => incidents === 0)).toBe(true)
  })

  it('leaves as Excel and as a report in Word with the same figures, once that is in the audit', async () => {
    const asked = { from: FROM, to: TO }
    const words = async (file: File) =>
      Object.values(unzipSync(new Uint8Array(await file.arrayBuffer())))
        .map((part) => strFromU8(part))
        .join('\n')
        .replace(/<[^>]+>/g, '|')
    const prepared = await head.hub.incidentStatistics.prepare(asked)
    const job = await jobEnd(head, prepared.jobId)
    expect(job).toMatchObject({ state: 'done', done: 1, total: 1 })
    const workbook = await head.hub.incidentStatistics.workbook(prepared)
    const report = await head.hub.incidentStatistics.report(prepared)
    expect([workbook.name, report.name]).toEqual([
      'so-lieu-vu-viec-2026-11-22.xlsx',
      'bao-cao-vu-viec-2026-11-22.docx',
    ])
    expect(await words(workbook)).toContain('Số vụ việc trong kỳ')
    const told = await words(report)
    expect(told).toMatch(/Trong kỳ: \|+9\|+ vụ việc/)
    expect(told).toContain('Lý Văn Bình')
    expect(told).not.toMatch(/\{[a-z_]+\}/)
    const { lines } = await (await house.signIn('director')).hub.audit.list({})
    const outputs = lines.filter(({ action }) => action === 'incident.statistics-exported')
    expect(outputs).toHaveLength(2)
  })

  it('keeps the files from those who only read', async () => {
    const refusal = await refusalOf(guard.hub.incidentStatistics.prepare({ from: FROM, to: TO }))
    expect(refusal.code).toBe('forbidden')
  })

  it('hands out the figures of a work to whoever began it alone', async () => {
    const { jobId } = await head.hub.incidentStatistics.prepare({ from: FROM, to: TO })
    await jobEnd(head, jobId)
    const other = await house.signIn('director')
    expect((await refusalOf(other.hub.incidentStatistics.workbook({ jobId }))).code).toBe('not_found')
  })

  it('keeps numbers, days and months in Excel what they are, under heads to filter by', async () => {
    const prepared = await head.hub.incidentStatistics.prepare({ from: FROM, to: TO })
    await jobEnd(head, prepared.jobId)
    const parts = unzipSync(await (await head.hub.incidentStatistics.workbook(prepared)).bytes())
    const book = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())
    const sheets = [...book.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name)
    const xmlOf = (name: string) =>
      strFromU8(parts[`xl/worksheets/sheet${sheets.indexOf(name) + 1}.xml`] ?? new Uint8Array())
    // 22/11/2026 and 01/11/2026 as Excel counts days.
    expect(xmlOf('Tổng hợp')).toMatch(/<c r="B3"[^>]*><v>46348<\/v>/)
    expect(xmlOf('Theo tháng')).toMatch(/<c r="A13"[^>]*><v>46327<\/v>/)
    expect(xmlOf('Lượng thu giữ')).toMatch(/<c r="C2"[^>]*><v>0.25<\/v>/)
    for (const name of ['Theo loại', 'Khu theo giờ', 'Lượng thu giữ'])
      expect(xmlOf(name)).toMatch(/<\/sheetData><autoFilter ref="A1:[A-Z]+\d+"\/>/)
  })

  it('adds up to the same total by kind, zone and weekday', async () => {
    const found = await figures()
    const sum = (rows: readonly { count: number }[]) => rows.reduce((all, { count }) => all + count, 0)
    expect([sum(found.kinds), sum(found.zones), sum(found.weekdays)]).toEqual([9, 9, 9])
    expect(found.zones.flatMap(({ hours }) => hours).reduce((all, { count }) => all + count, 0)).toBe(9)
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
    expect(seen.total).toBe(8)
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
