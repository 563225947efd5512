import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CustodyAct } from '#domain/custody/facts.ts'
import { ROLL_WORDS, type RollWord } from '#domain/contract/roll.ts'
import { rollShape } from '#domain/contract/roll.ts'
import { SEXES } from '#domain/people/sex.ts'
import { TRACKS } from '#domain/stay/track.ts'
import { buildRoom, line, receivePeople, refusalOf, type TestRoom } from './_lodging.ts'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

const START = '2026-11-01T01:00:00.000Z'

const clock = testClock(START)
let test: TestHub
let zone: TestDesk
let room: TestRoom
let stays: string[]

/** Four people over three weeks: the days after which something happened are looked back on. */
beforeAll(async () => {
  test = await startTestHub({ now: clock.now })
  const admin = await test.signIn('administrator')
  room = await buildRoom(admin, 'A', 4)
  const people = receivePeople(test, [
    { name: 'Bế Văn An', receivedAt: START },
    { name: 'Bế Văn Bình', receivedAt: START, track: 'voluntary' },
    { name: 'Bế Thị Chi', receivedAt: START, sex: 'female' },
    { name: 'Bế Văn Dậu', receivedAt: START },
  ])
  stays = people.map(({ stayId }) => stayId)
  clock.advance(60)
  zone = await test.signIn('zone')
  const [an = '', binh = '', , dau = ''] = stays
  await zone.hub.placement.place({
    placements: [
      line(an, room.beds['A1-01'] ?? ''),
      line(dau, room.beds['A1-02'] ?? ''),
      line(binh, room.beds['A1-03'] ?? '', 'Chưa có khu tự nguyện'),
    ],
    at: null,
  })
  clock.advance(21 * 24 * 60)
  zone = await test.signIn('zone')
  await act(an, '2026-11-05T02:00:00.000Z', { kind: 'left', facts: { outKind: 'hospital' } })
  await act(an, '2026-11-09T02:00:00.000Z', { kind: 'returned', facts: {} })
  await zone.hub.escapes.report({
    incidentId: randomUUID(),
    escapes: [{ eventId: randomUUID(), stayId: dau }],
    at: '2026-11-07T19:30:00.000Z',
  })
  await act(binh, '2026-11-12T03:00:00.000Z', { kind: 'left-on-own-will', facts: {} })
})
afterAll(() => test.close())

function act(stayId: string, at: string, custodyAct: CustodyAct) {
  return zone.hub.custody.record({ id: randomUUID(), stayId, at, act: custodyAct })
}

async function namesOf(at: string | null, word: RollWord): Promise<string[]> {
  const { people } = await zone.hub.roll.people({ at, word })
  return people.map(({ name }) => name)
}

