import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildRoom, line, receivePeople, refusalOf, type TestRoom } from './_lodging.ts'
import { SYSTEM_ACTOR } from '#hub/system-actor.ts'
import { startTestHub, type TestDesk, type TestHub } from './_test-hub.ts'

let now = '2026-11-22T07:02:00.000Z'

let test: TestHub
let admin: TestDesk
let zone: TestDesk
let otherDesk: TestDesk

beforeAll(async () => {
  test = await startTestHub({ now: () => now, elapsed: () => 0 })
  admin = await test.signIn('administrator')
  zone = await test.signIn('zone', { name: 'Nguyễn Thị Hạnh' })
  otherDesk = await test.signIn('director', { name: 'Trần Quốc Bảo' })
})
afterAll(() => test.close())

function bedOf(room: TestRoom, code: string): string {
  const id = room.beds[code]
  if (!id) throw new Error(`no bed ${code}`)
  return id
}

async function lodge(room: TestRoom, people: Record<string, string>) {
  const received = receivePeople(
    test,
    Object.values(people).map((name) => ({ name })),
  )
  await zone.hub.placement.place({
    placements: received.map(({ stayId }, i) => line(stayId, bedOf(room, Object.keys(people)[i] ?? ''))),
    at: null,
  })
  return received as [
    { stayId: string; personId: string; name: string },
    { stayId: string; personId: string; name: string },
  ]
}

async function keepApart(personId: string, otherPersonId: string) {
  const id = randomUUID()
  await zone.hub.keepApart.add({
    id,
    personId,
    otherPersonId,
    level: 'room',
    reason: 'Đã đánh nhau',
    ground: 'fight',
  })
  return id
}

describe('the sweep', () => {
  it('finds a pair recorded after both lay in one room, keeps it once, and resolves it when one has moved', async () => {
    const room = await buildRoom(admin, 'SA', 2)
    const away = await buildRoom(admin, 'SB', 2)
    const [one, other] = await lodge(room, { 'SA1-01': 'Lý Văn Sáu', 'SA1-02': 'Lý Văn Bảy' })
    await keepApart(one.personId, other.personId)
    expect(await zone.hub.sweep.run({})).toMatchObject({ found: 1, opened: 1, resolved: 0 })
    expect(await zone.hub.sweep.run({})).toMatchObject({ found: 1, opened: 0, resolved: 0 })
    const { rows } = await zone.hub.sweep.list({})
    expect(rows.map(({ kind, sentence }) => [kind, sentence.includes('cùng phòng SA1')])).toEqual([
      ['keep-apart-room', true],
    ])
    const [finding] = rows
    if (!finding) throw new Error('nothing found')
    await zone.hub.sweep.acknowledge({ id: finding.id, version: finding.version, reason: 'Chờ giường khu B' })
    expect(await zone.hub.sweep.summary({})).toMatchObject({ fresh: 0, known: 1, hard: 1 })
    await zone.hub.placement.place({ placements: [line(other.stayId, bedOf(away, 'SB1-01'))], at: null })
    expect(await zone.hub.sweep.run({})).toMatchObject({ found: 0, resolved: 1 })
    expect((await zone.hub.sweep.list({ state: 'resolved' })).rows).toHaveLength(1)
  })
})

