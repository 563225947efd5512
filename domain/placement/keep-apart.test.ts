import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  judgePair,
  KEEP_APART_SCOPES,
  keepApartConflicts,
  type KeepApartPair,
  type KeepApartScope,
} from './keep-apart.ts'

const AN = { personId: 'an', name: 'Hoàng Văn An' }
const BINH = { personId: 'binh', name: 'Lý Văn Bình' }
const CUONG = { personId: 'cuong', name: 'Vi Văn Cường' }

function pair(words: Partial<KeepApartPair> = {}): KeepApartPair {
  return { id: 'p1', personA: 'an', personB: 'binh', level: 'room', inClass: false, inVisit: false, ...words }
}

describe('people kept apart', () => {
  const cases: readonly (readonly [string, KeepApartScope, Partial<KeepApartPair>, boolean])[] = [
    ['a pair of rooms may not share a room', 'room', {}, true],
    ['a pair of rooms may share a zone', 'zone', {}, false],
    ['a pair of zones may not share a zone', 'zone', { level: 'zone' }, true],
    ['a pair of zones may not share a room either', 'room', { level: 'zone' }, true],
    ['a pair of rooms may share a lesson unless it says otherwise', 'class', {}, false],
    ['a pair may be kept apart in lessons', 'class', { inClass: true }, true],
    ['a pair may share a visit unless it says otherwise', 'visit', { inClass: true }, false],
    ['a pair may be kept apart in visits', 'visit', { inVisit: true }, true],
  ]
  it.each(cases)('%s', (_title, scope, words, isKept) => {
    const found = keepApartConflicts({ scope, place: 'đây', people: [AN, BINH, CUONG], pairs: [pair(words)] })
    expect(found.map(({ pairId }) => pairId)).toEqual(isKept ? ['p1'] : [])
  })

  it('names both, the place and the way out, and forbids except in a zone', () => {
    const ask = (scope: KeepApartScope) =>
      keepApartConflicts({
        scope,
        place: 'lớp Hàn 02',
        people: [AN, BINH],
        pairs: [pair({ level: 'zone', inClass: true, inVisit: true })],
      })
    expect(ask('class')[0]?.message).toBe(
      'Hoàng Văn An và Lý Văn Bình không được xếp chung: cùng ở lớp Hàn 02. Xếp một người sang lớp hoặc buổi khác.',
    )
    expect(KEEP_APART_SCOPES.map((scope) => ask(scope)[0]?.isHard)).toEqual([true, false, true, true])
  })

  it('finds each broken pair once whatever the order of the group, and none where one of the two is missing', () => {
    const ids = ['an', 'binh', 'cuong', 'dung', 'em']
    fc.assert(
      fc.property(fc.shuffledSubarray(ids), fc.integer({ min: 0, max: 3 }), (there, skip) => {
        const pairs = ids
          .slice(0, 4 - skip)
          .map((a, i) => pair({ id: a, personA: a, personB: ids[i + 1] ?? '' }))
        const people = there.map((personId) => ({ personId, name: personId }))
        const found = keepApartConflicts({ scope: 'room', place: 'phòng', people, pairs })
        const expected = pairs.filter(
          ({ personA, personB }) => there.includes(personA) && there.includes(personB),
        )
        expect(found.map(({ pairId }) => pairId)).toEqual(expected.map(({ id }) => id))
      }),
    )
  })

  it('wants the body that asked for it, and a review after today', () => {
    const words = {
      ground: 'authority',
      authorisedBy: null,
      reviewOn: '2026-11-22',
      today: '2026-11-22',
    } as const
    expect(judgePair(words).map(({ field }) => field)).toEqual(['authorisedBy', 'reviewOn'])
    expect(judgePair({ ...words, authorisedBy: 'VKSND khu vực 2', reviewOn: '2026-11-23' })).toEqual([])
  })
})
