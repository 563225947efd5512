import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  comparePeople,
  FIELD_RESULTS,
  type FieldResult,
  type MatchField,
  type MatchRecord,
} from './compare-people.ts'
import { proposeOrdinal, type EarlierStay } from './propose-ordinal.ts'
import { rankMatches, scoreMatch, type MatchLevel } from './score-match.ts'

const BASE: MatchRecord = {
  name: 'Hoàng Văn Đức',
  alias: null,
  birth: '1990-03-05',
  sex: 'male',
  numbers: ['020090012345'],
  communes: ['05977'],
  father: 'Hoàng Văn Minh',
  mother: 'Lộc Thị Hoa',
  stayNumbers: ['12/QĐ-TA'],
}
const BARE: MatchRecord = {
  ...BASE,
  numbers: [],
  birth: null,
  communes: [],
  father: null,
  mother: null,
  stayNumbers: [],
}
const record = (change: Partial<MatchRecord>): MatchRecord => ({ ...BASE, ...change })

describe('comparePeople', () => {
  it.each<[MatchField, Partial<MatchRecord>, FieldResult]>([
    ['number', {}, 'same'],
    ['number', { numbers: ['082123456', '020090012345'] }, 'same'],
    ['number', { numbers: ['020090012354'] }, 'close'],
    ['number', { numbers: ['020090012346'] }, 'close'],
    ['number', { numbers: ['001085001111'] }, 'differs'],
    ['number', { numbers: ['082123456'] }, 'unknown'],
    ['number', { numbers: [] }, 'unknown'],
    ['name', { name: 'HOÀNG VĂN ĐỨC' }, 'same'],
    ['name', { name: 'Hoàng Văn Đức'.normalize('NFD') }, 'same'],
    ['name', { name: 'Hoang Van Duc' }, 'close'],
    ['name', { name: 'Hoàng Văn Đúc' }, 'close'],
    ['name', { name: 'Hoàng Đức' }, 'close'],
    ['name', { name: 'Hoàng Văm Đức' }, 'close'],
    ['name', { name: 'Đức Cò', alias: 'Hoàng Văn Đức' }, 'close'],
    ['name', { name: 'Hoàng Văn Minh' }, 'differs'],
    ['name', { name: 'Nguyễn Văn Đức' }, 'differs'],
    ['name', { name: ' ' }, 'unknown'],
    ['birth', { birth: '1990-05-03' }, 'close'],
    ['birth', { birth: '1990' }, 'close'],
    ['birth', { birth: '1990-03' }, 'close'],
    ['birth', { birth: '1990-03-06' }, 'close'],
    ['birth', { birth: '1990-04' }, 'differs'],
    ['birth', { birth: '1991' }, 'differs'],
    ['birth', { birth: null }, 'unknown'],
    ['sex', { sex: 'female' }, 'differs'],
    ['sex', { sex: null }, 'unknown'],
    ['commune', { communes: ['05980', '05977'] }, 'same'],
    ['commune', { communes: ['05980'] }, 'differs'],
    ['father', { father: 'Hoang Van Minh' }, 'close'],
    ['mother', { mother: null }, 'unknown'],
    ['stay', { stayNumbers: ['99/QĐ'] }, 'unknown'],
  ])('%s of %j: %s', (field, change, result) => {
    expect(comparePeople(BASE, record(change))[field]).toBe(result)
    expect(comparePeople(record(change), BASE)[field]).toBe(result)
  })
})

