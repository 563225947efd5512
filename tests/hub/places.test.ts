import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildRoom, line, receivePeople, refusalOf } from './_lodging.ts'
import { startTestHub, type TestDesk, type TestHub } from './_test-hub.ts'

const NOW = '2026-11-22T07:02:00.000Z'

let test: TestHub
let admin: TestDesk
let zone: TestDesk

beforeAll(async () => {
  test = await startTestHub({ now: NOW })
  admin = await test.signIn('administrator', { name: 'Lê Minh Tuấn' })
  zone = await test.signIn('zone')
})
afterAll(() => test.close())

const OPEN = { legalKind: null, sex: null, ageGroup: null, infectionGroup: null, isPrivate: false } as const

describe('the tree of places', () => {
  it('grows from zone to beds, ten beds at once, and counts what stands in it', async () => {
    const { zoneId, roomId } = await buildRoom(admin, 'A', 10)
    const { zones } = await zone.hub.places.zones({})
    expect(zones.find(({ id }) => id === zoneId)?.figures).toEqual({
      beds: 10,
      held: 0,
      outOfService: 0,
      maximum: 10,
      inUse: 10,
    })
    const detail = await zone.hub.places.zone({ zoneId })
    expect(detail.places.map(({ fullCode, name }) => [fullCode, name])).toEqual([['A1', 'Phòng A1']])
    expect(detail.beds.map(({ fullCode }) => fullCode).at(0)).toBe('A1-01')
    expect(detail.beds.map(({ fullCode }) => fullCode).at(-1)).toBe('A1-10')
    expect(detail.beds.every((bed) => bed.roomId === roomId && !bed.isHeld)).toBe(true)
  })

  it('refuses a code that is borne already and a bed beyond the maximum, all or none', async () => {
    const { zoneId, roomId } = await buildRoom(admin, 'B', 2)
    const taken = await refusalOf(
      admin.hub.places.add({
        ...OPEN,
        id: randomUUID(),
        parentId: null,
        kind: 'zone',
        code: ' b ',
        name: null,
        capacity: null,
      }),
    )
    expect(taken).toMatchObject({
      code: 'rule_violated',
      message: expect.stringContaining('Mã B đã được dùng'),
    })
    const beds = ['03', '01'].map((code) => ({ id: randomUUID(), code }))
    const refused = await refusalOf(
      admin.hub.places.addBeds({ roomId, beds, capacity: { maximum: 4, inUse: 4 } }),
    )
    expect(refused.data.problems).toMatchObject([{ code: 'place-code-taken', field: 'beds.1.code' }])
    const small = await refusalOf(
      admin.hub.places.addBeds({ roomId, beds: [{ id: randomUUID(), code: '03' }], capacity: null }),
    )
    expect(small.data.problems).toMatchObject([{ code: 'capacity-below-beds', field: 'capacity.maximum' }])
    expect((await zone.hub.places.zone({ zoneId })).beds).toHaveLength(2)
  })

  it('shows both sides when somebody else changed the room in between', async () => {
    const { zoneId, roomId } = await buildRoom(admin, 'C', 2)
    const room = (await admin.hub.places.zone({ zoneId })).places[0]
    if (!room) throw new Error('no room')
    const form = { ...OPEN, id: roomId, version: room.version, code: 'C1', name: 'Phòng C1' }
    await admin.hub.places.change({ ...form, capacity: { maximum: 4, inUse: 2 } })
    const conflict = await refusalOf(admin.hub.places.change({ ...form, capacity: { maximum: 6, inUse: 6 } }))
    expect(conflict.code).toBe('conflict')
    expect(conflict.data).toMatchObject({
      current: { capacity: { maximum: 4, inUse: 2 }, version: room.version + 1 },
      changedBy: 'Lê Minh Tuấn',
      changedAt: NOW,
    })
  })

  it('renames the beds of a room with it, for those who lie in them too', async () => {
    const { zoneId, roomId, beds } = await buildRoom(admin, 'D', 2)
    const [who] = receivePeople(test, [{ name: 'Nông Văn Đạt' }])
    if (!who) throw new Error('nobody')
    await zone.hub.placement.place({ placements: [line(who.stayId, beds['D1-02'] ?? '')], at: null })
    const form = { ...OPEN, id: roomId, version: 1, name: null, capacity: { maximum: 2, inUse: 2 } }
    await admin.hub.places.change({ ...form, code: 'd9' })
    expect((await zone.hub.places.zone({ zoneId })).beds.map((bed) => bed.fullCode)).toEqual([
      'D9-01',
      'D9-02',
    ])
    expect((await zone.hub.placement.lodgers({ zoneId })).lodgers).toMatchObject([{ bedCode: 'D9-02' }])
  })

  it('keeps an occupied room and drops an empty one with its beds', async () => {
    const { zoneId, roomId, beds } = await buildRoom(admin, 'E', 2)
    const [who] = receivePeople(test, [{ name: 'Hoàng Văn Cường' }])
    if (!who) throw new Error('nobody')
    await zone.hub.placement.place({ placements: [line(who.stayId, beds['E1-01'] ?? '')], at: null })
    const refused = await refusalOf(admin.hub.places.retire({ id: roomId, version: 1 }))
    expect(refused.message).toBe(
      'Phòng E1 chưa bỏ được: giường E1-01 đang có Hoàng Văn Cường từ 14:02 22/11/2026. Chuyển người sang giường khác trước.',
    )
    await zone.hub.placement.unplace({
      eventId: randomUUID(),
      stayId: who.stayId,
      reason: 'Sửa phòng',
      at: null,
    })
    expect(await admin.hub.places.retire({ id: roomId, version: 1 })).toEqual({ retired: 3 })
    expect((await zone.hub.places.zone({ zoneId })).beds).toEqual([])
  })
})

