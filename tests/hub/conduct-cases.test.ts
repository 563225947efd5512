import { randomUUID } from 'node:crypto'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ConductCentre, problemsOf as problems } from './_conduct-centre.ts'
import { refusalOf } from './_lodging.ts'
import { testClock, type TestDesk, type TestHub } from './_test-hub.ts'

// Sunday 22/11/2026, 09:00.
const clock = testClock('2026-11-22T02:00:00.000Z')

let centre: ConductCentre
let test: TestHub
let zone: TestDesk
let incident: TestDesk
let director: TestDesk

beforeAll(async () => {
  centre = await ConductCentre.start(clock.now)
  ;({ test, zone, incident, director } = centre)
})
afterAll(() => test.close())

describe('a violation', () => {
  it('goes over council and decision into the special zone, and back out again (INC-10, INC-11, ZONE-06)', async () => {
    const { personId, stayId } = await centre.somebody()
    const id = await centre.heard(stayId)
    // DAY-17d: no visits while it is considered.
    const considered = await director.hub.visits.person({ personId })
    expect(considered.restrictions).toMatchObject([
      { reason: expect.stringMatching(/^Đang bị xem xét kỷ luật \(vụ số \d+\/2026\)$/), toOn: null },
    ])
    const open = await director.hub.obligations.list({ roles: [], limit: 200 })
    expect(open.rows.filter((row) => row.stayId === stayId).map(({ duty }) => duty)).toContain('CASE-03')

    expect((await refusalOf(zone.hub.conductCases.decide(centre.decision(id)))).code).toBe('forbidden')
    const long = { ...centre.decision(id), toOn: '2026-12-02' }
    expect(await problems(director.hub.conductCases.decide(long))).toEqual(['zone-too-long'])
    const { version } = await director.hub.conductCases.decide(centre.decision(id))

    const bed = { eventId: randomUUID(), bedId: centre.special.bedId, reason: null }
    expect((await refusalOf(incident.hub.conductCases.begin({ id, version, bed }))).code).toBe('forbidden')
    const wrong = { ...bed, bedId: Object.values(centre.home.beds)[5] ?? '' }
    expect(await problems(zone.hub.conductCases.begin({ id, version, bed: wrong }))).toEqual(['begin-bed'])
    await zone.hub.conductCases.begin({ id, version, bed })
    const serving = await incident.hub.conductCases.get({ id })
    expect(serving).toMatchObject({
      state: 'in-force',
      daysLeft: 6,
      isInSpecialZone: true,
      stopsVisits: true,
    })
    expect(serving.next).toEqual(['review', 'appeal'])

    // Q1567 Điều 24 refuses the visit by name.
    const shown = await director.hub.visits.person({ personId })
    const now = shown.restrictions.filter(({ liftedAt }) => liftedAt === null)
    expect(now).toMatchObject([{ fromOn: '2026-11-22', toOn: '2026-11-28' }])

    const early = { id, version: version + 1, action: 'end' as const }
    expect(await problems(zone.hub.conductCases.close(early))).toEqual(['end-early'])
    await zone.hub.conductCases.review({
      id,
      version: version + 1,
      reviewOn: '2026-11-27',
      comment: 'Đã tiến bộ',
    })
    const lift = { id, version: version + 2, action: 'lift' as const }
    expect(await problems(director.hub.conductCases.close(lift))).toEqual(['case-comment'])
    await director.hub.conductCases.close({ ...lift, comment: 'Tiến bộ rõ' })
    const lifted = await director.hub.visits.person({ personId })
    expect(lifted.restrictions.filter(({ liftedAt }) => liftedAt === null)).toEqual([])
    const after = await zone.hub.conductCases.get({ id })
    expect(after).toMatchObject({ state: 'lifted', isInSpecialZone: true, endedOn: '2026-11-22' })
    expect(after.steps.map(({ action }) => action)).toEqual([
      'propose',
      'convene',
      'hear',
      'decide',
      'begin',
      'review',
      'lift',
    ])
    const placements = [
      { eventId: randomUUID(), stayId, bedId: Object.values(centre.home.beds)[0] ?? '', reason: 'Về' },
    ]
    await zone.hub.placement.place({ placements })
  })

  it('decided by two at once takes the first and tells the second what stands', async () => {
    const { stayId } = await centre.somebody()
    const id = await centre.heard(stayId)
    const other = await test.signIn('director')
    const answers = await Promise.allSettled([
      director.hub.conductCases.decide(centre.decision(id)),
      other.hub.conductCases.decide(centre.decision(id)),
    ])
    const lost = answers.filter((answer) => answer.status === 'rejected')
    expect(lost).toHaveLength(1)
    expect(lost[0]?.reason).toMatchObject({
      code: 'conflict',
      data: { current: { state: 'Đã quyết định, chưa thi hành', number: expect.stringMatching(/QĐ-CS1$/) } },
    })
  })

  it('lowers what is proposed for the month (CON-04b) and is not counted once revoked', async () => {
    const { stayId } = await centre.somebody()
    const id = await centre.propose(stayId, 'warning')
    const asked = { ...centre.decision(id, 1), form: 'warning' as const, toOn: null, reviewOn: null }
    const noCouncil = { ...asked, comment: null, signerName: null }
    expect(await problems(director.hub.conductCases.decide(noCouncil))).toEqual(['case-comment'])
    await director.hub.conductCases.decide(asked)
    await zone.hub.conductCases.begin({ id, version: 2 })
    expect(await director.hub.conductCases.get({ id })).toMatchObject({
      state: 'ended',
      endedOn: '2026-11-22',
    })
    const rated = async () => {
      const grid = await zone.hub.conduct.grid({ month: '2026-11' })
      return grid.rows.find((row) => row.stayId === stayId)
    }
    expect(await rated()).toMatchObject({ proposed: 'average' })
    expect((await rated())?.reasons).toContain(`cảnh cáo (Quyết định ${asked.number})`)
    const revoke = { id, version: 3, action: 'revoke' as const, comment: 'Sai người' }
    expect((await refusalOf(incident.hub.conductCases.close(revoke))).code).toBe('forbidden')
    await director.hub.conductCases.close(revoke)
    expect((await rated())?.reasons).not.toContain(`cảnh cáo (Quyết định ${asked.number})`)
  })

  it('is complained of in the book of requests; what comes of it ends the measure (REQ-01)', async () => {
    const { personId, stayId } = await centre.somebody()
    const id = await centre.heard(stayId)
    await director.hub.conductCases.decide(centre.decision(id))
    const requestId = randomUUID()
    const appeal = { id, version: 4, requestId, body: 'Tôi không đánh ai' }
    const { number } = await zone.hub.conductCases.appeal(appeal)
    const request = await director.hub.requests.get({ id: requestId })
    expect(request).toMatchObject({ kind: 'complaint', topic: 'conduct', personId })
    expect((await director.hub.conductCases.get({ id })).appeal).toMatchObject({ number, outcome: null })
    expect(
      await problems(zone.hub.conductCases.appeal({ ...appeal, version: 5, requestId: randomUUID() })),
    ).toEqual(['appeal-twice'])
    const settle = { id, version: 5, outcome: 'revoked' as const, comment: 'Nhân chứng rút lời' }
    await director.hub.conductCases.settleAppeal(settle)
    expect(await director.hub.conductCases.get({ id })).toMatchObject({ state: 'revoked', effects: [] })
    const free = await director.hub.visits.person({ personId })
    expect(free.restrictions.filter(({ liftedAt }) => liftedAt === null)).toEqual([])
  })

  it('keeps numbers of decisions single, and each view in the audit', async () => {
    const [one, other] = [await centre.somebody(), await centre.somebody()]
    const first = await centre.heard(one.stayId)
    const asked = centre.decision(first)
    await director.hub.conductCases.decide(asked)
    const second = await centre.heard(other.stayId)
    const double = { ...centre.decision(second), number: asked.number }
    expect(await problems(director.hub.conductCases.decide(double))).toEqual(['case-number'])
    await zone.hub.conductCases.get({ id: first })
    const seen = await director.hub.audit.list({ personId: one.personId })
    expect(JSON.stringify(seen)).toContain('conduct-case.viewed')
  })

  it('asks who signs: the head of the day, or the ground for another', async () => {
    const { stayId } = await centre.somebody()
    const id = await centre.heard(stayId)
    const alone = { ...centre.decision(id), comment: null }
    expect(await problems(director.hub.conductCases.decide(alone))).toEqual(['case-signer'])
  })

  it('has its minutes and decision made as numbered papers', async () => {
    const { stayId } = await centre.somebody()
    const id = await centre.heard(stayId)
    const prepared = await director.hub.documents.prepare({ stayId, form: 'council-minutes' })
    expect(prepared.asked.find(({ tag }) => tag === 'dien_bien')?.value).toBe('Thống nhất')
    const made = await director.hub.documents.make({ id: randomUUID(), stayId, form: 'discipline-decision' })
    const plan = await director.hub.conductCases.plan({ kind: 'violation', on: '2026-11-22', caseId: id })
    expect(plan).toMatchObject({ number: made.fullNumber, mostDays: 10, stopsVisits: true })
  })
})

