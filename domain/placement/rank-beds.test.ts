import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_PLACEMENT_SETTINGS } from './assess-bed.ts'
import { checkSwap, type SwapSide } from './check-swap.ts'
import type { BedWithRoom, Occupant, PlacementBed, PlacementPerson } from './placement-person.ts'
import { rankBeds } from './rank-beds.ts'

const PERSON: PlacementPerson = {
  stayId: 's1',
  personId: 'p1',
  name: 'Hứa Thị Hường',
  sex: 'female',
  placementSex: null,
  ageGroup: 'adult',
  infectionGroup: null,
  track: 'voluntary',
  inDetox: false,
  inDiscipline: false,
  alerts: [],
}

function bed(code: string, change: Partial<PlacementBed> = {}): PlacementBed {
  const [roomCode = code] = code.split('-')
  return {
    bedId: `bed-${code}`,
    code,
    roomId: `room-${roomCode}`,
    roomCode,
    zoneId: 'A',
    zoneKind: 'management',
    sex: 'female',
    ageGroup: null,
    infectionGroup: null,
    isPrivate: false,
    capacity: { maximum: 6, inUse: 4, outOfService: 0 },
    outage: null,
    ...change,
  }
}

function occupant(name: string, bedCode: string, change: Partial<Occupant> = {}): Occupant {
  const since = '2026-11-20T07:02:00.000Z'
  return {
    ...PERSON,
    stayId: `stay-${name}`,
    personId: `person-${name}`,
    name,
    bedId: `bed-${bedCode}`,
    since,
    ...change,
  }
}

describe('rankBeds', () => {
  const beds: BedWithRoom[] = [
    { bed: bed('B1-01', { sex: 'male' }), occupants: [] },
    { bed: bed('A1-10'), occupants: [] },
    { bed: bed('A1-9'), occupants: [] },
    { bed: bed('C1-01', { zoneKind: 'voluntary' }), occupants: [occupant('Mai', 'C1-02')] },
    { bed: bed('A2-01'), occupants: [occupant('Lan', 'A2-02', { track: 'compulsory' })] },
    { bed: bed('A3-01'), occupants: [occupant('Hoa', 'A3-02')] },
  ]
  const ranked = rankBeds({ person: PERSON, beds, keepApart: [], settings: DEFAULT_PLACEMENT_SETTINGS })

  it('puts the best bed first, rules against it later, forbidden beds last', () => {
    expect(ranked.map(({ bed: { code } }) => code)).toEqual([
      'C1-01',
      'A3-01',
      'A1-9',
      'A1-10',
      'A2-01',
      'B1-01',
    ])
    expect(ranked.map(({ allowed }) => allowed)).toEqual([true, true, true, true, true, false])
  })

  it('gives plain reasons, the weightiest first, that add up to the score', () => {
    expect(ranked[0]).toMatchObject({
      score: 38,
      reasons: [
        { text: 'Đúng khu theo diện (tự nguyện)', weight: 30 },
        { text: 'Phòng còn 3 chỗ trống', weight: 8 },
      ],
    })
    expect(ranked[4]?.reasons[0]?.text).toBe('Phòng A2 đang có người khác diện. Nên xếp cùng diện.')
  })

  it('gives every desk the same order, whatever order the beds come in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(beds, { minLength: beds.length }), (shuffled) => {
        const again = rankBeds({
          person: PERSON,
          beds: shuffled,
          keepApart: [],
          settings: DEFAULT_PLACEMENT_SETTINGS,
        })
        expect(again).toEqual(ranked)
      }),
    )
  })
})

describe('checkSwap', () => {
  const lan = occupant('Lan', 'A1-01')
  const mai = occupant('Mai', 'A2-01')
  const hoa = occupant('Hoa', 'A2-02')

  function side(
    person: Occupant,
    code: string,
    occupants: Occupant[],
    change: Partial<SwapSide> = {},
  ): SwapSide {
    return { person, bed: bed(code), occupants, keepApart: [], ...change }
  }

  function codes(a: SwapSide, b: SwapSide) {
    const { hard, soft } = checkSwap(a, b, DEFAULT_PLACEMENT_SETTINGS)
    return { hard: hard.map(({ code }) => code), soft: soft.map(({ code }) => code) }
  }

  it('lets two people change beds, neither in the way of the other, even in full rooms', () => {
    const full = { bed: bed('A1-01', { capacity: { maximum: 1, inUse: 1, outOfService: 0 } }) }
    expect(codes(side(lan, 'A1-01', [lan], full), side(mai, 'A2-01', [mai, hoa]))).toEqual({
      hard: [],
      soft: [],
    })
  })

  it('lets two people change beds within one room', () => {
    expect(codes(side(mai, 'A2-01', [mai, hoa]), side(hoa, 'A2-02', [mai, hoa]))).toEqual({
      hard: [],
      soft: [],
    })
  })

  it('judges each in the other’s bed and says whom a rule concerns', () => {
    const enemy = {
      otherPersonId: hoa.personId,
      otherName: 'Hoa',
      level: 'room',
      otherRoomId: 'room-A2',
      otherZoneId: 'A',
    } as const
    const { hard } = checkSwap(
      side(lan, 'A1-01', [lan], { keepApart: [enemy] }),
      side(mai, 'A2-01', [mai, hoa]),
      DEFAULT_PLACEMENT_SETTINGS,
    )
    expect(hard).toEqual([
      { code: 'keep-apart-room', message: 'Lan → Không xếp chung: Hoa đang ở phòng A2. Chọn phòng khác.' },
    ])
  })

  it('looks at a pair kept apart where both end up, not where they were', () => {
    const pair = {
      otherPersonId: mai.personId,
      otherName: 'Mai',
      level: 'room',
      otherRoomId: 'room-A2',
      otherZoneId: 'A',
    } as const
    const apart = side(lan, 'A1-01', [lan], { keepApart: [pair] })
    expect(codes(apart, side(mai, 'A2-01', [mai])).hard).toEqual([])
    const together = side(hoa, 'A2-02', [mai, hoa], { keepApart: [pair] })
    expect(codes(together, side(mai, 'A2-01', [mai, hoa])).hard).toEqual(['keep-apart-room'])
  })

  it('asks for a reason where a soft rule stands against one of them', () => {
    const held = { ...lan, track: 'held' } as const
    expect(codes(side(held, 'A1-01', [held]), side(mai, 'A2-01', [mai, hoa]))).toEqual({
      hard: [],
      soft: ['track-split'],
    })
  })

  it('refuses the same person twice, and someone who lies elsewhere by now', () => {
    expect(codes(side(lan, 'A1-01', [lan]), side(lan, 'A1-01', [lan])).hard).toEqual(['swap-same'])
    expect(codes(side(lan, 'A1-01', [lan]), side(mai, 'A2-01', [hoa])).hard).toEqual(['swap-moved'])
  })
})
