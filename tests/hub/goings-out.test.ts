import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from './_lodging.ts'
import { enterPeople, type EnteredPerson, type TestPerson } from './_people.ts'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

/** 09:00 in Viet Nam. */
const clock = testClock('2026-11-22T02:00:00.000Z')
const LEAVE = '2026-11-22T03:00:00.000Z'
const BACK = '2026-11-25T03:00:00.000Z'

let test: TestHub
let zone: TestDesk
let intake: TestDesk
let medical: TestDesk
let director: TestDesk
let deputy: TestDesk

beforeAll(async () => {
  test = await startTestHub({ now: clock.now })
  zone = await test.signIn('zone', { name: 'Nông Văn Khu' })
  intake = await test.signIn('intake')
  medical = await test.signIn('medical')
  director = await test.signIn('director', { name: 'Lê Trưởng' })
  deputy = await test.signIn('director', { name: 'Trần Phó' })
})
afterAll(() => test.close())

function enter(person: Partial<TestPerson> = {}): EnteredPerson {
  const [entered] = enterPeople(test, [{ name: 'Hứa Văn Tang', birth: '1990-03-05', ...person }])
  if (!entered) throw new Error('nobody entered')
  return entered
}

const FUNERAL = {
  kind: 'funeral',
  leaveAt: LEAVE,
  returnAt: BACK,
  relation: 'father',
  deceased: 'Hứa Văn Cha',
  proof: 'commune-police',
  destination: 'Xã Cao Lộc',
} as const

async function ask(stayId: string, change: Record<string, unknown> = {}, desk: TestDesk = intake) {
  const id = randomUUID()
  await desk.hub.goingsOut.request({ id, stayId, ...FUNERAL, ...change } as Parameters<
    typeof desk.hub.goingsOut.request
  >[0])
  return id
}

async function approved(stayId: string, change: Record<string, unknown> = {}) {
  const id = await ask(stayId, change)
  const { version } = await director.hub.goingsOut.approve({ id, version: 1 })
  return { id, version }
}

async function gone(stayId: string, change: Record<string, unknown> = {}) {
  const { id, version } = await approved(stayId, change)
  const eventId = randomUUID()
  await zone.hub.goingsOut.leave({ id, version, eventId, at: clock.now() })
  return { id, version: version + 1, eventId }
}

const read = async (id: string, desk: TestDesk = director) => (await desk.hub.goingsOut.get({ id })).outing
const lineOf = async (stayId: string) => director.hub.custody.line({ stayId })