it('is not amended to a day before the person was received', async () => {
  const { stayId } = await centre.somebody()
  const id = await centre.propose(stayId, 'criticism')
  const facts = { form: 'criticism' as const, ground: 'Đánh bạn cùng phòng', isSerious: false }
  const amended = zone.hub.conductCases.amend({ id, version: 1, occurredOn: '2019-01-01', ...facts })
  expect(await problems(amended)).toEqual(['case-day'])
})

describe('two cases of one person at once', () => {
  it('never lend each other a paper: each has its own grounds and its own number', async () => {
    const { stayId } = await centre.somebody()
    const [first, second] = [await centre.heard(stayId), await centre.heard(stayId)]
    const form = 'discipline-decision' as const
    const made = await director.hub.documents.make({ id: randomUUID(), stayId, caseId: first, form })
    expect(made.caseId).toBe(first)
    const numberOf = async (caseId: string) =>
      (await director.hub.conductCases.plan({ kind: 'violation', on: '2026-11-22', caseId })).number
    expect([await numberOf(first), await numberOf(second)]).toEqual([made.fullNumber, null])
    const other = await centre.somebody()
    const wrong = { id: randomUUID(), stayId: other.stayId, caseId: first, form }
    expect((await refusalOf(director.hub.documents.make(wrong))).code).toBe('invalid_input')
    const reward = { id: randomUUID(), stayId, caseId: first, form: 'reward-decision' as const }
    expect((await refusalOf(director.hub.documents.make(reward))).code).toBe('invalid_input')
  })
})

