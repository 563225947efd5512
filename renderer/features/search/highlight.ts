import { foldName } from '#domain/names/fold-name.ts'
import { readSearch } from '#domain/people/search-query.ts'

export interface NamePart {
  text: string
  isFound: boolean
}

/** A name in parts, those that begin as something typed marked: "huong" marks Hương in "Hứa Thị Hương". */
export function highlightName(name: string, typed: string): NamePart[] {
  const terms = readSearch(typed).flatMap((reading) => reading.terms.map((term) => term.folded))
  return name.split(/(\s+)/).flatMap((word): NamePart[] => {
    const folded = foldName(word)
    const longest = terms
      .filter((term) => folded !== '' && folded.startsWith(term))
      .reduce((most, term) => Math.max(most, term.length), 0)
    const parts = [
      { text: word.slice(0, longest), isFound: true },
      { text: word.slice(longest), isFound: false },
    ]
    return parts.filter((part) => part.text !== '')
  })
}
