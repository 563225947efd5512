import { foldName } from '../names/fold-name.ts'
import type { BirthText } from '../people/birth.ts'
import type { Sex } from '../people/sex.ts'

/** What two records are compared on, in the order a person reads it. */
export const MATCH_FIELDS = ['number', 'name', 'birth', 'sex', 'commune', 'father', 'mother', 'stay'] as const
export type MatchField = (typeof MATCH_FIELDS)[number]

export const MATCH_FIELD_LABELS: Record<MatchField, string> = {
  number: 'Số giấy tờ',
  name: 'Họ và tên',
  birth: 'Ngày sinh',
  sex: 'Giới tính',
  commune: 'Quê quán, nơi thường trú (xã)',
  father: 'Họ tên cha',
  mother: 'Họ tên mẹ',
  stay: 'Đợt cai nghiện trước',
}

/** How one field of two records stands to each other. */
export const FIELD_RESULTS = ['same', 'close', 'differs', 'unknown'] as const
export type FieldResult = (typeof FIELD_RESULTS)[number]

export const FIELD_RESULT_LABELS: Record<FieldResult, string> = {
  same: 'Khớp',
  close: 'Gần giống',
  differs: 'Khác',
  unknown: 'Chưa có',
}

/** A person as far as matching looks. Names as written; numbers without spaces. */
export interface MatchRecord {
  name: string
  alias: string | null
  birth: BirthText | null
  sex: Sex | null
  /** Numbers of all papers, superseded ones too. */
  numbers: readonly string[]
  /** Commune codes of today. */
  communes: readonly string[]
  father: string | null
  mother: string | null
  /** Numbers of dossiers and decisions of stays. */
  stayNumbers: readonly string[]
}

/** True when one letter or digit was added, dropped, changed, or two neighbours swapped. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let i = 0
  while (i < short.length && short[i] === long[i]) i += 1
  if (short.length < long.length) return short.slice(i) === long.slice(i + 1)
  if (short.slice(i + 1) === long.slice(i + 1)) return true
  return short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2)
}

function compareNumbers(a: readonly string[], b: readonly string[]): FieldResult {
  if (a.length === 0 || b.length === 0) return 'unknown'
  if (a.some((number) => b.includes(number))) return 'same'
  // Only numbers of one kind say anything about each other: somebody may have shown a passport once.
  const pairs = a.flatMap((left) =>
    b.filter((right) => right.length === left.length).map((right) => [left, right]),
  )
  if (pairs.length === 0) return 'unknown'
  return pairs.some(([left = '', right = '']) => left.length >= 8 && isOneSlip(left, right))
    ? 'close'
    : 'differs'
}

/** Two names: with tones the same, without, one slip apart, or first and last word alike with others between. */
function comparePersonNames(a: string, b: string): FieldResult {
  if (a.trim() === '' || b.trim() === '') return 'unknown'
  const left = foldName(a)
  const right = foldName(b)
  if (left === right) {
    const exact = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
    return exact(a) === exact(b) ? 'same' : 'close'
  }
  if (left.length >= 6 && isOneSlip(left, right)) return 'close'
  const [x, y] = [left.split(' '), right.split(' ')]
  const sameEnds = x[0] === y[0] && x.at(-1) === y.at(-1)
  return sameEnds && x.length >= 2 && y.length >= 2 && x.length !== y.length ? 'close' : 'differs'
}

function compareNames(a: MatchRecord, b: MatchRecord): FieldResult {
  const plain = comparePersonNames(a.name, b.name)
  if (plain === 'same' || plain === 'close') return plain
  const names = (record: MatchRecord) => [record.name, ...(record.alias ?? '').split(/[,;]/)]
  const known = names(b).map(foldName)
  const byAlias = names(a).some((name) => name.trim() !== '' && known.includes(foldName(name)))
  return byAlias ? 'close' : plain
}

/** Compared as far as both are known; day and month the wrong way round are close. */
function compareBirths(a: BirthText | null, b: BirthText | null): FieldResult {
  if (a === null || b === null) return 'unknown'
  const common = Math.min(a.length, b.length)
  if (a.slice(0, common) === b.slice(0, common)) return common === 10 ? 'same' : 'close'
  if (common < 10) return 'differs'
  const [year, month, day] = a.split('-')
  if (`${year}-${day}-${month}` === b) return 'close'
  return a.slice(0, 4) === b.slice(0, 4) && isOneSlip(a.replaceAll('-', ''), b.replaceAll('-', ''))
    ? 'close'
    : 'differs'
}

function compareLists(a: readonly string[], b: readonly string[]): FieldResult {
  if (a.length === 0 || b.length === 0) return 'unknown'
  return a.some((one) => b.includes(one)) ? 'same' : 'differs'
}

function compareRelatives(a: string | null, b: string | null): FieldResult {
  return a === null || b === null ? 'unknown' : comparePersonNames(a, b)
}

/** How each field of two records stands to the other. Symmetric. */
export function comparePeople(a: MatchRecord, b: MatchRecord): Record<MatchField, FieldResult> {
  return {
    number: compareNumbers(a.numbers, b.numbers),
    name: compareNames(a, b),
    birth: compareBirths(a.birth, b.birth),
    sex: a.sex === null || b.sex === null ? 'unknown' : a.sex === b.sex ? 'same' : 'differs',
    commune: compareLists(a.communes, b.communes),
    father: compareRelatives(a.father, b.father),
    mother: compareRelatives(a.mother, b.mother),
    // Another decision says nothing: everybody who comes again brings a new one.
    stay: compareLists(a.stayNumbers, b.stayNumbers) === 'same' ? 'same' : 'unknown',
  }
}
