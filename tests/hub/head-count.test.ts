import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildRoom, line, receivePeople, refusalOf, type TestRoom } from './_lodging.ts'
import { startTestHub, TEST_PASSWORD, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

/** 13:20 in Viet Nam: within the hour before the hand-over at 14:00. */
const clock = testClock('2026-11-22T06:20:00.000Z')
const SHIFT = '2026-11-22T07:00:00.000Z'

let test: TestHub
let giver: TestDesk
let receiver: TestDesk
let director: TestDesk
let rooms = 0

beforeAll(async () => {
  test = await startTestHub({ now: clock.now })
  giver = await test.signIn('zone', { name: 'Nông Văn Giao' })
  receiver = await test.signIn('zone', { name: 'Bế Văn Nhận' })
  director = await test.signIn('director')
})
afterAll(() => test.close())

/** A zone of its own with so many people in its one room. */
async function lodged(count: number): Promise<TestRoom & { stays: string[] }> {
  rooms += 1
  const room = await buildRoom(await test.signIn('administrator'), `K${rooms}`, count + 1)
  const people = receivePeople(
    test,
    Array.from({ length: count }, (_, i) => ({ name: `Lý Văn Đếm ${rooms}${i}` })),
  )
  const beds = Object.values(room.beds)
  await giver.hub.placement.place({
    placements: people.map(({ stayId }, i) => line(stayId, beds[i] ?? '')),
    at: null,
  })
  return { ...room, stays: people.map(({ stayId }) => stayId) }
}

const grid = async (zoneId: string) => giver.hub.headCount.grid({ zoneId, shiftAt: SHIFT })
const only = async (zoneId: string) => {
  const [room] = (await grid(zoneId)).rooms
  if (!room) throw new Error('no room')
  return room
}

function enter(desk: TestDesk, { zoneId, roomId }: TestRoom, counted: number | null, version = 0) {
  return desk.hub.headCount.enter({ zoneId, shiftAt: SHIFT, roomId, counted, version })
}

function explain(of: TestRoom, change: Record<string, unknown>) {
  return giver.hub.headCount.explain({
    id: randomUUID(),
    zoneId: of.zoneId,
    roomId: of.roomId,
    shiftAt: SHIFT,
    direction: 'missing',
    reason: 'out-not-recorded',
    ...change,
  })
}

function sign(of: TestRoom, login: string, password = TEST_PASSWORD) {
  return giver.hub.headCount.sign({
    zoneId: of.zoneId,
    shiftAt: SHIFT,
    note: 'Chìa khóa đủ',
    receiver: { login, password },
  })
}

describe('a head count', () => {
  it('is computed at the minute of the room, not at the minute it is looked at', async () => {
    const room = await lodged(3)
    await enter(giver, room, 3)
    clock.advance(1)
    const [stay = '', ...others] = room.stays
    await giver.hub.custody.record({
      id: randomUUID(),
      stayId: stay,
      at: null,
      act: { kind: 'left', facts: { outKind: 'hospital' } },
    })
    expect(await only(room.zoneId)).toMatchObject({ state: 'equal', counted: 3, computedNow: 3 })
    await enter(giver, room, 2, 1)
    expect(await only(room.zoneId)).toMatchObject({ state: 'equal', computedNow: 2, version: 2 })
    expect((await only(room.zoneId)).occupants.map(({ stayId }) => stayId).toSorted()).toEqual(
      others.toSorted(),
    )
  })

  it('is put right by what is recorded late with its true time', async () => {
    const room = await lodged(2)
    const before = clock.now()
    clock.advance(2)
    await enter(giver, room, 1)
    expect(await only(room.zoneId)).toMatchObject({ state: 'open', left: -1 })
    await giver.hub.custody.record({
      id: randomUUID(),
      stayId: room.stays[0] ?? '',
      at: before,
      act: { kind: 'left', facts: { outKind: 'court' } },
    })
    expect(await only(room.zoneId)).toMatchObject({ state: 'settled', left: 0, difference: -1 })
  })

  it('of one room at two desks is a conflict for the second, of two rooms is not', async () => {
    const room = await lodged(2)
    await enter(giver, room, 2)
    const { code, data, message } = await refusalOf(enter(receiver, room, 1))
    expect([code, message]).toEqual(['conflict', `Phòng K${rooms}1 vừa được máy khác đếm.`])
    expect(data['current']).toMatchObject({ counted: 2, version: 1 })
    expect(data['changedBy']).toBe('Nông Văn Giao')
  })

  it('is taken back to nothing and entered again, and the audit keeps each', async () => {
    const room = await lodged(1)
    await enter(giver, room, 5)
    await enter(giver, room, null, 1)
    expect(await only(room.zoneId)).toMatchObject({ state: 'uncounted', counted: null, version: 2 })
  })

  it('records an escape in one act, and keeps it on the sheet', async () => {
    const room = await lodged(2)
    await enter(giver, room, 1)
    const [stayId = ''] = room.stays
    await explain(room, { reason: 'escaped', stayId, eventId: randomUUID() })
    const line = await giver.hub.custody.line({ stayId })
    expect(line.position).toBe('escaped')
    expect(await only(room.zoneId)).toMatchObject({ state: 'explained', computedNow: 1 })
    const [variance] = (await only(room.zoneId)).lines
    const { message } = await refusalOf(giver.hub.headCount.withdraw({ id: variance?.id ?? '' }))
    expect(message).toContain('Đính chính việc bỏ trốn')
  })

  it('refuses a line that does not fit, and a new number under a line', async () => {
    const room = await lodged(2)
    await enter(giver, room, 1)
    const { data } = await refusalOf(explain(room, { stayId: null }))
    expect(data.problems?.[0]?.code).toBe('variance-person')
    await explain(room, { stayId: room.stays[0] })
    const refused = await refusalOf(enter(giver, room, 2, 1))
    expect(refused.data.problems?.[0]?.code).toBe('count-explained')
  })

  it('is not begun more than the early minutes ahead', async () => {
    const room = await lodged(1)
    const { data } = await refusalOf(
      giver.hub.headCount.enter({
        zoneId: room.zoneId,
        roomId: room.roomId,
        shiftAt: '2026-11-22T15:00:00.000Z',
        counted: 1,
        version: 0,
      }),
    )
    expect(data.problems?.[0]?.code).toBe('count-early')
  })
})

describe('signing a count', () => {
  it('waits for every room and every explanation', async () => {
    const room = await lodged(2)
    expect((await refusalOf(sign(room, receiver.login))).data.problems?.[0]?.code).toBe('rooms-uncounted')
    await enter(giver, room, 1)
    expect((await refusalOf(sign(room, receiver.login))).data.problems?.[0]?.code).toBe('rooms-open')
  })

  it('needs a second person with their own password who may count', async () => {
    const room = await lodged(1)
    await enter(giver, room, 1)
    const teacher = await test.signIn('teacher')
    const codes = []
    for (const [login, password] of [
      [giver.login, TEST_PASSWORD],
      [receiver.login, 'không phải mật khẩu'],
      [teacher.login, TEST_PASSWORD],
    ] as const) {
      codes.push((await refusalOf(sign(room, login, password))).data.problems?.[0]?.code)
    }
    expect(codes).toEqual(['receiver-same', 'receiver-wrong', 'receiver-role'])
  })

  it('freezes one page: roll, outs, variance, signatures; nothing changes afterwards', async () => {
    const room = await lodged(3)
    const [away = '', gone = ''] = room.stays
    await giver.hub.custody.record({
      id: randomUUID(),
      stayId: away,
      at: null,
      act: { kind: 'left', facts: { outKind: 'hospital', until: '2026-11-22T06:10:00.000Z' } },
    })
    await enter(giver, room, 1)
    await explain(room, { stayId: gone, note: 'Đang ở phòng y tế' })
    const occurred = {
      kind: 'fight',
      occurredAt: clock.now(),
      zoneId: room.zoneId,
      summary: 'Xô xát',
    } as const
    await director.hub.incidents.report({ id: randomUUID(), ...occurred })
    await director.hub.incidents.report({ id: randomUUID(), ...occurred, kind: 'staff-misconduct' })
    const { id } = await sign(room, receiver.login)
    const { sheet, isUnchanged } = await director.hub.headCount.sheet({ id })
    expect(isUnchanged).toBe(true)
    expect(sheet).toMatchObject({
      givenBy: 'Nông Văn Giao',
      receivedBy: 'Bế Văn Nhận',
      roll: { onRoll: 3, present: 3, inZone: 2, out: 1 },
      sums: { counted: 1, computed: 2, missing: 1 },
      variance: [{ reason: 'out-not-recorded', note: 'Đang ở phòng y tế' }],
      outs: [{ outKind: 'hospital', isOverdue: true }],
      incidents: { total: 1, shown: [{ kind: 'fight', state: 'reported' }] },
      note: 'Chìa khóa đủ',
    })
    expect((await refusalOf(enter(giver, room, 2, 1))).data.problems?.[0]?.code).toBe('count-signed')
    const { rows } = await director.hub.headCount.history({ zoneId: room.zoneId })
    expect(rows).toMatchObject([{ missing: 1, extra: 0, givenBy: 'Nông Văn Giao' }])
    const { points } = await director.hub.headCount.trend({ zoneId: room.zoneId, days: 7 })
    expect(points.at(-1)).toMatchObject({ day: '2026-11-22', counts: 1, missing: 1 })
    const board = await director.hub.headCount.board({})
    expect(board.zones.find(({ zoneId }) => zoneId === room.zoneId)?.state).toBe('signed')
  })
})