describe('a swap raced by two desks', () => {
  it('is made once: the second desk is told who no longer lies there', async () => {
    const room = await buildRoom(admin, 'RA', 3)
    const [one, other] = await lodge(room, { 'RA1-01': 'Hà Văn Một', 'RA1-02': 'Hà Văn Hai' })
    const sides = () =>
      [
        { eventId: randomUUID(), stayId: one.stayId, bedId: bedOf(room, 'RA1-01') },
        { eventId: randomUUID(), stayId: other.stayId, bedId: bedOf(room, 'RA1-02') },
      ] as [
        { eventId: string; stayId: string; bedId: string },
        { eventId: string; stayId: string; bedId: string },
      ]
    const answers = await Promise.allSettled([
      zone.hub.placement.swap({ sides: sides(), reason: null, at: null }),
      otherDesk.hub.placement.swap({ sides: sides(), reason: null, at: null }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const { lodgers } = await zone.hub.placement.lodgers({ zoneId: room.zoneId })
    expect(Object.fromEntries(lodgers.map(({ bedCode, name }) => [bedCode, name]))).toEqual({
      'RA1-01': 'Hà Văn Hai',
      'RA1-02': 'Hà Văn Một',
    })
  })
})

describe('laying a zone anew', () => {
  async function draftFor(zoneId: string) {
    const id = randomUUID()
    const { version } = await zone.hub.reshuffle.make({
      id,
      zoneId,
      name: 'Xếp lại',
      reason: 'Tách người mâu thuẫn',
    })
    return { id, version }
  }

  it('proposes, changes nothing before it is carried out, then moves all at once and takes all back', async () => {
    const room = await buildRoom(admin, 'NA', 2)
    const [one, other] = await lodge(room, { 'NA1-01': 'Mã Văn An', 'NA1-02': 'Mã Văn Bình' })
    const draft = await draftFor(room.zoneId)
    const moves = [
      { stayId: one.stayId, fromBedId: bedOf(room, 'NA1-01'), toBedId: bedOf(room, 'NA1-02') },
      { stayId: other.stayId, fromBedId: bedOf(room, 'NA1-02'), toBedId: bedOf(room, 'NA1-01') },
    ]
    const where = async () => {
      const { lodgers } = await zone.hub.placement.lodgers({ zoneId: room.zoneId })
      return Object.fromEntries(lodgers.map(({ bedCode, name }) => [bedCode, name]))
    }
    const before = await where()
    const kept = await zone.hub.reshuffle.keep({ ...draft, moves })
    expect(await where()).toEqual(before)
    expect((await otherDesk.hub.reshuffle.get({ id: draft.id })).draft.changedBy).toBe('Nguyễn Thị Hạnh')
    const done = await zone.hub.reshuffle.commit({ id: draft.id, version: kept.version })
    expect(done.moved).toBe(2)
    expect(await where()).toEqual({ 'NA1-01': 'Mã Văn Bình', 'NA1-02': 'Mã Văn An' })
    await zone.hub.reshuffle.undo({ id: draft.id, version: done.version })
    expect(await where()).toEqual(before)
  })

  it('refuses all moves with the name of who moved meanwhile, until the draft is brought up to date', async () => {
    const room = await buildRoom(admin, 'NB', 4)
    const [one, other] = await lodge(room, { 'NB1-01': 'Nông Văn An', 'NB1-02': 'Nông Văn Bình' })
    const draft = await draftFor(room.zoneId)
    const moves = [
      { stayId: one.stayId, fromBedId: bedOf(room, 'NB1-01'), toBedId: bedOf(room, 'NB1-03') },
      { stayId: other.stayId, fromBedId: bedOf(room, 'NB1-02'), toBedId: bedOf(room, 'NB1-01') },
    ]
    const kept = await zone.hub.reshuffle.keep({ ...draft, moves })
    await otherDesk.hub.placement.place({ placements: [line(one.stayId, bedOf(room, 'NB1-04'))], at: null })
    const refused = await refusalOf(zone.hub.reshuffle.commit({ id: draft.id, version: kept.version }))
    expect(refused.data.problems?.[0]?.message).toContain('Nông Văn An không còn ở NB1-01, hiện ở NB1-04.')
    const renewed = await zone.hub.reshuffle.renew({ id: draft.id, version: kept.version })
    expect(renewed.dropped).toBe(0)
    expect((await zone.hub.reshuffle.commit({ id: draft.id, version: renewed.version })).moved).toBe(2)
  })

  it('refuses a draft that would put a pair into one room', async () => {
    const room = await buildRoom(admin, 'NC', 2)
    const [one, other] = await lodge(room, { 'NC1-01': 'Vi Văn An', 'NC1-02': 'Vi Văn Bình' })
    await keepApart(one.personId, other.personId)
    const draft = await draftFor(room.zoneId)
    const moves = [
      { stayId: one.stayId, fromBedId: bedOf(room, 'NC1-01'), toBedId: bedOf(room, 'NC1-02') },
      { stayId: other.stayId, fromBedId: bedOf(room, 'NC1-02'), toBedId: bedOf(room, 'NC1-01') },
    ]
    const { problems } = await zone.hub.reshuffle.judge({ zoneId: room.zoneId, moves })
    expect(problems.flatMap(({ hard }) => hard.map(({ code }) => code))).toContain('keep-apart-room')
    const kept = await zone.hub.reshuffle.keep({ ...draft, moves })
    const refused = await refusalOf(zone.hub.reshuffle.commit({ id: draft.id, version: kept.version }))
    expect(refused.data.problems?.[0]?.message).toContain('Không xếp chung')
  })
})

describe('closing a room', () => {
  it('refuses with the names of who is in it, and closes every bed once they have gone', async () => {
    const room = await buildRoom(admin, 'OA', 2)
    const away = await buildRoom(admin, 'OB', 2)
    const [one] = await lodge(room, { 'OA1-01': 'Lò Văn An' })
    const words = { reason: 'damp', note: null, backOn: '2026-11-30' } as const
    const refused = await refusalOf(zone.hub.outages.close({ placeId: room.zoneId, ...words }))
    expect(refused.data.problems?.[0]?.message).toContain('Lò Văn An (OA1-01)')
    expect((await zone.hub.outages.holders({ placeId: room.zoneId })).people.map(({ name }) => name)).toEqual(
      ['Lò Văn An'],
    )
    await zone.hub.placement.place({ placements: [line(one.stayId, bedOf(away, 'OB1-01'))], at: null })
    expect(await zone.hub.outages.close({ placeId: room.zoneId, ...words })).toEqual({ beds: 2 })
    now = '2026-12-02T02:00:00.000Z'
    const { outages } = await zone.hub.outages.list({})
    expect(outages.filter(({ scopeCode }) => scopeCode === 'OA').map(({ isOverdue }) => isOverdue)).toEqual([
      true,
      true,
    ])
  })

  it('begins a planned outage when its day has come and nobody is left', async () => {
    const room = await buildRoom(admin, 'OC', 1)
    const plan = {
      id: randomUUID(),
      placeId: room.zoneId,
      fromOn: '2026-12-05',
      reason: 'pests',
      note: null,
    } as const
    const tooEarly = await refusalOf(zone.hub.outages.plan({ ...plan, fromOn: '2026-12-02' }))
    expect(tooEarly.data.problems?.[0]?.field).toBe('fromOn')
    await zone.hub.outages.plan(plan)
    expect((await zone.hub.outages.plans({})).plans.map(({ placeCode }) => placeCode)).toEqual(['OC'])
    now = '2026-12-05T02:00:00.000Z'
    await test.hub.writer.internal('beginOutages', SYSTEM_ACTOR, now, {})
    expect((await zone.hub.outages.plans({})).plans).toEqual([])
    expect((await zone.hub.outages.list({})).outages[0]).toMatchObject({ bedCode: 'OC1-01', scopeCode: 'OC' })
  })
})

describe('pairs kept apart', () => {
  it('are reviewed, closed and opened again, and found by the list', async () => {
    const [one, other] = receivePeople(test, [{ name: 'Bế Văn An' }, { name: 'Bế Văn Bình' }])
    if (!one || !other) throw new Error('nobody received')
    const id = await keepApart(one.personId, other.personId)
    await zone.hub.keepApart.change({
      id,
      personId: one.personId,
      version: 1,
      level: 'zone',
      inClass: true,
      inVisit: true,
      role: 'threatened',
      otherRole: 'threatening',
      ground: 'threat',
      reason: 'Bị đe dọa',
    })
    const { pairs } = await zone.hub.keepApart.list({ personId: other.personId })
    expect(pairs[0]).toMatchObject({
      level: 'zone',
      inClass: true,
      role: 'threatening',
      otherRole: 'threatened',
    })
    const seen = await zone.hub.keepApart.all({ scope: 'visit' })
    expect(seen.pairs.map((pair) => pair.id)).toEqual([id])
    await zone.hub.keepApart.close({ id, version: 2, reason: 'Đã hòa giải' })
    const again = randomUUID()
    await zone.hub.keepApart.reopen({ id: again, closedId: id, reason: 'Lại mâu thuẫn' })
    expect(
      (await zone.hub.keepApart.list({ personId: one.personId })).pairs.map((p) => [p.id, p.isReopened]),
    ).toEqual(expect.arrayContaining([[again, true]]))
  })
})
