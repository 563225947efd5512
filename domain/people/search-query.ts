import { foldName } from '../names/fold-name.ts'
import { decodeTelex } from '../names/telex.ts'
import { compactCode } from './search-text.ts'

/** One word somebody typed into the search. */
export interface SearchTerm {
  /** As typed, NFC, lower case. */
  exact: string
  /** Without marks. */
  folded: string
  /** Holds a digit: a number, date, dossier or bed, so it is looked up among the codes. */
  isCode: boolean
  /** Letters and digits alone. */
  compact: string
}

/** A reading of what was typed. The same keys may be toneless Vietnamese or Telex. */
export interface SearchReading {
  terms: SearchTerm[]
  /** Some word carries a mark: then its tone is meant. */
  isToned: boolean
}

const LONGEST = 200
const MOST_TERMS = 8
const SHORT_DATE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/

function termOf(word: string): SearchTerm | null {
  const date = SHORT_DATE.exec(word)
  const exact = date
    ? `${date[1]?.padStart(2, '0')}/${date[2]?.padStart(2, '0')}/${date[3]}`
    : word.normalize('NFC').toLowerCase()
  const compact = compactCode(exact)
  if (compact === '') return null
  return { exact, folded: foldName(exact), isCode: /\d/.test(exact), compact }
}

function readingOf(text: string): SearchReading {
  const terms = text
    .split(/\s+/)
    .slice(0, MOST_TERMS)
    .flatMap((word) => termOf(word) ?? [])
  return { terms, isToned: terms.some((term) => term.exact !== term.folded) }
}

/**
 * The readings of a search, likelier first: as typed, then, where the keys make Vietnamese so, as Telex
 * ("nguyeenx vawn an"). Only the first 200 characters and 8 words count; nothing but punctuation reads as nothing.
 */
export function readSearch(text: string): SearchReading[] {
  // What is pasted may hold characters nobody sees; a NUL would end the statement of the index.
  const seen = text
    .slice(0, LONGEST)
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Cc}/gu, ' ')
  const typed = seen.normalize('NFC').trim()
  const plain = readingOf(typed)
  if (plain.terms.length === 0) return []
  if (plain.isToned) return [plain]
  const decoded = decodeTelex(typed)
  return decoded === typed.toLowerCase() ? [plain] : [plain, readingOf(decoded)]
}
