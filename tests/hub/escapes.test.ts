import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PhotoRoster } from '#domain/contract/escapes.ts'
import type { CustodyAct } from '#domain/custody/facts.ts'
import { buildRoom, line, receivePeople, refusalOf, type TestRoom } from './_lodging.ts'
import { enterPeople, type TestPerson } from './_people.ts'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

/** 13:20 in Viet Nam: within the hour before the hand-over at 14:00. */
const clock = testClock('2026-11-22T06:20:00.000Z')
const SHIFT = '2026-11-22T07:00:00.000Z'
/** 23:30 the night before. */
const NIGHT = '2026-11-21T16:30:00.000Z'

let test: TestHub
let zone: TestDesk
let incident: TestDesk
let intake: TestDesk
let rooms = 0

beforeAll(async () => {
  test = await startTestHub({ now: clock.now })
  zone = await test.signIn('zone', { name: 'Nông Văn Khu' })
  incident = await test.signIn('incident', { name: 'Bế Văn Việc' })
  intake = await test.signIn('intake')
})
afterAll(() => test.close())

function enter(person: Partial<TestPerson> = {}) {
  const [entered] = enterPeople(test, [{ name: 'Nông Văn Dũng', birth: '1990-04-03', ...person }])
  if (!entered) throw new Error('nobody entered')
  return entered
}

const one = (stayId: string, more: Record<string, unknown> = {}) => ({
  incidentId: randomUUID(),
  escapes: [{ eventId: randomUUID(), stayId }],
  ...more,
})

async function dutiesOf(stayId: string) {
  const { rows } = await incident.hub.obligations.ofStay({ stayId })
  return Object.fromEntries(rows.map(({ duty, state, dueAt }) => [duty, `${state} ${dueAt.slice(0, 16)}`]))
}

/** A zone with one room and so many people in it. */
async function lodged(count: number): Promise<TestRoom & { stays: string[] }> {
  rooms += 1
  const room = await buildRoom(await test.signIn('administrator'), `T${rooms}`, count + 1)
  const people = receivePeople(
    test,
    Array.from({ length: count }, (_, i) => ({ name: `Lý Văn Trốn ${i}` })),
  )
  const beds = Object.values(room.beds)
  await zone.hub.placement.place({
    placements: people.map(({ stayId }, i) => line(stayId, beds[i] ?? '')),
    at: null,
  })
  return { ...room, stays: people.map(({ stayId }) => stayId) }
}

