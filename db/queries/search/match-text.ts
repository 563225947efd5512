import type { SearchReading, SearchTerm } from '#domain/people/search-query.ts'
import { backwards } from '#domain/people/search-text.ts'

/** How strictly names are compared: tones meant or not, whole words or their beginnings. */
export type MatchWay = 'exact-words' | 'exact-beginnings' | 'folded-words' | 'folded-beginnings'

/** One quoted string of FTS5: whatever was typed is a word, never an operator. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

function codeMatch(term: SearchTerm): string {
  const found = [`${quoted(term.folded)} *`]
  if (term.compact !== term.folded) found.push(`${quoted(term.compact)} *`)
  if (/^\d{3,}$/.test(term.compact)) found.push(`${quoted(backwards(term.compact))} *`)
  return `codes : (${found.join(' OR ')})`
}

function wordMatch(term: SearchTerm, way: MatchWay): string {
  switch (way) {
    case 'exact-words':
      return `exact : ${quoted(term.exact)}`
    case 'exact-beginnings':
      return `exact : ${quoted(term.exact)} *`
    case 'folded-words':
      return `folded : ${quoted(term.folded)}`
    case 'folded-beginnings':
      return `{folded codes} : ${quoted(term.folded)} *`
  }
}

/** The FTS5 expression for what was typed: every word must be found. */
export function matchText(reading: SearchReading, way: MatchWay): string {
  return reading.terms.map((term) => (term.isCode ? codeMatch(term) : wordMatch(term, way))).join(' AND ')
}

/**
 * The ways worth trying, best first: with tones, the exact words come before all; without, "an" finds An, then Ân,
 * then Anh. Numbers alone have one way.
 */
export function waysOf(reading: SearchReading): MatchWay[] {
  if (reading.terms.every((term) => term.isCode)) return ['folded-beginnings']
  return reading.isToned
    ? ['exact-words', 'exact-beginnings', 'folded-beginnings']
    : ['exact-words', 'folded-words', 'folded-beginnings']
}