describe('the roll', () => {
  it.each([
    {
      at: '2026-11-01T00:59:59.999Z',
      onRoll: 0,
      present: 0,
      inZone: 0,
      hospital: 0,
      escaped: 0,
      awaitingBed: 0,
    },
    {
      at: '2026-11-01T01:00:00.000Z',
      onRoll: 4,
      present: 4,
      inZone: 4,
      hospital: 0,
      escaped: 0,
      awaitingBed: 4,
    },
    {
      at: '2026-11-03T00:00:00.000Z',
      onRoll: 4,
      present: 4,
      inZone: 4,
      hospital: 0,
      escaped: 0,
      awaitingBed: 1,
    },
    {
      at: '2026-11-05T02:00:00.000Z',
      onRoll: 4,
      present: 4,
      inZone: 3,
      hospital: 1,
      escaped: 0,
      awaitingBed: 1,
    },
    {
      at: '2026-11-07T19:29:59.999Z',
      onRoll: 4,
      present: 4,
      inZone: 3,
      hospital: 1,
      escaped: 0,
      awaitingBed: 1,
    },
    {
      at: '2026-11-07T19:30:00.000Z',
      onRoll: 4,
      present: 3,
      inZone: 2,
      hospital: 1,
      escaped: 1,
      awaitingBed: 1,
    },
    {
      at: '2026-11-10T00:00:00.000Z',
      onRoll: 4,
      present: 3,
      inZone: 3,
      hospital: 0,
      escaped: 1,
      awaitingBed: 1,
    },
    { at: null, onRoll: 3, present: 2, inZone: 2, hospital: 0, escaped: 1, awaitingBed: 1 },
  ])(
    'at $at counts $onRoll on the roll, $present present, $inZone in zone',
    async ({ at, hospital, ...words }) => {
      const roll = await zone.hub.roll.at({ at })
      expect(roll.total).toMatchObject({ ...words, out: { hospital } })
    },
  )

  it('adds up alike by zone, by track and by sex', async () => {
    const roll = await zone.hub.roll.at({ at: '2026-11-08T00:00:00.000Z' })
    for (const word of ['onRoll', 'present', 'inZone', 'escaped', 'awaitingBed'] as const) {
      const sum = (counts: { [word: string]: unknown }[]) =>
        counts.reduce((total, count) => total + Number(count[word]), 0)
      expect(sum(roll.byZone)).toBe(roll.total[word])
      expect(sum(TRACKS.map((track) => roll.byTrack[track]))).toBe(roll.total[word])
      expect(sum(SEXES.map((sex) => roll.bySex[sex]))).toBe(roll.total[word])
    }
    expect(roll.byZone.map(({ code, onRoll }) => [code, onRoll])).toEqual([
      ['A', 3],
      [null, 1],
    ])
    expect(roll.bySex.female).toMatchObject({ onRoll: 1, awaitingBed: 1 })
  })

  it('has the shape that the command line prints, with the offset of Viet Nam', async () => {
    const roll = await zone.hub.roll.at({ at: '2026-11-08T00:00:00.000Z' })
    expect(rollShape.strict().parse(roll)).toEqual(roll)
    expect(roll.at).toBe('2026-11-08T07:00:00+07:00')
  })

  it('opens every number as the list of exactly those people', async () => {
    expect(await namesOf('2026-11-05T02:00:00.000Z', 'out:hospital')).toEqual(['Bế Văn An'])
    expect(await namesOf('2026-11-07T19:30:00.000Z', 'escaped')).toEqual(['Bế Văn Dậu'])
    expect(await namesOf(null, 'onRoll')).toEqual(['Bế Văn An', 'Bế Thị Chi', 'Bế Văn Dậu'])
    for (const at of ['2026-11-03T00:00:00.000Z', '2026-11-08T00:00:00.000Z', null]) {
      const { total } = await zone.hub.roll.at({ at })
      for (const word of ROLL_WORDS) {
        const counted = countOf(total, word)
        expect([at, word, (await namesOf(at, word)).length]).toEqual([at, word, counted])
      }
    }
  })

  it('filters by zone, track and sex, and pages by name', async () => {
    const at = '2026-11-03T00:00:00.000Z'
    const inZone = await zone.hub.roll.people({ at, zoneId: room.zoneId, track: 'compulsory' })
    expect(inZone.people.map(({ name, bedCode }) => [name, bedCode])).toEqual([
      ['Bế Văn An', 'A1-01'],
      ['Bế Văn Dậu', 'A1-02'],
    ])
    expect((await zone.hub.roll.people({ at, zoneId: 'none' })).people).toMatchObject([
      { name: 'Bế Thị Chi' },
    ])
    const first = await zone.hub.roll.people({ at, limit: 3 })
    const rest = await zone.hub.roll.people({ at, limit: 3, cursor: first.next })
    expect([...first.people, ...rest.people].map(({ name }) => name)).toEqual(await namesOf(at, 'onRoll'))
    expect(rest.next).toBeNull()
  })

  it('moves with a correction of the past, at the past moment too', async () => {
    const chi = stays[2] ?? ''
    const eventId = randomUUID()
    await zone.hub.custody.record({
      id: eventId,
      stayId: chi,
      at: '2026-11-02T02:00:00.000Z',
      act: { kind: 'left', facts: { outKind: 'court' } },
    })
    const at = '2026-11-03T00:00:00.000Z'
    expect((await zone.hub.roll.at({ at })).total.out.court).toBe(1)
    await zone.hub.custody.correct({
      corrections: [{ id: randomUUID(), stayId: chi, eventId }],
      why: 'Nhầm người',
      instead: null,
    })
    expect((await zone.hub.roll.at({ at })).total.out.court).toBe(0)
    expect(await namesOf(at, 'out:court')).toEqual([])
  })

  it('counts nobody in the future', async () => {
    const refused = await refusalOf(zone.hub.roll.at({ at: '2027-01-01T00:00:00.000Z' }))
    expect(refused.message).toContain('chưa tới')
  })
})

function countOf(total: Awaited<ReturnType<TestDesk['hub']['roll']['at']>>['total'], word: RollWord): number {
  if (word === 'out') return Object.values(total.out).reduce((sum, count) => sum + count, 0)
  const { out, ...words } = total
  const kinds = Object.entries(out).map(([kind, count]): [string, number] => [`out:${kind}`, count])
  return Object.fromEntries([...Object.entries(words), ...kinds])[word] ?? 0
}

describe('who sees the roll', () => {
  it('a reporter sees figures, and no names', async () => {
    const reporter = await test.signIn('reporter')
    expect((await reporter.hub.roll.at({})).total.onRoll).toBe(3)
    expect((await refusalOf(reporter.hub.roll.people({}))).code).toBe('forbidden')
  })

  it('an administrator sees neither', async () => {
    const admin = await test.signIn('administrator')
    expect((await refusalOf(admin.hub.roll.at({}))).code).toBe('forbidden')
  })
})
