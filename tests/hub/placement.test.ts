import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildRoom, line, receivePeople, refusalOf, type TestRoom, type TestStay } from './_lodging.ts'
import { startTestHub, type TestDesk, type TestHub } from './_test-hub.ts'

const NOW = '2026-11-22T07:02:00.000Z'

let test: TestHub
let admin: TestDesk
let zone: TestDesk

beforeAll(async () => {
  test = await startTestHub({ now: NOW })
  admin = await test.signIn('administrator')
  zone = await test.signIn('zone', { name: 'Nguyễn Thị Hạnh' })
})
afterAll(() => test.close())

function bedOf(room: TestRoom, code: string): string {
  const id = room.beds[code]
  if (!id) throw new Error(`no bed ${code}`)
  return id
}

function receive(...people: (TestStay | string)[]) {
  return receivePeople(
    test,
    people.map((person) => (typeof person === 'string' ? { name: person } : person)),
  ) as [
    { stayId: string; personId: string; name: string },
    { stayId: string; personId: string; name: string },
  ]
}

async function whoIsWhere(zoneId: string): Promise<Record<string, string>> {
  const { lodgers } = await zone.hub.placement.lodgers({ zoneId })
  return Object.fromEntries(lodgers.map(({ bedCode, name }) => [bedCode ?? '', name]))
}

