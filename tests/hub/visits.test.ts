import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { receivePeople, refusalOf } from './_lodging.ts'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

// Sunday 22/11/2026, 09:00.
const clock = testClock('2026-11-22T02:00:00.000Z')
const RECEIVED = '2026-10-01T01:00:00.000Z'

let test: TestHub
let zone: TestDesk
let intake: TestDesk
let director: TestDesk
const roomId = randomUUID()
const otherRoomId = randomUUID()

beforeAll(async () => {
  test = await startTestHub({ now: clock.now })
  zone = await test.signIn('zone')
  intake = await test.signIn('intake')
  director = await test.signIn('director')
  const room = { version: null, isRetired: false, capacity: 2 }
  await director.hub.visits.saveRoom({ ...room, id: roomId, name: 'Phòng 1' })
  await director.hub.visits.saveRoom({ ...room, id: otherRoomId, name: 'Phòng 2' })
})
afterAll(() => test.close())

let people = 0
function somebody(receivedAt = RECEIVED) {
  people += 1
  const [person] = receivePeople(test, [{ name: `Lò Văn Thăm ${people}`, receivedAt }])
  if (!person) throw new Error('nobody came')
  return person
}

let papers = 100_000_000
async function visitor(
  personId: string,
  change: Partial<{ name: string; proof: string | null; paperNumber: string }> = {},
) {
  papers += 1
  const { proof = 'Giấy khai sinh', name = 'Lò Thị Mẹ', paperNumber = String(papers) } = change
  const { id } = await intake.hub.visits.saveVisitor({
    id: randomUUID(),
    version: null,
    name,
    paperKind: 'old-identity-card',
    paperNumber,
    tie: { personId, relation: 'mother', proof },
  })
  return id
}

type Wish = Parameters<TestDesk['hub']['visits']['book']>[0]
function wish(personId: string, visitorIds: string[], change: Partial<Wish> = {}): Wish {
  return { id: randomUUID(), personId, roomId, startsAt: clock.now(), minutes: 45, visitorIds, ...change }
}
const problems = async (call: Promise<unknown>) =>
  (await refusalOf(call)).data.problems?.map(({ code }) => code)

/** Visits fill rooms: each test has its own hour. */
let hour = 0
const nextHour = () => {
  hour += 1
  return `2026-11-22T${String(3 + hour).padStart(2, '0')}:00:00.000Z`
}