describe('a funeral leave from the application to the check on return', () => {
  it('is asked for, approved, left on, returned from and checked; the roll says the same at each step', async () => {
    const { stayId, personId } = enter()
    const id = await ask(stayId)
    expect(await read(id)).toMatchObject({
      state: 'requested',
      decisionDue: '2026-11-23T02:00:00.000Z',
      owesCheck: false,
    })
    await director.hub.goingsOut.approve({ id, version: 1, note: 'Có gia đình đón' })
    expect((await read(id)).state).toBe('approved')
    const eventId = randomUUID()
    await zone.hub.goingsOut.leave({ id, version: 2, eventId, escort: 'Gia đình đón' })
    expect(await read(id)).toMatchObject({ state: 'out', until: BACK, isOverdue: false })
    expect((await lineOf(stayId)).position).toBe('out')
    const { rows } = await zone.hub.goingsOut.now({ kinds: ['funeral'] })
    expect(rows.find((row) => row.personId === personId)).toMatchObject({
      escort: 'Gia đình đón',
      destination: 'Xã Cao Lộc',
      outing: { id },
    })
    clock.advance(1)
    await zone.hub.goingsOut.comeBack({
      returns: [{ eventId: randomUUID(), stayId }],
      note: 'Không có đồ cấm',
    })
    expect(await read(id)).toMatchObject({
      state: 'returned',
      owesCheck: true,
      returnNote: 'Không có đồ cấm',
    })
    const { version } = await read(id)
    const healthFound = 'Khỏe Omega'
    // LEAVE-06 owed from the return on, and met by the check itself.
    const owed = async () =>
      (await medical.hub.obligations.ofStay({ stayId })).rows.filter(({ duty }) => duty === 'LEAVE-06')
    expect(await owed()).toMatchObject([{ state: 'scheduled' }])
    await medical.hub.goingsOut.check({ id, version, drugTest: 'negative', healthFound })
    expect(await read(id)).toMatchObject({ owesCheck: false, drugTest: null, healthFound: null })
    expect(await read(id, medical)).toMatchObject({ drugTest: 'negative', healthFound })
    expect(await owed()).toMatchObject([{ state: 'done' }])
    const history = await director.hub.people.history({ id: personId, cursor: null })
    expect(JSON.stringify(history)).not.toContain('Omega')
  })

  it('is refused over the days of LEAVE-02, with rule and article in the sentence', async () => {
    const { stayId } = enter()
    const late = { returnAt: '2026-11-27T10:01:00.000Z' }
    const answer = await refusalOf(ask(stayId, late))
    expect(answer.message).toContain('LEAVE-02, Nghị định 163/2026/NĐ-CP Điều 121.1')
    await ask(stayId, { returnAt: '2026-11-27T10:00:00.000Z' })
  })

  it('is not approved without the paper of LEAVE-03', async () => {
    const { stayId } = enter()
    const id = await ask(stayId, { proof: null })
    const refused = await refusalOf(director.hub.goingsOut.approve({ id, version: 1 }))
    expect(refused.message).toContain('LEAVE-03')
    await intake.hub.goingsOut.change({ id, version: 1, ...FUNERAL })
    await director.hub.goingsOut.approve({ id, version: 2 })
    expect((await read(id)).state).toBe('approved')
  })

  it('does not begin before it is approved, while a hospital does not wait', async () => {
    const { stayId } = enter()
    const id = await ask(stayId)
    const refused = await refusalOf(zone.hub.goingsOut.leave({ id, version: 1, eventId: randomUUID() }))
    expect(refused.message).toContain('chưa được duyệt')
    const other = enter()
    const hospital = await ask(other.stayId, { kind: 'hospital', destination: 'Bệnh viện đa khoa tỉnh' })
    await zone.hub.goingsOut.leave({ id: hospital, version: 1, eventId: randomUUID() })
    expect((await read(hospital)).state).toBe('out')
  })
})