describe('one person, at night', () => {
  it('opens the incident, stops the clock and starts the hours of INC-02 and INC-04 in one act', async () => {
    const { stayId, personId } = enter()
    const report = one(stayId, { at: NIGHT, clothes: 'áo xanh', direction: 'phía suối' })
    const { incidentId, number } = await zone.hub.escapes.report(report)
    expect(number).toMatch(/^VV-2026-\d{4}$/)
    const found = await incident.hub.incidents.get({ id: incidentId })
    expect(found).toMatchObject({ kind: 'escape', state: 'reported', occurredAt: NIGHT })
    expect(found.involvements.map(({ personId: who, role }) => [who, role])).toEqual([[personId, 'escaped']])
    expect(await dutiesOf(stayId)).toMatchObject({
      'INC-02': 'scheduled 2026-11-22T16:30',
      'INC-04': 'scheduled 2026-11-22T16:30',
    })
    const { people } = await zone.hub.escapes.ofIncident({ incidentId })
    expect(people).toMatchObject([
      {
        name: 'Nông Văn Dũng',
        standing: 'away',
        clothes: 'áo xanh',
        search: { rule: 'INC-02', form: 'Mẫu 43', isOurs: true },
        told: [{ rule: 'INC-04', hours: 24 }],
        sightings: [{ kind: 'custody' }],
      },
    ])
    const { endOn } = (await intake.hub.people.get({ id: personId })).stays[0]?.clock ?? {}
    expect(endOn).toBeNull()
  })

  it('meets INC-02 with the numbered decision and INC-04 with the notice once it was sent', async () => {
    const { stayId } = enter()
    const { incidentId } = await zone.hub.escapes.report(one(stayId, { at: NIGHT }))
    const made = await intake.hub.documents.make({
      id: randomUUID(),
      stayId,
      form: 'search-decision',
      on: null,
      answers: {},
    })
    expect(made).toMatchObject({ formNumber: 'Mẫu số 43' })
    expect((await dutiesOf(stayId))['INC-02']).toContain('done')
    expect((await dutiesOf(stayId))['INC-04']).toContain('scheduled')
    const { notices } = await incident.hub.incidents.get({ id: incidentId })
    const [notice] = notices
    await incident.hub.incidents.sendNotice({
      id: notice?.id ?? '',
      version: notice?.version ?? 1,
      sentAt: clock.now(),
      how: 'document-system',
    })
    expect((await dutiesOf(stayId))['INC-04']).toContain('done')
  })

  it('is recovered after 9 days: the end moves by 9 days (TERM-09, CNT-04) and what moved is told with its rule', async () => {
    const { stayId, personId } = enter({
      acts: [
        ['2026-11-01T16:30:00.000Z', { kind: 'escaped', facts: { manner: 'single' } }],
        ['2026-11-02T02:00:00.000Z', { kind: 'recovered', facts: {} }],
      ],
    })
    const report = one(stayId, { at: '2026-11-10T16:30:00.000Z' })
    const [{ eventId } = { eventId: '' }] = report.escapes
    await zone.hub.escapes.report(report)
    await zone.hub.escapes.recover({
      recoveries: [{ eventId: randomUUID(), stayId }],
      at: '2026-11-19T02:00:00.000Z',
      byWhom: 'Công an xã Cao Lộc',
    })
    const effect = await zone.hub.escapes.explain({ id: eventId })
    expect(effect).toMatchObject({
      daysAway: 9,
      endBefore: '2028-08-11',
      endAfter: '2028-08-20',
      endMovedBy: 9,
      line: { rule: 'TERM-09' },
    })
    expect(effect.duties.find(({ duty }) => duty === 'DIS-01')).toMatchObject({
      change: 'moved',
      before: '2028-07-12T10:00:00.000Z',
      after: '2028-07-21T10:00:00.000Z',
      rule: 'DIS-01',
    })
    const file = await intake.hub.people.get({ id: personId })
    expect(file.stays[0]?.clock.endOn).toBe('2028-08-20')
    const { rows } = await zone.hub.escapes.list({ standing: 'all', personId })
    expect(rows).toMatchObject([{ id: eventId, standing: 'recovered' }])
  })

  it('prints a sheet that names what Mẫu 43 asks for and the record lacks (INC-09), and the look is on record', async () => {
    const { stayId, personId } = enter()
    const report = one(stayId)
    await zone.hub.escapes.report(report)
    const id = report.escapes[0]?.eventId ?? ''
    const { people } = await zone.hub.escapes.ofIncident({ incidentId: report.incidentId })
    await zone.hub.escapes.describe({
      id,
      version: people[0]?.version ?? 1,
      clothes: 'áo trắng',
      heightCm: 170,
      weightKg: 60.5,
    })
    const sheet = await zone.hub.escapes.sheet({ id })
    expect(sheet).toMatchObject({ clothes: 'áo trắng', heightCm: 170, weightKg: 60.5 })
    expect(sheet.missing).toEqual([
      'ảnh',
      'giấy tờ tùy thân',
      'nơi thường trú',
      'dấu hiệu riêng',
      'quan hệ gia đình',
    ])
    const late = await refusalOf(zone.hub.escapes.describe({ id, version: 1, clothes: 'áo đỏ' }))
    expect(late.code).toBe('conflict')
    const director = await test.signIn('director')
    // A view is written down after the answer.
    await expect
      .poll(async () => {
        const { lines } = await director.hub.audit.list({ action: 'person.viewed-search-sheet' })
        return lines[0]?.personId
      })
      .toBe(personId)
  })
})

