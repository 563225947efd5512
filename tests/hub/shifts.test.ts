import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildRoom, line, receivePeople, refusalOf, type TestRoom } from './_lodging.ts'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

/** 08:00 in Viet Nam. */
const clock = testClock('2026-11-22T01:00:00.000Z')
const NOW_SHIFT = '2026-11-21T23:00:00.000Z'
const NEXT_SHIFT = '2026-11-22T07:00:00.000Z'

let test: TestHub
let zone: TestDesk
let director: TestDesk

beforeAll(async () => {
  test = await startTestHub({ now: clock.now })
  zone = await test.signIn('zone', { name: 'Nông Văn Khu' })
  director = await test.signIn('director', { name: 'Trần Quốc Bảo' })
})
afterAll(() => test.close())

const problemOf = async (call: Promise<unknown>) => (await refusalOf(call)).data.problems?.[0]?.code

describe('duty', () => {
  const duty = (change: Record<string, unknown> = {}) => ({
    id: randomUUID(),
    shiftAt: NEXT_SHIFT,
    userId: zone.userId ?? '',
    postId: null,
    ...change,
  })

  it('is written down once per shift and person, with one lead, and taken back', async () => {
    const first = duty({ isLead: true })
    await director.hub.shifts.assign(first)
    expect(await problemOf(director.hub.shifts.assign(duty()))).toBe('duty-twice')
    const other = duty({ userId: director.userId, isLead: true })
    expect(await problemOf(director.hub.shifts.assign(other))).toBe('duty-lead')
    const { shifts } = await zone.hub.shifts.roster({ from: '2026-11-22', days: 1 })
    expect(shifts.map(({ name, duty: on }) => [name, on.map(({ userName }) => userName)])).toEqual([
      ['Ca 1', []],
      ['Ca 2', ['Nông Văn Khu']],
      ['Ca 3', []],
    ])
    expect(await director.hub.shifts.copyDay({ day: '2026-11-23' })).toEqual({ assigned: 1 })
    await director.hub.shifts.unassign({ id: first.id })
    const after = await zone.hub.shifts.roster({ from: '2026-11-22', days: 1 })
    expect(after.shifts.flatMap((shift) => shift.duty)).toEqual([])
  })

  it('is not written into a shift that is over or does not exist', async () => {
    expect(await problemOf(director.hub.shifts.assign(duty({ shiftAt: '2026-11-21T15:00:00.000Z' })))).toBe(
      'duty-past',
    )
    expect((await refusalOf(director.hub.shifts.assign(duty({ shiftAt: clock.now() })))).code).toBe(
      'not_found',
    )
    await director.hub.shifts.assign(duty({ shiftAt: NOW_SHIFT }))
  })

  it('follows new times from their day on and not before', async () => {
    const times = [
      { name: 'Ngày', starts: '07:00' },
      { name: 'Đêm', starts: '19:00' },
    ]
    expect(await problemOf(director.hub.shifts.setTimes({ validFrom: '2026-11-22', times }))).toBe(
      'shift-not-future',
    )
    await director.hub.shifts.setTimes({ validFrom: '2026-12-01', times })
    const { shifts } = await zone.hub.shifts.roster({ from: '2026-11-30', days: 2 })
    expect(shifts.map(({ name }) => name)).toEqual(['Ca 1', 'Ca 2', 'Ca 3', 'Ngày', 'Đêm'])
    const setup = await zone.hub.shifts.setup({})
    expect(setup.coming).toEqual([{ validFrom: '2026-12-01', times }])
  })
})