describe('a reward', () => {
  it('is proposed for several at once, needs no days and raises the month (INC-12, CON-05)', async () => {
    const both = [await centre.somebody(), await centre.somebody()]
    const cases = both.map(({ stayId }) => ({ id: randomUUID(), stayId }))
    const asked = {
      cases,
      kind: 'reward' as const,
      form: 'ad-hoc-reward' as const,
      days: null,
      occurredOn: '2026-11-21',
      ground: 'Dập lửa ở bếp',
    }
    expect(await problems(zone.hub.conductCases.propose({ ...asked, form: 'praise' as never }))).toEqual([
      'case-form',
    ])
    const made = await zone.hub.conductCases.propose(asked)
    expect(made.cases).toHaveLength(2)
    const id = cases[0]?.id ?? ''
    const given = { ...centre.decision(id, 1), form: 'ad-hoc-reward' as const, toOn: null, reviewOn: null }
    await director.hub.conductCases.decide(given)
    await zone.hub.conductCases.begin({ id, version: 2 })
    const list = await zone.hub.conductCases.list({ group: 'all', kinds: ['reward'] })
    expect(list.total).toBe(2)
    expect(list.rows.find((row) => row.id === id)).toMatchObject({ state: 'ended', number: given.number })
    const grid = await zone.hub.conduct.grid({ month: '2026-11' })
    const row = grid.rows.find(({ stayId }) => stayId === both[0]?.stayId)
    expect(row?.reasons).toContain(`nâng: khen thưởng đột xuất (Quyết định ${given.number})`)
  })
})

it('is proposed from an incident, which then shows the tie', async () => {
  const { personId, stayId } = await centre.somebody()
  const incidentId = randomUUID()
  await incident.hub.incidents.report({
    id: incidentId,
    kind: 'fight',
    occurredAt: '2026-11-22T01:00:00.000Z',
    placeNote: 'Sân chung',
    summary: 'Xô xát khi xếp hàng',
    people: [{ id: randomUUID(), role: 'attacker', who: 'resident', personId }],
  })
  const id = randomUUID()
  const asked = {
    cases: [{ id, stayId }],
    kind: 'violation' as const,
    form: 'criticism' as const,
    occurredOn: '2026-11-22',
    ground: 'Xô xát khi xếp hàng',
  }
  const missing = { ...asked, incidentId: randomUUID() }
  expect((await refusalOf(incident.hub.conductCases.propose(missing))).code).toBe('not_found')
  await incident.hub.conductCases.propose({ ...asked, incidentId })
  const { links } = await incident.hub.incidents.get({ id: incidentId })
  expect(links).toMatchObject([{ kind: 'discipline', targetId: id }])
  expect(await director.hub.conductCases.list({ incidentId })).toMatchObject({ total: 1 })
})

it('keeps zone staff to the cases of their zones', async () => {
  const { stayId } = await centre.somebody()
  const id = await centre.propose(stayId, 'criticism')
  const guard = await test.signIn('zone')
  await director.hub.shifts.setZones({ userId: guard.userId ?? '', zoneIds: [centre.special.zoneId] })
  await director.hub.shifts.setRestriction({ isRestricted: true })
  expect((await refusalOf(guard.hub.conductCases.get({ id }))).code).toBe('not_found')
  const rowsOf = async (desk: TestDesk) => {
    const file = await desk.hub.conductCases.export({ group: 'all' })
    const [sheet] = await readExcelFile(Buffer.from(await file.arrayBuffer()))
    return (sheet?.data ?? []).map((row) => String(row[1]))
  }
  const { no } = await director.hub.conductCases.get({ id })
  expect(await rowsOf(director)).toContain(no)
  expect(await rowsOf(guard)).not.toContain(no)
  const { lines } = await director.hub.audit.list({ action: 'conduct-cases.exported' })
  expect(lines).toHaveLength(2)
  expect((await guard.hub.conductCases.list({ group: 'all' })).rows.map((row) => row.id)).not.toContain(id)
  await director.hub.shifts.setRestriction({ isRestricted: false })
})
