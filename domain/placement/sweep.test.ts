import { describe, expect, it } from 'vitest'
import { DEFAULT_PLACEMENT_SETTINGS } from './assess-bed.ts'
import type { PlacementBed, PlacementPerson } from './placement-person.ts'
import { sweepFindings, type SweptLodger } from './sweep.ts'

const NOW = '2026-11-22T19:00:00.000Z'

function lodger(
  id: string,
  more: { person?: Partial<PlacementPerson>; bed?: Partial<PlacementBed> } & Partial<
    Pick<SweptLodger, 'keepApart' | 'away'>
  > = {},
): SweptLodger {
  return {
    person: {
      stayId: id,
      personId: id,
      name: id.toUpperCase(),
      sex: 'male',
      placementSex: null,
      ageGroup: 'adult',
      infectionGroup: null,
      track: 'compulsory',
      inDetox: false,
      inDiscipline: false,
      alerts: [],
      ...more.person,
    },
    bed: {
      bedId: `bed-${id}`,
      code: `A1-${id}`,
      roomId: 'A1',
      roomCode: 'A1',
      zoneId: 'A',
      zoneKind: 'compulsory',
      sex: null,
      ageGroup: null,
      infectionGroup: null,
      isPrivate: false,
      capacity: { maximum: 4, inUse: 3, outOfService: 0 },
      outage: null,
      ...more.bed,
    },
    keepApart: more.keepApart ?? [],
    away: more.away ?? null,
  }
}

const apart = (other: string, level: 'room' | 'zone', roomId: string) => [
  { otherPersonId: other, otherName: other, level, otherRoomId: roomId, otherZoneId: 'A' },
]

function sweep(...lodgers: SweptLodger[]) {
  return sweepFindings({ lodgers, settings: DEFAULT_PLACEMENT_SETTINGS, now: NOW, outDays: 7 })
}

describe('the nightly sweep', () => {
  it('finds nothing where all is well', () => {
    expect(sweep(lodger('a'), lodger('b'))).toEqual([])
  })

  const cases: readonly (readonly [string, readonly SweptLodger[], readonly string[]])[] = [
    [
      'a pair recorded after both lay in one room, once and not twice',
      [
        lodger('a', { keepApart: apart('b', 'room', 'A1') }),
        lodger('b', { keepApart: apart('a', 'room', 'A1') }),
      ],
      ['keep-apart-room'],
    ],
    [
      'a pair of zones in one zone',
      [lodger('a', { keepApart: apart('b', 'zone', 'A9') })],
      ['keep-apart-zone'],
    ],
    ['a pair of rooms in one zone is no finding', [lodger('a', { keepApart: apart('b', 'room', 'A9') })], []],
    [
      'a room given to women under a man (L120 Điều 46.2h)',
      [lodger('a', { bed: { sex: 'female' } })],
      ['sex'],
    ],
    [
      'somebody who must be isolated beside others (L120 Điều 46.2h)',
      [lodger('a', { person: { infectionGroup: 'B' } }), lodger('b')],
      ['infection', 'infection'],
    ],
    [
      'a body that differs from the papers in a shared room (L120 Điều 46.2h)',
      [lodger('a', { person: { placementSex: 'female' } })],
      ['private-room'],
    ],
    [
      'a minor in a room of adults (D163 Điều 66.4)',
      [lodger('a', { person: { ageGroup: 'minor' }, bed: { ageGroup: 'adult' } })],
      ['age'],
    ],
    ['four in a room run for three, once', ['a', 'b', 'c', 'd'].map((id) => lodger(id)), ['over-capacity']],
    [
      'a bed out of service that is held',
      [lodger('a', { bed: { outage: { reason: 'Ẩm, dột', backOn: null } } })],
      ['bed-out-of-service'],
    ],
    [
      'a protected one beside a violent one',
      [lodger('a', { person: { alerts: ['protected'] } }), lodger('b', { person: { alerts: ['violence'] } })],
      ['alert', 'alert'],
    ],
    [
      'seven days outside with the bed kept',
      [lodger('a', { away: { kind: 'hospital', since: '2026-11-15T19:00:00.000Z' } })],
      ['out-too-long'],
    ],
    [
      'six days outside is not yet a finding',
      [lodger('a', { away: { kind: 'hospital', since: '2026-11-16T19:00:00.000Z' } })],
      [],
    ],
  ]
  it.each(cases)('finds %s', (_title, lodgers, kinds) => {
    expect(sweep(...lodgers).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('marks the same thing the same way on another night', () => {
    const found = () => sweep(lodger('a', { keepApart: apart('b', 'room', 'A1') })).map(({ mark }) => mark)
    expect(found()).toEqual(['keep-apart-room|a|b|A1'])
    expect(found()).toEqual(found())
  })
})