describe('a visit', () => {
  it('is taken in with a number, begun, prolonged by a second person and ended with money in the deposit', async () => {
    const { personId, stayId } = somebody()
    const mother = await visitor(personId)
    const booked = await intake.hub.visits.book(wish(personId, [mother], { isHere: true }))
    expect(booked).toMatchObject({ state: 'waiting', queueNumber: 1, guests: [{ relation: 'mother' }] })
    const { id } = booked
    await intake.hub.visits.step({ id, version: 1, step: 'start' })
    const more = { id, version: 2, minutes: 15, reason: 'Mẹ ở xa, một năm mới đến' }
    expect((await refusalOf(intake.hub.visits.extend(more))).code).toBe('forbidden')
    expect(await problems(director.hub.visits.extend({ ...more, minutes: 16 }))).toEqual(['visit-extension'])
    expect(await director.hub.visits.extend(more)).toMatchObject({ extraMinutes: 15, state: 'running' })
    const money = { id: randomUUID(), amount: 200_000, from: 'Lò Thị Mẹ' }
    const ended = await intake.hub.visits.step({
      id,
      version: 3,
      step: 'finish',
      outcome: 'Bình thường',
      money,
    })
    expect(ended).toMatchObject({ state: 'ended', money: 200_000 })
    const statement = await intake.hub.deposit.statement({ stayId })
    expect(statement.balance).toBe(200_000)
    const shown = await director.hub.visits.person({ personId })
    expect(shown.left).toMatchObject({ from: '2026-11-16', to: '2026-11-22', used: 1, left: 0, minutes: 45 })
  })

  it('is not prolonged by the one who let it begin', async () => {
    const { personId } = somebody()
    const at = { startsAt: nextHour(), isHere: true }
    const { id } = await director.hub.visits.book(wish(personId, [await visitor(personId)], at))
    await director.hub.visits.step({ id, version: 1, step: 'start' })
    const more = { id, version: 2, minutes: 5, reason: 'Xin thêm' }
    expect(await problems(director.hub.visits.extend(more))).toEqual(['visit-second-person'])
  })

  it('leaves money to those who may take it', async () => {
    const { personId } = somebody()
    const at = { startsAt: nextHour(), isHere: true }
    const { id } = await zone.hub.visits.book(wish(personId, [await visitor(personId)], at))
    await zone.hub.visits.step({ id, version: 1, step: 'start' })
    const money = { id: randomUUID(), amount: 50_000, from: 'Mẹ' }
    const call = zone.hub.visits.step({ id, version: 2, step: 'finish', money })
    expect((await refusalOf(call)).code).toBe('forbidden')
    expect(await zone.hub.visits.step({ id, version: 2, step: 'finish' })).toMatchObject({ state: 'ended' })
  })

  it('is refused with every reason at once, and the same reasons are told before', async () => {
    const { personId } = somebody('2026-11-10T01:00:00.000Z')
    const ids = await Promise.all([1, 2, 3, 4].map(() => visitor(personId)))
    const asked = wish(personId, ids, { startsAt: nextHour(), minutes: 46 })
    const { id: _, ...question } = asked
    const { refusals } = await zone.hub.visits.check(question)
    const codes = refusals.map(({ code }) => code)
    expect(codes).toEqual(['visit-too-long', 'visit-too-many', 'visit-first-days'])
    expect(await problems(zone.hub.visits.book(asked))).toEqual(codes)
    expect(refusals[0]).toMatchObject({ rule: 'DAY-16b', since: '2026-07-01' })
  })

  it('is one a week; a cancelled one leaves the week free', async () => {
    const { personId } = somebody()
    const mother = await visitor(personId)
    const { id } = await zone.hub.visits.book(wish(personId, [mother], { startsAt: nextHour() }))
    const again = wish(personId, [mother], { startsAt: nextHour() })
    expect(await problems(zone.hub.visits.book(again))).toEqual(['visit-second-in-week'])
    const next = wish(personId, [mother], { startsAt: '2026-11-23T02:00:00.000Z' })
    await zone.hub.visits.book(next)
    await zone.hub.visits.step({ id, version: 1, step: 'cancel', outcome: 'Gia đình báo bận' })
    await zone.hub.visits.book(again)
    await director.hub.visits.setSettings({ week: 'seven-days', keepsQ1567: true })
    const third = wish(personId, [mother], { startsAt: '2026-11-29T02:00:00.000Z' })
    expect(await problems(zone.hub.visits.book(third))).toEqual(['visit-second-in-week'])
    await director.hub.visits.setSettings({ week: 'calendar', keepsQ1567: true })
  })

  it('is looked at again at the door: a restriction recorded meanwhile stops it, and lifting it opens', async () => {
    const { personId } = somebody()
    const at = { startsAt: nextHour() }
    const { id } = await zone.hub.visits.book(wish(personId, [await visitor(personId)], at))
    const restriction = randomUUID()
    await director.hub.visits.restrict({
      id: restriction,
      personId,
      fromOn: '2026-11-22',
      reason: 'Kỷ luật cảnh cáo',
      decision: 'Quyết định 12/QĐ-CSCN',
    })
    const enter = () => zone.hub.visits.step({ id, version: 1, step: 'check-in' })
    expect(await problems(enter())).toEqual(['visit-restricted'])
    await director.hub.visits.liftRestriction({ id: restriction, reason: 'Tiến bộ' })
    expect(await enter()).toMatchObject({ state: 'waiting' })
  })

  it('of two desks at once goes on once', async () => {
    const { personId } = somebody()
    const at = { startsAt: nextHour(), isHere: true }
    const { id } = await zone.hub.visits.book(wish(personId, [await visitor(personId)], at))
    const start = (desk: TestDesk) => desk.hub.visits.step({ id, version: 1, step: 'start' })
    const done = await Promise.allSettled([start(zone), start(intake)])
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('needs a visitor who is known, with a paper', async () => {
    const { personId } = somebody()
    const stranger = await visitor(personId, { proof: null })
    const asked = wish(personId, [stranger], { startsAt: nextHour() })
    expect(await problems(zone.hub.visits.book(asked))).toEqual(['visit-unknown-guest'])
    await director.hub.visits.setSettings({ week: 'calendar', keepsQ1567: false })
    await zone.hub.visits.book(asked)
    await director.hub.visits.setSettings({ week: 'calendar', keepsQ1567: true })
  })

  it('shuts out a banned visitor everywhere', async () => {
    const { personId } = somebody()
    const id = await visitor(personId)
    await director.hub.visits.setBan({ id, version: 1, isBanned: true, reason: 'Giấu thuốc lá trong quà' })
    const asked = wish(personId, [id], { startsAt: nextHour() })
    expect(await problems(zone.hub.visits.book(asked))).toEqual(['visit-banned'])
    await director.hub.visits.setBan({ id, version: 2, isBanned: false, reason: 'Đã cam kết' })
    await zone.hub.visits.book(asked)
  })

  it('records what was found on the visitors', async () => {
    const { personId } = somebody()
    const at = { startsAt: nextHour(), isHere: true }
    const { id } = await zone.hub.visits.book(wish(personId, [await visitor(personId)], at))
    const find = {
      id: randomUUID(),
      visitId: id,
      what: 'Thuốc lá',
      quantity: '2 bao',
      action: 'Lập biên bản, tạm giữ',
    }
    await zone.hub.visits.recordFind(find)
    const { finds, visits } = await director.hub.visits.person({ personId })
    expect(finds).toMatchObject([{ source: 'visit', what: 'Thuốc lá', quantity: '2 bao' }])
    expect(visits[0]?.finds).toBe(1)
  })
})

describe('people kept apart', () => {
  it('in their rooms only may be visited by a common relative', async () => {
    const [one, other] = [somebody(), somebody()]
    await director.hub.keepApart.add({
      id: randomUUID(),
      personId: one.personId,
      otherPersonId: other.personId,
      level: 'room',
      reason: 'Hay cãi nhau ban đêm',
    })
    const paperNumber = '888777666'
    const common = await visitor(one.personId, { paperNumber })
    await visitor(other.personId, { paperNumber })
    await zone.hub.visits.book(wish(one.personId, [common], { startsAt: '2026-11-25T02:00:00.000Z' }))
  })

  it('are not visited by each other’s relatives unless the head allows it, nor in one room at one hour', async () => {
    const [one, other] = [somebody(), somebody()]
    await director.hub.keepApart.add({
      id: randomUUID(),
      personId: one.personId,
      otherPersonId: other.personId,
      level: 'room',
      inVisit: true,
      reason: 'Đánh nhau',
    })
    const paperNumber = '999888777'
    const common = await visitor(one.personId, { paperNumber })
    expect(await visitor(other.personId, { paperNumber })).toBe(common)
    const startsAt = '2026-11-24T02:00:00.000Z'
    const asked = wish(one.personId, [common], { startsAt })
    expect(await problems(zone.hub.visits.book(asked))).toEqual(['visit-keep-apart'])
    const allowed = { ...asked, allowReason: 'Mẹ chung của hai người' }
    expect((await refusalOf(zone.hub.visits.book(allowed))).code).toBe('forbidden')
    await director.hub.visits.book(allowed)
    const mother = await visitor(other.personId)
    const beside = wish(other.personId, [mother], { startsAt })
    expect(await problems(zone.hub.visits.book(beside))).toEqual(['visit-pair-in-room'])
    await zone.hub.visits.book({ ...beside, roomId: otherRoomId })
  })
})

describe('a call (D163 Điều 120.2b)', () => {
  const call = (personId: string, change: Record<string, unknown> = {}) => ({
    id: randomUUID(),
    personId,
    kind: 'phone' as const,
    on: '2026-11-22',
    minutes: 15,
    content: 'Hỏi thăm mẹ ốm',
    callee: 'Lò Thị Mẹ',
    relation: 'mother' as const,
    number: '0912 345 678',
    ...change,
  })

  it('is registered with its content, made under the eyes of somebody, four times a month', async () => {
    const { personId } = somebody()
    const calls = [call(personId), call(personId), call(personId), call(personId)]
    for (const one of calls) await zone.hub.contacts.registerCall(one)
    expect(await problems(zone.hub.contacts.registerCall(call(personId)))).toEqual(['call-too-many'])
    expect(await zone.hub.contacts.callsLeft({ personId })).toMatchObject({
      used: 4,
      left: 0,
      extra: 2,
      minutes: 15,
    })
    const [first, second] = calls
    await zone.hub.contacts.makeCall({
      id: first?.id ?? '',
      version: 1,
      minutes: 12,
      watchedBy: 'Nông Văn Khu',
    })
    await zone.hub.contacts.cancelCall({ id: second?.id ?? '', version: 1, reason: 'Không ai nghe máy' })
    expect(await zone.hub.contacts.callsLeft({ personId })).toMatchObject({ used: 3, left: 1 })
    await zone.hub.contacts.registerCall(call(personId))
    const fifth = call(personId, { isAllowedByHead: true, minutes: 30 })
    expect((await refusalOf(zone.hub.contacts.registerCall(fifth))).code).toBe('forbidden')
    await director.hub.contacts.registerCall(fifth)
    const { rows } = await director.hub.contacts.calls({ personId })
    expect(rows.map(({ state }) => state).toSorted()).toEqual([
      'cancelled',
      'made',
      'registered',
      'registered',
      'registered',
      'registered',
    ])
  })
})

describe('letters and parcels', () => {
  it('what was seized in a parcel is traced to the visit it was brought to', async () => {
    const { personId } = somebody()
    const at = { startsAt: nextHour(), isHere: true }
    const { id: visitId } = await zone.hub.visits.book(wish(personId, [await visitor(personId)], at))
    const parcelId = randomUUID()
    await zone.hub.contacts.recordParcel({
      id: parcelId,
      personId,
      visitId,
      direction: 'in',
      on: '2026-11-22',
      otherName: 'Lò Thị Mẹ',
      items: [
        {
          id: randomUUID(),
          description: 'Gói bột trắng',
          kind: 'banned',
          quantity: 1,
          outcome: 'seized',
          reason: 'Nghi ma túy',
        },
      ],
    })
    const id = randomUUID()
    await zone.hub.incidents.report({
      id,
      kind: 'contraband',
      occurredAt: clock.now(),
      placeNote: 'Phòng thăm gặp',
      summary: 'Gói bột trắng trong quà',
      origin: 'parcel',
      originId: parcelId,
    })
    const { links } = await director.hub.incidents.get({ id })
    expect(links.map(({ kind, targetId }) => [kind, targetId])).toEqual([
      ['parcel', parcelId],
      ['visit', visitId],
    ])
  })

  it('are checked; things are given back with a reason and a signature (D163 Điều 120.3)', async () => {
    const { personId } = somebody()
    const item = { id: randomUUID(), description: 'Bánh', kind: 'food' as const, quantity: 2 }
    const parcel = {
      id: randomUUID(),
      personId,
      direction: 'in' as const,
      on: '2026-11-22',
      otherName: 'Lò Thị Mẹ',
      items: [{ ...item, outcome: 'accepted' as const, reason: null }],
    }
    const refused = await refusalOf(zone.hub.contacts.recordParcel(parcel))
    expect(refused.message).toContain('Nghị định 163/2026/NĐ-CP Điều 120.3')
    await zone.hub.contacts.recordParcel({
      ...parcel,
      returnedTo: 'Lò Thị Mẹ',
      items: [
        { ...item, outcome: 'returned', reason: 'Chỉ nhận tiền' },
        {
          ...item,
          id: randomUUID(),
          description: 'Bật lửa',
          kind: 'banned',
          outcome: 'seized',
          reason: 'Vật cấm',
        },
      ],
    })
    const letter = { id: randomUUID(), personId, direction: 'in' as const, on: '2026-11-22', otherName: 'Mẹ' }
    const held = zone.hub.contacts.recordLetter({ ...letter, outcome: 'withheld' })
    expect(await problems(held)).toEqual(['letter-reason'])
    await zone.hub.contacts.recordLetter({ ...letter, outcome: 'passed' })
    expect((await director.hub.contacts.letters({ personId })).rows).toHaveLength(1)
    expect((await director.hub.contacts.parcels({ personId })).rows[0]?.items).toHaveLength(2)
    const { finds } = await director.hub.visits.person({ personId })
    expect(finds).toMatchObject([{ source: 'parcel', what: 'Bật lửa' }])
  })
})

describe('the register (Sổ theo dõi thăm gặp và gửi tiền, đồ lưu ký)', () => {
  it('leaves as Excel and as print, both on record', async () => {
    const period = { from: '2026-11-16', to: '2026-11-30' }
    const file = await director.hub.visits.export(period)
    expect(file.name).toBe('so-tham-gap-2026-11-16-2026-11-30.xlsx')
    const { rows } = await director.hub.visits.print(period)
    expect(rows.length).toBeGreaterThan(5)
    const { lines } = await director.hub.audit.list({})
    expect(lines.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['visits.exported', 'visits.printed']),
    )
  })
})