describe('a team (ZONE-07, D163 Điều 112.2: one responsible staff member)', () => {
  it('is formed, filled, handed over; people are in one team at a time', async () => {
    const people = receivePeople(test, [{ name: 'Lý Văn Tổ' }, { name: 'Vi Văn Đội' }])
    const said = { name: 'Tổ 1', purpose: 'Cùng thời hạn', responsibleId: zone.userId ?? '' }
    const one = randomUUID()
    const two = randomUUID()
    await zone.hub.teams.add({ id: one, ...said })
    expect(await problemOf(zone.hub.teams.add({ id: two, ...said }))).toBe('team-name')
    const nobody = { ...said, name: 'Tổ 2', responsibleId: randomUUID() }
    expect(await problemOf(zone.hub.teams.add({ id: two, ...nobody }))).toBe('team-responsible')
    await zone.hub.teams.add({ id: two, ...said, name: 'Tổ 2', responsibleId: director.userId ?? '' })
    const stayIds = people.map(({ stayId }) => stayId)
    expect(await zone.hub.teams.put({ teamId: one, stayIds })).toEqual({ moved: 2 })
    expect(await zone.hub.teams.put({ teamId: two, stayIds: stayIds.slice(0, 1) })).toEqual({ moved: 1 })
    const { teams, rule } = await zone.hub.teams.list({})
    expect(teams.map(({ name, members }) => [name, members])).toEqual([
      ['Tổ 1', 1],
      ['Tổ 2', 1],
    ])
    expect(rule.article).toContain('112.2')
    const { team } = await zone.hub.teams.ofPerson({ personId: people[0]?.personId ?? '' })
    expect(team).toMatchObject({ name: 'Tổ 2', responsibleName: 'Trần Quốc Bảo' })
    expect(await problemOf(zone.hub.teams.close({ id: one, version: 1 }))).toBe('team-not-empty')
    const change = { id: two, ...said, name: 'Tổ Hai' }
    expect(await zone.hub.teams.change({ ...change, version: 1 })).toEqual({ id: two, version: 2 })
    expect((await refusalOf(zone.hub.teams.change({ ...change, version: 1 }))).code).toBe('conflict')
  })
})

describe('zone staff held to their zones', () => {
  let mine: TestRoom
  let other: TestRoom
  let inMine: { personId: string; stayId: string }
  let inOther: { personId: string; stayId: string }

  beforeAll(async () => {
    const administrator = await test.signIn('administrator')
    mine = await buildRoom(administrator, 'M', 2)
    other = await buildRoom(administrator, 'O', 2)
    const [first, second] = receivePeople(test, [{ name: 'Chu Văn Mình' }, { name: 'Mã Văn Khác' }])
    if (!first || !second) throw new Error('nobody came')
    inMine = first
    inOther = second
    await director.hub.placement.place({
      placements: [
        line(first.stayId, Object.values(mine.beds)[0] ?? ''),
        line(second.stayId, Object.values(other.beds)[0] ?? ''),
      ],
      at: null,
    })
    await director.hub.shifts.setZones({ userId: zone.userId ?? '', zoneIds: [mine.zoneId] })
  })

  const codeOf = async (call: Promise<unknown>) =>
    call.then(
      () => 'allowed',
      (error: unknown) => (error as { code: string }).code,
    )

  it('see everybody by default, as a small centre works', async () => {
    expect(await codeOf(zone.hub.people.get({ id: inOther.personId }))).toBe('allowed')
  })

  it('open, list, move and count their own only once the centre says so, and still find everybody', async () => {
    await director.hub.shifts.setRestriction({ isRestricted: true })
    const answers = await Promise.all([
      codeOf(zone.hub.people.get({ id: inMine.personId })),
      codeOf(zone.hub.people.get({ id: inOther.personId })),
      codeOf(zone.hub.custody.line({ stayId: inOther.stayId })),
      codeOf(zone.hub.placement.lodgers({ zoneId: other.zoneId })),
      codeOf(zone.hub.headCount.grid({ zoneId: other.zoneId, shiftAt: NOW_SHIFT })),
      codeOf(zone.hub.alerts.list({ personId: inOther.personId })),
      codeOf(zone.hub.roll.people({})),
      codeOf(
        zone.hub.placement.place({
          placements: [line(inMine.stayId, Object.values(other.beds)[1] ?? '')],
          at: null,
        }),
      ),
    ])
    expect(answers).toEqual(['allowed', ...Array.from({ length: 7 }, () => 'forbidden')])
    const { rows } = await zone.hub.people.list({})
    expect(rows.map(({ personId }) => personId)).toEqual([inMine.personId])
    const found = await zone.hub.people.search({ text: 'Mã Văn Khác' })
    expect(found.present.map(({ personId }) => personId)).toEqual([inOther.personId])
    expect(await codeOf(director.hub.people.get({ id: inOther.personId }))).toBe('allowed')
  })

  it('without a zone of their own list nobody', async () => {
    await director.hub.shifts.setZones({ userId: zone.userId ?? '', zoneIds: [] })
    expect((await zone.hub.people.list({})).rows).toEqual([])
  })
})
