import { foldName } from '../names/fold-name.ts'
import { initialsOf } from '../names/name-order.ts'

/** What a person may be found by. */
export interface SearchSubject {
  name: string
  alias: string | null
  /** Day of birth `YYYY-MM-DD`; only the year is sure when the precision is `year`. */
  birthOn: string | null
  birthPrecision: 'day' | 'month' | 'year' | null
  /** Numbers of identity papers, superseded ones too: old lists are searched by old numbers. */
  paperNumbers: readonly string[]
  dossierNumbers: readonly string[]
  /** Full code of the bed held now. */
  bedCode: string | null
}

/** The three columns of the search tables. */
export interface SearchText {
  /** Name and alias without marks. */
  folded: string
  /** Name and alias with their tones. */
  exact: string
  /** Initials, numbers forwards and backwards, birth date, dossiers, bed. */
  codes: string
}

/** Marks a number written backwards, so that its last digits are the beginning of a word. */
const BACKWARDS_MARK = 'r'

/** The digits of a number backwards behind {@link BACKWARDS_MARK}: "001095000042" → "r240000590100". */
export function backwards(digits: string): string {
  return BACKWARDS_MARK + digits.split('').reverse().join('')
}

/** Letters and digits alone, folded: "A2-05" → "a205". */
export function compactCode(code: string): string {
  return foldName(code).replace(/[^\p{L}\p{N}]/gu, '')
}

function numberWords(number: string): string[] {
  const compact = compactCode(number)
  const digits = number.replace(/\D/g, '')
  return digits.length >= 3 ? [compact, backwards(digits)] : [compact]
}

function birthWords(subject: SearchSubject): string[] {
  if (subject.birthOn === null) return []
  const [year = '', month = '', day = ''] = subject.birthOn.split('-')
  if (subject.birthPrecision === 'day') return [`${day}/${month}/${year}`]
  return subject.birthPrecision === 'month' ? [`${month}/${year}`] : [year]
}

/** What the search tables hold of a person; words are parted by the tables' tokenizer. */
export function searchTextOf(subject: SearchSubject): SearchText {
  const names = subject.alias === null ? [subject.name] : [subject.name, subject.alias]
  const codes = [
    ...names.map(initialsOf),
    ...subject.paperNumbers.flatMap(numberWords),
    ...birthWords(subject),
    ...subject.dossierNumbers.flatMap((number) => [foldName(number), ...numberWords(number)]),
    ...(subject.bedCode === null ? [] : [foldName(subject.bedCode), compactCode(subject.bedCode)]),
  ]
  return {
    folded: names.map(foldName).join(' '),
    exact: names.map((name) => name.normalize('NFC').toLowerCase()).join(' '),
    codes: [...new Set(codes.filter((word) => word !== ''))].join(' '),
  }
}
