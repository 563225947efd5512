import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_PLACEMENT_SETTINGS } from './assess-bed.ts'
import type { PlacementBed, PlacementPerson } from './placement-person.ts'
import { judgeReshuffle, proposeReshuffle, type ReshuffleLodger, type ZoneLayout } from './reshuffle.ts'

function person(stayId: string, more: Partial<PlacementPerson> = {}): PlacementPerson {
  return {
    stayId,
    personId: `p-${stayId}`,
    name: `Học viên ${stayId}`,
    sex: 'male',
    placementSex: null,
    ageGroup: 'adult',
    infectionGroup: null,
    track: 'compulsory',
    inDetox: false,
    inDiscipline: false,
    alerts: [],
    ...more,
  }
}

function bed(room: string, no: number, more: Partial<PlacementBed> = {}): PlacementBed {
  return {
    bedId: `${room}-${no}`,
    code: `${room}-0${no}`,
    roomId: room,
    roomCode: room,
    zoneId: 'zone',
    zoneKind: 'compulsory',
    sex: null,
    ageGroup: null,
    infectionGroup: null,
    isPrivate: false,
    capacity: { maximum: 3, inUse: 3, outOfService: 0 },
    outage: null,
    ...more,
  }
}

function zone(lodgers: ReshuffleLodger[], more: Partial<PlacementBed> = {}): ZoneLayout {
  const beds = ['A1', 'A2', 'A3'].flatMap((room) =>
    [1, 2, 3].map((no) => bed(room, no, room === 'A3' ? more : {})),
  )
  return { lodgers, beds, settings: DEFAULT_PLACEMENT_SETTINGS }
}

const apart = (stay: string) => [
  {
    otherPersonId: `p-${stay}`,
    otherName: stay,
    level: 'room' as const,
    otherRoomId: null,
    otherZoneId: null,
  },
]

describe('the draft of a reshuffle', () => {
  it('leaves a zone in which everybody lies well as it is', () => {
    const calm = zone([{ person: person('a'), bedId: 'A1-1', keepApart: [] }])
    expect(proposeReshuffle(calm)).toEqual([])
    expect(judgeReshuffle(calm, [])).toEqual([])
  })

  it('parts a pair kept apart with one move to a free room', () => {
    const pair = zone([
      { person: person('a'), bedId: 'A1-1', keepApart: apart('b') },
      { person: person('b'), bedId: 'A1-2', keepApart: apart('a') },
    ])
    expect(judgeReshuffle(pair, []).flatMap(({ hard }) => hard.map(({ code }) => code))).toEqual([
      'keep-apart-room',
      'keep-apart-room',
    ])
    const moves = proposeReshuffle(pair)
    expect(moves).toHaveLength(1)
    expect(judgeReshuffle(pair, moves)).toEqual([])
  })

  it('parts every pair of a zone of 120, however many there are', () => {
    const rooms = Array.from({ length: 40 }, (_, i) => `A${i + 1}`)
    const beds = rooms.flatMap((room) => [1, 2, 3, 4].map((no) => bed(room, no)))
    const lodgers = rooms.flatMap((room, i) =>
      [1, 2, 3].map((no): ReshuffleLodger => {
        const other = i < 12 && no < 3 ? `${room}${3 - no}` : null
        return {
          person: person(`${room}${no}`),
          bedId: `${room}-${no}`,
          keepApart: other === null ? [] : apart(other),
        }
      }),
    )
    const crowded = { lodgers, beds, settings: DEFAULT_PLACEMENT_SETTINGS }
    expect(judgeReshuffle(crowded, [])).toHaveLength(24)
    const moves = proposeReshuffle(crowded)
    expect(judgeReshuffle(crowded, moves)).toEqual([])
    expect(moves).toHaveLength(12)
  })

  it('changes two where no bed is free', () => {
    const rooms = ['A1', 'A2', 'A3'].flatMap((room) => [1, 2, 3].map((no) => `${room}-${no}`))
    const full = zone(
      rooms.map((bedId) => ({
        person: person(bedId),
        bedId,
        keepApart: bedId === 'A1-1' ? apart('A1-2') : bedId === 'A1-2' ? apart('A1-1') : [],
      })),
    )
    const moves = proposeReshuffle(full)
    expect(moves).toHaveLength(2)
    expect(judgeReshuffle(full, moves)).toEqual([])
  })

  it('says whose bed was given twice', () => {
    const two = zone([
      { person: person('a'), bedId: 'A1-1', keepApart: [] },
      { person: person('b'), bedId: 'A2-1', keepApart: [] },
    ])
    const found = judgeReshuffle(two, [{ stayId: 'b', fromBedId: 'A2-1', toBedId: 'A1-1' }])
    expect(found.map(({ stayId, hard }) => [stayId, hard[0]?.code])).toEqual([
      ['a', 'bed-twice'],
      ['b', 'bed-twice'],
    ])
  })

  it('keeps the moves a person drew up by hand', () => {
    const pair = zone([
      { person: person('a'), bedId: 'A1-1', keepApart: apart('b') },
      { person: person('b'), bedId: 'A1-2', keepApart: apart('a') },
    ])
    const mine = [{ stayId: 'b', fromBedId: 'A1-2', toBedId: 'A3-3' }]
    expect(proposeReshuffle(pair, mine)).toEqual(mine)
  })

  it('never makes a zone worse, and never gives one bed to two, whatever pairs there are', () => {
    const beds = ['A1', 'A2', 'A3'].flatMap((room) => [1, 2, 3].map((no) => `${room}-${no}`))
    fc.assert(
      fc.property(
        fc.shuffledSubarray(beds, { minLength: 2 }),
        fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 6 }),
        fc.array(fc.constantFrom('compulsory' as const, 'voluntary' as const), {
          minLength: 9,
          maxLength: 9,
        }),
        (held, pairs, tracks) => {
          const lodgers = held.map((bedId, i) => ({
            person: person(String(i), { track: tracks[i] ?? 'compulsory' }),
            bedId,
            keepApart: pairs.flatMap(([a, b]) =>
              a === b ? [] : a === i ? apart(String(b)) : b === i ? apart(String(a)) : [],
            ),
          }))
          const layout = zone(lodgers)
          const moves = proposeReshuffle(layout)
          const count = (found: ReturnType<typeof judgeReshuffle>) =>
            found.reduce((sum, { hard }) => sum + hard.length, 0)
          expect(count(judgeReshuffle(layout, moves))).toBeLessThanOrEqual(count(judgeReshuffle(layout, [])))
          const to = new Map(moves.map(({ stayId, toBedId }) => [stayId, toBedId]))
          const after = lodgers.map(({ person: { stayId }, bedId }) => to.get(stayId) ?? bedId)
          expect(new Set(after).size).toBe(held.length)
        },
      ),
      { numRuns: 60 },
    )
  })
})