describe('many, from a count that failed', () => {
  it('are one incident, one act and a line for each: 40 people of a zone', async () => {
    const room = await lodged(40)
    await zone.hub.headCount.enter({
      zoneId: room.zoneId,
      shiftAt: SHIFT,
      roomId: room.roomId,
      counted: 0,
      version: 0,
    })
    const escapes = room.stays.map((stayId) => ({ stayId, eventId: randomUUID() }))
    const count = { zoneId: room.zoneId, shiftAt: SHIFT }
    const { incidentId } = await zone.hub.escapes.report({ incidentId: randomUUID(), escapes, count })
    const found = await incident.hub.incidents.get({ id: incidentId })
    expect(found.involvements).toHaveLength(40)
    expect(found.notices).toHaveLength(40)
    const grid = await zone.hub.headCount.grid(count)
    expect(grid.rooms).toMatchObject([{ state: 'explained', left: 0, computedNow: 0 }])
    expect(grid.rooms[0]?.lines).toHaveLength(40)
    expect((await dutiesOf(room.stays[39] ?? ''))['INC-04']).toContain('scheduled')
    const { away } = await zone.hub.escapes.list({})
    expect(away).toBeGreaterThanOrEqual(40)
  })

  it('named one after another join the incident the count has begun', async () => {
    const room = await lodged(3)
    const of = { zoneId: room.zoneId, shiftAt: SHIFT, roomId: room.roomId }
    await zone.hub.headCount.enter({ ...of, counted: 1, version: 0 })
    const [first = '', second = ''] = room.stays
    for (const stayId of [first, second]) {
      await zone.hub.headCount.explain({
        ...of,
        id: randomUUID(),
        direction: 'missing',
        reason: 'escaped',
        stayId,
        eventId: randomUUID(),
      })
    }
    const { rows } = await zone.hub.escapes.list({ limit: 200 })
    const incidents = rows.filter((row) => [first, second].includes(row.stayId)).map((row) => row.incidentId)
    expect(incidents).toHaveLength(2)
    expect(new Set(incidents).size).toBe(1)
  })

  it('have a decision and a notice each: the last decision ends the task of the incident, a cancelled one takes that back', async () => {
    const { stays } = await lodged(3)
    const escapes = stays.map((stayId) => ({ stayId, eventId: randomUUID() }))
    const { incidentId } = await zone.hub.escapes.report({ incidentId: randomUUID(), escapes })
    const decide = (stayId: string) =>
      incident.hub.documents.make({ id: randomUUID(), stayId, form: 'search-decision', answers: {} })
    const task = async () => {
      const { tasks } = await incident.hub.incidents.get({ id: incidentId })
      return tasks.find(({ step }) => step === 'search-decision')
    }
    const [first = '', ...others] = stays
    await decide(first)
    expect(await task()).toMatchObject({ doneAt: null })
    const made = []
    for (const stayId of others) made.push(await decide(stayId))
    const last = made.at(-1)
    const ended = await task()
    expect(ended).toMatchObject({ doneBy: 'Máy chủ', result: expect.stringContaining('3 quyết định') })
    expect(ended?.result).toContain(last?.fullNumber)
    await incident.hub.documents.cancel({ id: last?.id ?? '', version: 1, reason: 'Sai ngày sinh' })
    expect(await task()).toMatchObject({ doneAt: null, result: null })
    const { papers } = await incident.hub.escapes.ofIncident({ incidentId })
    expect(papers.map(({ form }) => form)).toEqual(['search-decision', 'search-decision'])
  })

  it('are told of in one act, all or none: whoever was told of meanwhile is named', async () => {
    const { stays } = await lodged(3)
    const escapes = stays.map((stayId) => ({ stayId, eventId: randomUUID() }))
    const { incidentId } = await zone.hub.escapes.report({ incidentId: randomUUID(), escapes })
    const unsent = async () => (await incident.hub.escapes.ofIncident({ incidentId })).unsent
    const notices = (await unsent()).map(({ id, version }, i) => ({
      id,
      version,
      paperNumber: `${i + 1}/TB-CSCN`,
    }))
    expect(notices).toHaveLength(3)
    expect((await zone.hub.escapes.ofIncident({ incidentId })).unsent).toEqual([])
    const sent = { sentAt: clock.now(), how: 'document-system' } as const
    const { sendNotices } = incident.hub.incidents
    const stale = notices.map((one, i) => (i === 2 ? { ...one, version: 9 } : one))
    const refused = await refusalOf(sendNotices({ notices: stale, ...sent }))
    expect(refused.code).toBe('conflict')
    expect(await unsent()).toHaveLength(3)
    expect((await refusalOf(zone.hub.incidents.sendNotices({ notices, ...sent }))).code).toBe('forbidden')
    const key = randomUUID()
    for (let times = 0; times < 2; times += 1) {
      const done = await sendNotices({ notices, ...sent }, { context: { key } })
      expect(done.notices).toHaveLength(3)
    }
    expect(await unsent()).toEqual([])
    const found = await incident.hub.incidents.get({ id: incidentId })
    expect(found.notices.map(({ paperNumber }) => paperNumber)).toEqual([
      '1/TB-CSCN',
      '2/TB-CSCN',
      '3/TB-CSCN',
    ])
    for (const stayId of stays) expect((await dutiesOf(stayId))['INC-04']).toContain('done')
    const director = await test.signIn('director')
    const { lines } = await director.hub.audit.list({ action: 'incident.notice-sent' })
    const told = lines.filter(({ subjectId }) => subjectId === incidentId)
    expect(new Set(told.map(({ personId }) => personId)).size).toBe(3)
  })

  it('are written down all or not at all, naming whoever cannot have escaped', async () => {
    const gone = enter({
      name: 'Hứa Văn Về',
      acts: [['2026-11-20T02:00:00.000Z', { kind: 'released', facts: {} }]],
    })
    const here = enter({ name: 'Hứa Văn Đây' })
    const escapes = [gone, here].map(({ stayId }) => ({ stayId, eventId: randomUUID() }))
    const refused = await refusalOf(zone.hub.escapes.report({ incidentId: randomUUID(), escapes }))
    expect(refused.message).toContain('Hứa Văn Về đã kết thúc')
    expect((await zone.hub.custody.line({ stayId: here.stayId })).position).toBe('awaiting-bed')
  })
})