describe('placement', () => {
  it('puts twenty people into beds in one act, from a proposal that gives each a bed of their own', async () => {
    const room = await buildRoom(admin, 'A', 22)
    const people = receive(
      ...Array.from({ length: 20 }, (_, i) => `Học Viên ${String.fromCodePoint(65 + i)}`),
    )
    const stayIds = people.map(({ stayId }) => stayId)
    const { lines } = await zone.hub.placement.propose({ stayIds, zoneId: room.zoneId })
    const beds = lines.map(({ bed }) => bed?.bedId ?? '')
    expect(new Set(beds).size).toBe(20)
    await zone.hub.placement.place({
      placements: stayIds.map((stayId, i) => line(stayId, beds[i] ?? '')),
      at: null,
    })
    expect(Object.keys(await whoIsWhere(room.zoneId))).toHaveLength(20)
    const { zones } = await zone.hub.places.zones({})
    expect(zones.find(({ id }) => id === room.zoneId)?.figures.held).toBe(20)
  })

  it('offers no bed of the place that is about to be closed, whose people are to be moved', async () => {
    const closing = await buildRoom(admin, 'X', 3)
    const open = await buildRoom(admin, 'Y', 2)
    const [person] = receive('Lê Văn Dời')
    const { stayId } = person
    await zone.hub.placement.place({ placements: [line(stayId, bedOf(closing, 'X1-01'))], at: null })
    const closingId = closing.zoneId
    const { lines } = await zone.hub.placement.propose({ stayIds: [stayId], zoneId: closingId, closingId })
    expect(lines).toMatchObject([{ bed: null }])
    const { beds } = await zone.hub.placement.beds({ stayId, closingId, limit: 500 })
    const offered = new Set(beds.map(({ bedId }) => bedId))
    expect(offered).toContain(bedOf(open, 'Y1-01'))
    expect(offered).not.toContain(bedOf(closing, 'X1-02'))
  })

  it('refuses all twenty when one bed is no longer free, saying whose line it is', async () => {
    const room = await buildRoom(admin, 'B', 3)
    const [first, second] = receive('Lê Văn Một', 'Lê Văn Hai')
    await zone.hub.placement.place({ placements: [line(first.stayId, bedOf(room, 'B1-01'))], at: null })
    const others = receive('Lê Văn Ba')
    const refused = await refusalOf(
      zone.hub.placement.place({
        placements: [line(others[0].stayId, bedOf(room, 'B1-02')), line(second.stayId, bedOf(room, 'B1-01'))],
        at: null,
      }),
    )
    expect(refused.data.problems).toMatchObject([
      {
        code: 'bed-taken',
        field: 'placements.1.bedId',
        message: 'Lê Văn Hai: Giường B1-01 đã có Lê Văn Một từ 14:02 22/11/2026. Chọn giường khác.',
      },
    ])
    expect(await whoIsWhere(room.zoneId)).toEqual({ 'B1-01': 'Lê Văn Một' })
  })

  it('never mixes men and women in a room, whatever reason is given (L120 Điều 46.2h)', async () => {
    const room = await buildRoom(admin, 'C', 3)
    const [man, woman] = receive('Nông Văn Nam', { name: 'Hứa Thị Hương', sex: 'female' })
    await zone.hub.placement.place({ placements: [line(man.stayId, bedOf(room, 'C1-01'))], at: null })
    const refused = await refusalOf(
      zone.hub.placement.place({
        placements: [line(woman.stayId, bedOf(room, 'C1-02'), 'Hết giường nữ')],
        at: null,
      }),
    )
    expect(refused.data.problems).toMatchObject([{ code: 'sex', field: 'placements.0.bedId' }])
    const { beds } = await zone.hub.placement.beds({ stayId: woman.stayId, zoneId: room.zoneId })
    expect(beds.every(({ allowed, hard }) => !allowed && hard[0]?.code === 'sex')).toBe(true)
  })

  it('asks for a reason where a soft rule speaks against it, and keeps the reason', async () => {
    const room = await buildRoom(admin, 'D', 3)
    const [bound, free] = receive('Lý Văn Bắt', { name: 'Lý Văn Tự', track: 'voluntary' })
    await zone.hub.placement.place({ placements: [line(bound.stayId, bedOf(room, 'D1-01'))], at: null })
    const bedId = bedOf(room, 'D1-02')
    const refused = await refusalOf(
      zone.hub.placement.place({ placements: [line(free.stayId, bedId)], at: null }),
    )
    expect(refused.data.problems).toMatchObject([{ code: 'track-split', field: 'placements.0.reason' }])
    await zone.hub.placement.place({
      placements: [line(free.stayId, bedId, 'Khu tự nguyện đang sửa')],
      at: null,
    })
    const { events } = await zone.hub.custody.line({ stayId: free.stayId })
    expect(events.at(-1)).toMatchObject({
      bedCode: 'D1-02',
      recordedBy: 'Nguyễn Thị Hạnh',
      act: {
        kind: 'placed',
        facts: { overrides: [{ code: 'track-split', reason: 'Khu tự nguyện đang sửa' }] },
      },
    })
  })

  it('keeps a pair apart by room, and names the other one', async () => {
    const room = await buildRoom(admin, 'E', 3)
    const [a, b] = receive('Vi Văn Sơn', 'Vi Văn Thủy')
    await zone.hub.keepApart.add({
      id: randomUUID(),
      personId: a.personId,
      otherPersonId: b.personId,
      level: 'room',
      reason: 'Từng đánh nhau',
    })
    await zone.hub.placement.place({ placements: [line(a.stayId, bedOf(room, 'E1-01'))], at: null })
    const refused = await refusalOf(
      zone.hub.placement.place({ placements: [line(b.stayId, bedOf(room, 'E1-02'))], at: null }),
    )
    expect(refused.message).toContain('Không xếp chung: Vi Văn Sơn đang ở phòng E1')
    const { pairs } = await zone.hub.keepApart.list({ personId: b.personId })
    expect(pairs).toMatchObject([{ otherName: 'Vi Văn Sơn', isViolated: false, version: 1 }])
    await zone.hub.keepApart.close({ id: pairs[0]?.id ?? '', version: 1, reason: 'Đã hòa giải' })
    await zone.hub.placement.place({ placements: [line(b.stayId, bedOf(room, 'E1-02'))], at: null })
    expect(await whoIsWhere(room.zoneId)).toEqual({ 'E1-01': 'Vi Văn Sơn', 'E1-02': 'Vi Văn Thủy' })
  })

  it('lists who waits for a bed by name, page by page', async () => {
    const before = await zone.hub.placement.awaiting({ limit: 500 })
    receive('Âu Văn An', 'Đinh Văn Bé', 'Đinh Văn An')
    const all = await zone.hub.placement.awaiting({ limit: 500 })
    expect(all.total).toBe(before.total + 3)
    const names: string[] = []
    for (let cursor: string | null = null; ;) {
      const page = await zone.hub.placement.awaiting({ cursor, limit: 2 })
      names.push(...page.people.map(({ name }) => name))
      cursor = page.next
      if (cursor === null) break
    }
    expect(names).toEqual(all.people.map(({ name }) => name))
    expect(names.indexOf('Đinh Văn An')).toBeLessThan(names.indexOf('Đinh Văn Bé'))
  })
})