describe('scoreMatch', () => {
  it.each<[string, MatchRecord, MatchRecord, MatchLevel | undefined]>([
    ['everything agrees', BASE, BASE, 'strong'],
    [
      'the number alone, typed at the gate',
      record({ numbers: BASE.numbers }),
      { ...BARE, name: '', numbers: BASE.numbers },
      'strong',
    ],
    [
      'the number agrees and all else differs',
      BASE,
      record({
        name: 'Lý A Páo',
        birth: '1999-01-01',
        sex: 'female',
        father: 'Lý B',
        mother: 'Vàng C',
        communes: ['1'],
        stayNumbers: [],
      }),
      'possible',
    ],
    [
      'name and full birth date',
      { ...BARE, birth: '1990-03-05' },
      { ...BARE, birth: '1990-03-05' },
      'likely',
    ],
    ['name and year of birth', { ...BARE, birth: '1990' }, { ...BARE, birth: '1990-03-05' }, 'possible'],
    ['name and commune', { ...BARE, communes: ['05977'] }, { ...BARE, communes: ['05977'] }, 'possible'],
    [
      'name and both parents',
      { ...BARE, father: 'A B', mother: 'C D' },
      { ...BARE, father: 'A B', mother: 'C D' },
      'likely',
    ],
    ['name alone never', BARE, BARE, undefined],
    ['name and sex, different births', BARE, { ...BARE, birth: '1970-01-01' }, undefined],
    [
      'same name, another number and birth',
      BASE,
      record({
        numbers: ['001085001111'],
        birth: '1985-01-01',
        father: null,
        mother: null,
        communes: [],
        stayNumbers: [],
      }),
      undefined,
    ],
    [
      'same birth date, another name',
      { ...BARE, birth: '1990-03-05' },
      { ...BARE, name: 'Lý A Páo', birth: '1990-03-05' },
      undefined,
    ],
  ])('%s', (_, a, b, level) => {
    expect(scoreMatch(a, b)?.level).toBe(level)
  })

  it('is the same from both sides and never matches on a name alone, whatever the names', () => {
    const word = fc.constantFrom('Nguyễn', 'Văn', 'Thị', 'Hùng', 'Đức', 'Lý', 'A', 'Páo')
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(name, name, fc.option(fc.constantFrom('1990', '1991-02', '1990-03-05')), (a, b, birth) => {
        const left = { ...BARE, name: a, birth }
        const right = { ...BARE, name: b }
        expect(scoreMatch(left, right)).toEqual(scoreMatch(right, left))
        expect(scoreMatch(left, right)).toBeUndefined()
      }),
    )
  })

  it('ranks the better match first and keeps to the limit', () => {
    const weak = { ...BARE, birth: '1990', id: 'weak' }
    const ranked = rankMatches(BASE, [weak, { ...BASE, id: 'strong' }, { ...BARE, id: 'none' }], 5)
    expect(ranked.map(({ other }) => other.id)).toEqual(['strong', 'weak'])
    expect(rankMatches({ ...BARE, birth: '1990-03-05' }, [weak, weak], 1)).toHaveLength(1)
    expect(FIELD_RESULTS).toContain(ranked[0]?.match.fields.stay)
  })
})

describe('proposeOrdinal (TERM-04, TERM-05, Q-19)', () => {
  const stay = (ordinal: number, change: Partial<EarlierStay> = {}): EarlierStay => ({
    ordinal,
    track: 'compulsory',
    receivedOn: '2024-03-01',
    endedOn: '2025-06-01',
    endedKind: 'released',
    ...change,
  })
  it.each<[string, EarlierStay[], number, number, number]>([
    ['nobody known: the first', [], 0, 1, 0],
    ['one finished stay before: the second, with the doubt about the old law', [stay(1)], 0, 2, 1],
    ['a stay after 01/07/2026: the second without a doubt', [stay(1, { receivedOn: '2026-07-02' })], 0, 2, 0],
    ['one stay written as the third: the fourth', [stay(3, { receivedOn: '2026-07-02' })], 0, 4, 0],
    ['two stays both written as the first: the third', [stay(1), stay(1)], 0, 3, 1],
    ['left on own will: counted, with a doubt', [stay(1, { endedKind: 'left-on-own-will' })], 0, 2, 2],
    [
      'transferred away: counted, with a doubt',
      [stay(1, { receivedOn: '2026-08-01', endedKind: 'transferred-out' })],
      0,
      2,
      1,
    ],
    ['a stay that never began is not counted', [stay(1, { receivedOn: null })], 0, 1, 0],
    ['two elsewhere by the papers', [], 2, 3, 1],
  ])('%s', (_, stays, elsewhere, ordinal, doubts) => {
    const proposal = proposeOrdinal(stays, elsewhere)
    expect(proposal.ordinal).toBe(ordinal)
    expect(proposal.doubts).toHaveLength(doubts)
    expect(proposal.explanation.length).toBeGreaterThan(0)
  })
})
