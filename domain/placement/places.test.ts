import { describe, expect, it } from 'vitest'
import { KEEP_APART_LEVEL_LABELS, KEEP_APART_LEVELS } from './keep-apart.ts'
import {
  checkPlaceCode,
  comparePlaceCodes,
  fullPlaceCode,
  PLACE_KIND_LABELS,
  PLACE_KINDS,
  PLACE_PARENTS,
  tidyPlaceCode,
  type PlaceCodeCheck,
} from './place-kinds.ts'
import { ageGroupOn } from './placement-person.ts'
import {
  AGE_GROUP_LABELS,
  AGE_GROUPS,
  INFECTION_GROUP_LABELS,
  INFECTION_GROUPS,
  isLodging,
  LEGAL_ZONE_KIND_LABELS,
  LEGAL_ZONE_KIND_SOURCES,
  LEGAL_ZONE_KINDS,
  trackOfZone,
} from './zone-kinds.ts'

describe('codes of places', () => {
  const ROOM = { kind: 'room', fullCode: 'A2' } as const
  const CHECK: PlaceCodeCheck = {
    kind: 'bed',
    code: '05',
    parent: ROOM,
    otherFullCodes: ['A', 'A2', 'A2-04'],
  }

  it.each<{ when: string; change: Partial<PlaceCodeCheck>; codes: string[] }>([
    { when: 'the bed is new', change: {}, codes: [] },
    { when: 'the bed is there already', change: { code: '04' }, codes: ['place-code-taken'] },
    { when: 'another room has such a bed', change: { otherFullCodes: ['A3-05'] }, codes: [] },
    {
      when: 'it is typed in small letters with spaces',
      change: { kind: 'zone', parent: null, code: ' a ' },
      codes: ['place-code-taken'],
    },
    {
      when: 'a room has the code of a zone',
      change: { kind: 'room', parent: { kind: 'zone', fullCode: 'A' }, code: 'A' },
      codes: ['place-code-taken'],
    },
    { when: 'it is empty', change: { code: '  ' }, codes: ['place-code-form'] },
    { when: 'it has a dash', change: { code: 'A-1' }, codes: ['place-code-form'] },
    { when: 'it has a tone mark', change: { code: 'KHÁCH' }, codes: ['place-code-form'] },
    { when: 'it is long', change: { code: '123456789' }, codes: ['place-code-form'] },
    {
      when: 'a bed stands in a zone',
      change: { parent: { kind: 'zone', fullCode: 'B' } },
      codes: ['place-parent'],
    },
    { when: 'a bed stands nowhere', change: { parent: null }, codes: ['place-parent'] },
    { when: 'a zone stands in a room', change: { kind: 'zone', code: 'C' }, codes: ['place-parent'] },
    {
      when: 'a room stands in a building',
      change: { kind: 'room', code: 'A9', parent: { kind: 'building', fullCode: 'N1' } },
      codes: [],
    },
  ])('say $codes when $when', ({ change, codes }) => {
    expect(checkPlaceCode({ ...CHECK, ...change }).map(({ code }) => code)).toEqual(codes)
  })

  it('are said as people say them', () => {
    expect(fullPlaceCode('bed', '05', 'A2')).toBe('A2-05')
    expect(fullPlaceCode('room', 'A2', 'A')).toBe('A2')
    expect(tidyPlaceCode(' a2 ')).toBe('A2')
  })

  it('sort as people count', () => {
    const sorted = ['A10-01', 'A2-10', 'B1-01', 'A2-9', 'A2-09'].toSorted(comparePlaceCodes)
    expect(sorted).toEqual(['A2-09', 'A2-9', 'A2-10', 'A10-01', 'B1-01'])
    expect(comparePlaceCodes('A1', 'A1')).toBe(0)
  })

  it('have a tree in which everything stands in a zone', () => {
    expect(PLACE_KINDS.filter((kind) => PLACE_PARENTS[kind].length === 0)).toEqual(['zone'])
    expect(Object.values(PLACE_KIND_LABELS)).toEqual(['Khu', 'Nhà', 'Phòng', 'Giường'])
  })
})

describe('kinds of zones', () => {
  it('lodge people in the zones of ZONE-01 and nobody in offices and schools (ZONE-05)', () => {
    expect(LEGAL_ZONE_KINDS.filter((kind) => !isLodging(kind))).toEqual([
      'administration',
      'reception',
      'schooling',
      'vocational',
    ])
  })

  it('belong to a track where the law of 2021 split them (ZONE-01)', () => {
    expect(trackOfZone('compulsory')).toBe('compulsory')
    expect(trackOfZone('voluntary')).toBe('voluntary')
    expect(trackOfZone('temporary-stay')).toBe('held')
    expect(trackOfZone('management')).toBeNull()
    expect(trackOfZone(null)).toBeNull()
  })

  it('each have a name and an article of their own', () => {
    expect(new Set(Object.values(LEGAL_ZONE_KIND_LABELS)).size).toBe(LEGAL_ZONE_KINDS.length)
    for (const source of Object.values(LEGAL_ZONE_KIND_SOURCES)) expect(source).toMatch(/Điều \d+/)
    expect(Object.keys(AGE_GROUP_LABELS)).toEqual([...AGE_GROUPS])
    expect(Object.keys(INFECTION_GROUP_LABELS)).toEqual([...INFECTION_GROUPS])
    expect(Object.keys(KEEP_APART_LEVEL_LABELS)).toEqual([...KEEP_APART_LEVELS])
  })
})

describe('ageGroupOn', () => {
  it.each([
    { on: '2008-11-22', precision: 'day', group: 'adult' },
    { on: '2008-11-23', precision: 'day', group: 'minor' },
    { on: '2008-11-01', precision: 'month', group: null },
    { on: '2008-10-01', precision: 'month', group: 'adult' },
    { on: '2008-12-01', precision: 'month', group: 'minor' },
    { on: '2008-01-01', precision: 'year', group: null },
    { on: '2007-01-01', precision: 'year', group: 'adult' },
    { on: '2009-01-01', precision: 'year', group: 'minor' },
  ] as const)(
    'takes someone born $on (known to the $precision) for $group on 22/11/2026',
    ({ on, precision, group }) => {
      expect(ageGroupOn({ on, precision }, '2026-11-22')).toBe(group)
    },
  )

  it('does not guess without a birth date', () => {
    expect(ageGroupOn(null, '2026-11-22')).toBeNull()
  })
})