describe('the law of the day', () => {
  const law = async (track: TestPerson['track'], at: string) => {
    const { stayId } = enter({
      ...(track ? { track } : {}),
      receivedAt: '2026-02-10T02:00:00.000Z',
      startOn: '2026-02-10',
    })
    const { people } = await zone.hub.escapes.prepare({ stayIds: [stayId], at })
    const [found] = people
    return {
      search: found?.search && [
        found.search.rule,
        found.search.form,
        found.search.isOurs,
        found.search.isOptional,
      ],
      told: found?.told.map(({ rule }) => rule),
    }
  }
  it.each([
    [
      'INC-07 D116 Điều 3.5: no search, district and commune told',
      'voluntary',
      '2026-03-05T02:00:00.000Z',
      null,
      ['INC-05', 'INC-07'],
    ],
    [
      'INC-07 L120 Điều 46.2đ: left to the head',
      'voluntary',
      '2026-10-09T03:00:00.000Z',
      ['INC-07', 'Mẫu 43', true, true],
      ['INC-04', 'INC-07'],
    ],
    [
      'INC-03 D116 Điều 48: the deciding body',
      'held',
      '2026-03-05T02:00:00.000Z',
      ['INC-03', null, false, false],
      ['INC-05'],
    ],
    [
      'INC-03 D163 Điều 109.2: the head, Mẫu 43',
      'held',
      '2026-10-09T03:00:00.000Z',
      ['INC-03', 'Mẫu 43', true, false],
      ['INC-04'],
    ],
  ] as const)('%s', async (_title, track, at, search, told) => {
    expect(await law(track, at)).toEqual({ search, told })
  })

  it('INC-07 D163 Điều 4: a voluntary person who leaves is to be told of and counts as gone after 2 working days, 24/11 being a holiday', async () => {
    const { stayId } = enter({ track: 'voluntary' })
    await zone.hub.escapes.report(one(stayId, { at: NIGHT }))
    const duties = await dutiesOf(stayId)
    expect(duties['INC-02']).toBeUndefined()
    expect(duties).toMatchObject({
      'INC-04': 'scheduled 2026-11-22T16:30',
      'UP-03': 'scheduled 2026-11-25T10:00',
    })
  })

  it('INC-03 D163 Điều 109.2: somebody held while the dossier is made is searched for by a decision of the head', async () => {
    const { stayId } = enter({ track: 'held' })
    await zone.hub.escapes.report(one(stayId, { at: NIGHT }))
    expect(await dutiesOf(stayId)).toMatchObject({ 'INC-03': 'scheduled 2026-11-22T16:30' })
    const plan = await intake.hub.documents.prepare({ stayId, form: 'search-decision', on: null })
    expect(plan).toMatchObject({ formNumber: 'Mẫu số 43', problem: null })
  })
})