describe('capacities and outages', () => {
  it('refuses capacities below the people lying there', async () => {
    const { roomId, beds } = await buildRoom(admin, 'G', 3)
    const people = receivePeople(test, [{ name: 'Lê Văn An' }, { name: 'Lê Văn Bình' }])
    const codes = ['G1-01', 'G1-02']
    await zone.hub.placement.place({
      placements: people.map(({ stayId }, i) => line(stayId, beds[codes[i] ?? ''] ?? '')),
      at: null,
    })
    const form = { ...OPEN, id: roomId, version: 1, code: 'G1', name: null }
    const refused = await refusalOf(admin.hub.places.change({ ...form, capacity: { maximum: 3, inUse: 1 } }))
    expect(refused.data.problems).toMatchObject([
      { code: 'capacity-below-occupied', field: 'capacity.inUse' },
    ])
  })

  it('takes free beds out of service with a day of return, and never an occupied one, naming who', async () => {
    const { zoneId, beds } = await buildRoom(admin, 'H', 3)
    const [who] = receivePeople(test, [{ name: 'Hoàng Văn Cường' }])
    if (!who) throw new Error('nobody')
    await zone.hub.placement.place({ placements: [line(who.stayId, beds['H1-01'] ?? '')], at: null })
    const ask = (codes: string[]) => ({
      beds: codes.map((code) => ({ outageId: randomUUID(), bedId: beds[code] ?? '' })),
      reason: 'damp' as const,
      note: null,
      backOn: '2026-12-01',
    })
    const refused = await refusalOf(zone.hub.places.setOutage(ask(['H1-02', 'H1-01'])))
    expect(refused.message).toBe(
      'Giường H1-01 đang có Hoàng Văn Cường từ 14:02 22/11/2026. Chuyển người sang giường khác trước.',
    )
    expect((await zone.hub.places.zone({ zoneId })).zone.figures.outOfService).toBe(0)
    await zone.hub.places.setOutage(ask(['H1-02']))
    expect((await zone.hub.places.zone({ zoneId })).zone.figures).toMatchObject({ outOfService: 1, held: 1 })
    const twice = await refusalOf(zone.hub.places.setOutage(ask(['H1-02'])))
    expect(twice.data.problems).toMatchObject([{ code: 'bed-already-out' }])
    const { beds: back } = await zone.hub.places.clearOutage({ bedIds: [beds['H1-02'] ?? ''] })
    expect(back).toMatchObject([{ fullCode: 'H1-02', outage: null }])
  })
})

describe('who may do what with places', () => {
  it.each(['zone', 'intake', 'medical', 'reporter', 'inspector'] as const)(
    'a %s builds nothing',
    async (role) => {
      const desk = await test.signIn(role)
      const refused = await refusalOf(
        desk.hub.places.add({
          ...OPEN,
          id: randomUUID(),
          parentId: null,
          kind: 'zone',
          code: 'X',
          name: null,
          capacity: null,
        }),
      )
      expect(refused.code).toBe('forbidden')
    },
  )

  it('an administrator sees beds, but neither who lies in them nor takes them out of service', async () => {
    const { zones } = await admin.hub.places.zones({})
    const zoneId = zones[0]?.id ?? ''
    expect((await refusalOf(admin.hub.placement.lodgers({ zoneId }))).code).toBe('forbidden')
    const bedId = (await admin.hub.places.zone({ zoneId })).beds[0]?.id ?? ''
    expect((await refusalOf(admin.hub.places.clearOutage({ bedIds: [bedId] }))).code).toBe('forbidden')
  })
})