describe('two desks and one bed', () => {
  it('gives it to exactly one of two at the same moment and tells the other who has it', async () => {
    const room = await buildRoom(admin, 'F', 1)
    const [a, b] = receive('Hoàng Văn Cường', 'Trần Văn Dũng')
    const other = await test.signIn('director')
    const bedId = bedOf(room, 'F1-01')
    const results = await Promise.allSettled([
      zone.hub.placement.place({ placements: [line(a.stayId, bedId)], at: null }),
      other.hub.placement.place({ placements: [line(b.stayId, bedId)], at: null }),
    ])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const winner = results[0]?.status === 'fulfilled' ? a : b
    const lost = results.find((result) => result.status === 'rejected')
    expect(String(lost?.reason)).toContain(`Giường F1-01 đã có ${winner.name} từ 14:02 22/11/2026`)
    expect(await whoIsWhere(room.zoneId)).toEqual({ 'F1-01': winner.name })
  })

  it('lets one of many win, however many ask', async () => {
    const room = await buildRoom(admin, 'G', 1)
    const people = receive(...Array.from({ length: 8 }, (_, i) => `Người Thứ ${i}`))
    const results = await Promise.allSettled(
      people.map(({ stayId }) =>
        zone.hub.placement.place({ placements: [line(stayId, bedOf(room, 'G1-01'))], at: null }),
      ),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(Object.keys(await whoIsWhere(room.zoneId))).toEqual(['G1-01'])
  })
})

describe('moves and swaps', () => {
  async function twoInTwoRooms(codes: [string, string]) {
    const rooms = [await buildRoom(admin, codes[0], 1), await buildRoom(admin, codes[1], 1)] as const
    const [a, b] = receive(`Lộc Văn ${codes[0]}`, `Lộc Văn ${codes[1]}`)
    const beds = [bedOf(rooms[0], `${codes[0]}1-01`), bedOf(rooms[1], `${codes[1]}1-01`)] as const
    await zone.hub.placement.place({
      placements: [line(a.stayId, beds[0]), line(b.stayId, beds[1])],
      at: null,
    })
    const sides: [
      { eventId: string; stayId: string; bedId: string },
      { eventId: string; stayId: string; bedId: string },
    ] = [
      { eventId: randomUUID(), stayId: a.stayId, bedId: beds[0] },
      { eventId: randomUUID(), stayId: b.stayId, bedId: beds[1] },
    ]
    return { a, b, rooms, beds, sides }
  }

  it('swaps two people at once, and a repeated request once only', async () => {
    const { a, b, rooms, sides } = await twoInTwoRooms(['H', 'I'])
    const key = randomUUID()
    const input = { sides, reason: null, at: null }
    const first = await zone.hub.placement.swap(input, { context: { key } })
    const again = await zone.hub.placement.swap(input, { context: { key } })
    expect(again).toEqual(first)
    expect(await whoIsWhere(rooms[0].zoneId)).toEqual({ 'H1-01': b.name })
    expect(await whoIsWhere(rooms[1].zoneId)).toEqual({ 'I1-01': a.name })
    const { events } = await zone.hub.custody.line({ stayId: a.stayId })
    expect(events.map(({ kind }) => kind)).toEqual(['received', 'placed', 'swapped'])
  })

  it('refuses a swap with someone who has meanwhile moved on, and neither moves', async () => {
    const { a, rooms, sides } = await twoInTwoRooms(['K', 'L'])
    const third = await buildRoom(admin, 'M', 1)
    const other = sides[1]
    await zone.hub.placement.place({ placements: [line(other.stayId, bedOf(third, 'M1-01'))], at: null })
    const refused = await refusalOf(zone.hub.placement.swap({ sides, reason: null, at: null }))
    expect(refused.data.problems).toMatchObject([{ code: 'swap-moved' }])
    expect(await whoIsWhere(rooms[0].zoneId)).toEqual({ 'K1-01': a.name })
  })

  it('of two desks that swap the same person at one moment lets one win, and leaves everybody in one bed', async () => {
    const { a, b, rooms, sides } = await twoInTwoRooms(['XA', 'XB'])
    const third = await buildRoom(admin, 'XC', 1)
    const [c] = receive('Lộc Văn XC')
    const bedId = bedOf(third, 'XC1-01')
    await zone.hub.placement.place({ placements: [line(c.stayId, bedId)], at: null })
    const other = await test.signIn('director')
    const results = await Promise.allSettled([
      zone.hub.placement.swap({ sides, reason: null, at: null }),
      other.hub.placement.swap({
        sides: [
          { ...sides[0], eventId: randomUUID() },
          { eventId: randomUUID(), stayId: c.stayId, bedId },
        ],
        reason: null,
        at: null,
      }),
    ])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const lost = results.find((result) => result.status === 'rejected')
    expect(String(lost?.reason)).toContain(`${a.name} không còn ở giường XA1-01`)
    const lying = await Promise.all([...rooms, third].map(({ zoneId }) => whoIsWhere(zoneId)))
    const names = lying.flatMap((room) => Object.values(room))
    expect(names.toSorted()).toEqual([a.name, b.name, c.name].toSorted())
  })

  it('undoes a swap by cancelling both its events together, never one alone', async () => {
    const { a, b, rooms, sides } = await twoInTwoRooms(['N', 'P'])
    await zone.hub.placement.swap({ sides, reason: null, at: null })
    const corrections = sides.map(({ eventId, stayId }) => ({ id: randomUUID(), stayId, eventId }))
    const half = await refusalOf(
      zone.hub.custody.correct({ corrections: corrections.slice(0, 1), why: 'Hoàn tác', instead: null }),
    )
    expect(half.data.problems).toMatchObject([{ code: 'bed-taken' }])
    await zone.hub.custody.correct({ corrections, why: 'Hoàn tác', instead: null })
    expect(await whoIsWhere(rooms[0].zoneId)).toEqual({ 'N1-01': a.name })
    expect(await whoIsWhere(rooms[1].zoneId)).toEqual({ 'P1-01': b.name })
  })

  it('keeps the bed of someone in hospital for nobody else', async () => {
    const room = await buildRoom(admin, 'Q', 1)
    const [sick, well] = receive('Ma Văn Ốm', 'Ma Văn Khỏe')
    await zone.hub.placement.place({ placements: [line(sick.stayId, bedOf(room, 'Q1-01'))], at: null })
    await zone.hub.custody.record({
      id: randomUUID(),
      stayId: sick.stayId,
      at: null,
      act: { kind: 'left', facts: { outKind: 'hospital' } },
    })
    const refused = await refusalOf(
      zone.hub.placement.place({ placements: [line(well.stayId, bedOf(room, 'Q1-01'))], at: null }),
    )
    expect(refused.message).toContain('đã có Ma Văn Ốm')
  })
})

describe('who may place whom', () => {
  it('lets intake give the first bed only', async () => {
    const room = await buildRoom(admin, 'R', 2)
    const intake = await test.signIn('intake')
    const [who] = receive('Triệu Văn Mới')
    expect(
      (
        await refusalOf(
          intake.hub.placement.place({ placements: [line(who.stayId, bedOf(room, 'R1-01'))], at: null }),
        )
      ).code,
    ).toBe('forbidden')
    await intake.hub.placement.placeFirst({ placements: [line(who.stayId, bedOf(room, 'R1-01'))], at: null })
    const again = await refusalOf(
      intake.hub.placement.placeFirst({ placements: [line(who.stayId, bedOf(room, 'R1-02'))], at: null }),
    )
    expect(again.data.problems).toMatchObject([{ code: 'not-first-bed' }])
  })

  it.each(['medical', 'teacher', 'incident', 'inspector', 'reporter', 'administrator'] as const)(
    'a %s moves nobody',
    async (role) => {
      const desk = await test.signIn(role)
      const placements = [line(randomUUID(), randomUUID())]
      expect((await refusalOf(desk.hub.placement.place({ placements, at: null }))).code).toBe('forbidden')
      expect((await refusalOf(desk.hub.placement.placeFirst({ placements, at: null }))).code).toBe(
        'forbidden',
      )
    },
  )
})