describe('one way only', () => {
  it.each<[CustodyAct, string]>([
    [{ kind: 'escaped', facts: { manner: 'single' } }, 'Báo bỏ trốn'],
    [{ kind: 'recovered', facts: {} }, 'Đã đưa trở lại'],
  ])('%o is not written as a plain event', async (act, button) => {
    const { stayId } = enter()
    const refused = await refusalOf(zone.hub.custody.record({ id: randomUUID(), stayId, act }))
    expect(refused.message).toContain(button)
  })

  it('a mistake is taken back by a correction with a reason; the bed is kept and the incident is none', async () => {
    const room = await lodged(2)
    const [stayId = ''] = room.stays
    const report = one(stayId)
    await zone.hub.escapes.report(report)
    const id = report.escapes[0]?.eventId ?? ''
    await zone.hub.escapes.withdraw({
      escapes: [{ id, correctionId: randomUUID() }],
      why: 'Đang ở phòng y tế',
    })
    const { position, bedCode } = await zone.hub.custody.line({ stayId })
    expect([position, bedCode]).toEqual(['in-bed', `T${rooms}1-01`])
    const found = await incident.hub.incidents.get({ id: report.incidentId })
    expect(found.state).toBe('not-incident')
    expect((await dutiesOf(stayId))['INC-04']).toBeUndefined()
    const gone = await refusalOf(zone.hub.escapes.explain({ id }))
    expect(gone.message).toContain('ghi nhầm')
  })

  it('a corrected time goes on as the same escape of the same incident', async () => {
    const { stayId } = enter()
    const report = one(stayId, { at: NIGHT })
    await zone.hub.escapes.report(report)
    const instead = {
      id: randomUUID(),
      stayId,
      at: '2026-11-21T15:00:00.000Z',
      act: { kind: 'escaped', facts: { manner: 'single' } },
    } as const
    await zone.hub.custody.correct({
      corrections: [{ id: randomUUID(), stayId, eventId: report.escapes[0]?.eventId ?? '' }],
      why: 'Sai giờ',
      instead,
    })
    const { people } = await zone.hub.escapes.ofIncident({ incidentId: report.incidentId })
    expect(people).toMatchObject([{ id: instead.id, escapedAt: instead.at, standing: 'away' }])
  })

  it('is closed to roles that record no custody', async () => {
    const medical = await test.signIn('medical')
    const { stayId } = enter()
    expect((await refusalOf(medical.hub.escapes.report(one(stayId)))).code).toBe('forbidden')
  })
})

describe('the roster with photos', () => {
  it('lays everybody inside out by zone and room as a job, without those who escaped, and is on record', async () => {
    const room = await lodged(3)
    const [gone = ''] = room.stays
    await zone.hub.escapes.report(one(gone))
    const { jobId } = await zone.hub.escapes.roster({ zoneId: room.zoneId })
    await test.hub.jobs.ended(jobId)
    const job = await zone.hub.jobs.get({ id: jobId })
    const roster = job.result as PhotoRoster
    expect(job).toMatchObject({ state: 'done', done: 1, total: 1 })
    expect(roster).toMatchObject({ total: 2, withoutPhoto: 2, zones: [{ people: 2 }] })
    expect(roster.zones[0]?.rooms.map(({ people }) => people.length)).toEqual([2])
    const director = await test.signIn('director')
    const { lines } = await director.hub.audit.list({ action: 'roster.printed' })
    expect(lines[0]?.facts).toMatchObject({ people: 2 })
  })
})