describe('deciding', () => {
  it('lets one of two desks decide; the other is told what the first did', async () => {
    const { stayId } = enter()
    const id = await ask(stayId)
    const answers = await Promise.allSettled([
      director.hub.goingsOut.approve({ id, version: 1 }),
      deputy.hub.goingsOut.deny({ id, version: 1, reason: 'Chưa đủ giấy tờ' }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const lost = answers.find((answer) => answer.status === 'rejected')
    expect(lost?.reason).toMatchObject({ code: 'conflict' })
  })

  it('is refused for somebody who has escaped meanwhile', async () => {
    const { stayId } = enter()
    const id = await ask(stayId)
    await zone.hub.escapes.report({ incidentId: randomUUID(), escapes: [{ eventId: randomUUID(), stayId }] })
    const refused = await refusalOf(director.hub.goingsOut.approve({ id, version: 1 }))
    expect(refused.message).toContain('Hứa Văn Tang bỏ trốn')
    await director.hub.goingsOut.deny({ id, version: 1, reason: 'Đã bỏ trốn' })
    expect((await read(id)).state).toBe('denied')
  })

  it('takes two different people where the centre has set so', async () => {
    await director.hub.goingsOut.setApproval({ needsTwo: true })
    const { stayId } = enter()
    const id = await ask(stayId)
    expect(await director.hub.goingsOut.approve({ id, version: 1 })).toMatchObject({ isDecided: false })
    const refused = await refusalOf(director.hub.goingsOut.approve({ id, version: 2 }))
    expect(refused.message).toContain('người khác')
    expect(await deputy.hub.goingsOut.approve({ id, version: 2 })).toMatchObject({ isDecided: true })
    await director.hub.goingsOut.setApproval({ needsTwo: false })
  })
})

describe('past the hour', () => {
  it('is overdue, and becomes the escape of several in one act', async () => {
    const people = [enter(), enter({ name: 'Hứa Văn Hai' })]
    const until = new Date(Date.parse(clock.now()) + 180_000).toISOString()
    const ids = []
    for (const { stayId } of people) ids.push(await gone(stayId, { leaveAt: clock.now(), returnAt: until }))
    clock.advance(5)
    const { rows } = await zone.hub.goingsOut.now({ overdue: true })
    expect(rows.filter((row) => people.some(({ stayId }) => stayId === row.stayId))).toHaveLength(2)
    expect(rows[0]?.isOverdue).toBe(true)
    await zone.hub.escapes.report({
      incidentId: randomUUID(),
      escapes: people.map(({ stayId }) => ({ eventId: randomUUID(), stayId })),
      lastSeenAt: until,
    })
    for (const { id } of ids) expect((await read(id)).state).toBe('escaped')
    const line = await lineOf(people[0]?.stayId ?? '')
    expect(line.events.at(-1)?.act).toMatchObject({
      kind: 'escaped',
      facts: { manner: 'group', lastSeenAt: until, fromWhere: 'Xã Cao Lộc' },
    })
  })

  it('is extended with a reason, within LEAVE-02, and the roll follows', async () => {
    const { stayId } = enter()
    const start = clock.now()
    const { id, version } = await gone(stayId, {
      leaveAt: start,
      returnAt: new Date(Date.parse(start) + 86_400_000).toISOString(),
    })
    const later = new Date(Date.parse(start) + 2 * 86_400_000).toISOString()
    const asked = { outingId: id, version, reason: 'Mưa lũ, đường tắc' }
    const ids = () => ({ id: randomUUID(), correctionId: randomUUID(), eventId: randomUUID() })
    await director.hub.goingsOut.extend({ ...ids(), ...asked, until: later })
    expect(await read(id)).toMatchObject({ state: 'out', until: later })
    const detail = await director.hub.goingsOut.get({ id })
    expect(detail.extensions).toMatchObject([{ to: later, reason: 'Mưa lũ, đường tắc', by: 'Lê Trưởng' }])
    const tooLate = new Date(Date.parse(start) + 9 * 86_400_000).toISOString()
    const refused = await refusalOf(
      director.hub.goingsOut.extend({ ...ids(), ...asked, version: version + 1, until: tooLate }),
    )
    expect(refused.message).toContain('LEAVE-02')
  })
})

describe('corrections', () => {
  it('make an outing approved again when its departure is taken back, and it can begin anew', async () => {
    const { stayId } = enter()
    const { id, eventId, version } = await gone(stayId, {
      leaveAt: clock.now(),
      returnAt: new Date(Date.parse(clock.now()) + 86_400_000).toISOString(),
    })
    await zone.hub.custody.correct({
      corrections: [{ id: randomUUID(), stayId, eventId }],
      why: 'Ghi nhầm người',
    })
    expect((await read(id)).state).toBe('approved')
    await zone.hub.goingsOut.leave({ id, version, eventId: randomUUID() })
    expect((await read(id)).state).toBe('out')
  })
})

describe('a hospital', () => {
  it('keeps the way between hospitals for all, and care and cost for the medical role', async () => {
    const { stayId } = enter()
    const id = await ask(stayId, {
      kind: 'hospital',
      destination: 'Trung tâm y tế khu vực Cao Lộc',
      leaveAt: clock.now(),
      returnAt: new Date(Date.parse(clock.now()) + 5 * 86_400_000).toISOString(),
    })
    await zone.hub.goingsOut.leave({ id, version: 1, eventId: randomUUID() })
    clock.advance(2)
    await zone.hub.goingsOut.moveHospital({
      id: randomUUID(),
      outingId: id,
      facility: 'Bệnh viện đa khoa tỉnh',
    })
    const { hospitals } = await zone.hub.goingsOut.get({ id })
    expect(hospitals.map(({ facility }) => facility)).toEqual([
      'Trung tâm y tế khu vực Cao Lộc',
      'Bệnh viện đa khoa tỉnh',
    ])
    const [first] = hospitals
    if (!first) throw new Error('no hospital')
    const care = { diagnosis: 'Viêm phổi Sigma', cost: 1_250_000, payer: 'insurance' as const }
    await medical.hub.goingsOut.noteCare({ id: first.id, version: 1, ...care })
    expect((await medical.hub.goingsOut.get({ id })).hospitals[0]).toMatchObject(care)
    expect(JSON.stringify(await director.hub.goingsOut.get({ id }))).not.toContain('Sigma')
  })
})

describe('decisions from elsewhere', () => {
  it('suspend with number and body of the court (SUSP-08), and end with the return', async () => {
    const { stayId } = enter()
    const id = await ask(stayId, { kind: 'suspension', reason: 'Ốm nặng', destination: 'Gia đình' })
    const refused = await refusalOf(director.hub.goingsOut.approve({ id, version: 1 }))
    expect(refused.message).toContain('SUSP-08')
    const decision = { number: '12/QĐ-TA', on: '2026-11-21', issuer: 'Tòa án nhân dân khu vực 2' }
    await director.hub.goingsOut.approve({ id, version: 1, decision })
    await zone.hub.goingsOut.leave({ id, version: 2, eventId: randomUUID() })
    expect((await lineOf(stayId)).position).toBe('suspended')
    clock.advance(2)
    await zone.hub.goingsOut.comeBack({ returns: [{ eventId: randomUUID(), stayId }] })
    expect((await read(id)).state).toBe('returned')
  })

  it('transfer somebody away and end the stay (TRF-01)', async () => {
    const { stayId } = enter()
    const id = await ask(stayId, {
      kind: 'transfer',
      scope: 'same-province',
      destination: 'Cơ sở cai nghiện số 2',
    })
    const decision = { number: '9/QĐ-CAT', on: '2026-11-21', issuer: 'Công an tỉnh' }
    await director.hub.goingsOut.approve({ id, version: 1, decision })
    await zone.hub.goingsOut.leave({ id, version: 2, eventId: randomUUID() })
    expect(await read(id)).toMatchObject({ state: 'ended', closedBy: 'transferred-out' })
  })
})

describe('before it is saved', () => {
  it('says what forbids it, what it does to the term, and by when it is decided', async () => {
    const { stayId } = enter()
    const plan = await intake.hub.goingsOut.preview({ stayId, ...FUNERAL, relation: 'sibling' })
    expect(plan.problems).toMatchObject([{ code: 'relation-not-listed', field: 'relation' }])
    expect(plan.clock.sentence).toContain('được tính vào thời hạn (TERM-12')
    expect(plan.rules.map(({ id }) => id)).toContain('LEAVE-06')
  })
})

describe('the papers', () => {
  it('are made with the number of their day, from what was asked for (LEAVE-04: Mẫu 49)', async () => {
    const { stayId, personId } = enter()
    await ask(stayId)
    const plan = await intake.hub.documents.prepare({ stayId, form: 'leave-decision', on: null })
    expect(plan).toMatchObject({ formNumber: 'Mẫu số 49', problem: null })
    expect(plan.asked.find(({ tag }) => tag === 'noi_den')?.value).toBe('Xã Cao Lộc')
    const forms = ['leave-application', 'leave-decision', 'leave-hand-over', 'out-order'] as const
    for (const form of forms) await intake.hub.documents.make({ id: randomUUID(), stayId, form })
    const { documents } = await intake.hub.documents.list({ personId })
    expect(documents.map(({ fullNumber }) => fullNumber).toSorted()).toEqual([
      '01/BB-CSCN',
      '01/QĐ-CSCN',
      '01/ĐX-CSCN',
      '02/QĐ-CSCN',
    ])
  })
})
