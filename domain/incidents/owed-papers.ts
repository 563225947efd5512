import type { EscapeForm } from '../documents/escape-paper.ts'
import type { EscapeStanding } from './escape-standing.ts'

interface Escape {
  standing: EscapeStanding
  search: { isOurs: boolean; isOptional: boolean } | null
}

/** Must the head of the centre decide on the search of somebody? Not of one who is back, nor where it is left to the head. */
export function owesSearchDecision({ standing, search }: Escape): boolean {
  return standing === 'away' && search?.isOurs === true && !search.isOptional
}

/**
 * Is a paper still to be made for somebody who escaped? A sheet while they are away; a notice until somebody said that
 * it was sent, also of one who is back meanwhile; nothing of an escape that was none.
 * @param made forms there is a numbered paper of
 */
export function owesPaper(
  form: EscapeForm,
  escape: Escape & { made: ReadonlySet<EscapeForm>; isToldOf: boolean },
): boolean {
  if (escape.made.has(form)) return false
  switch (form) {
    case 'search-decision':
      return owesSearchDecision(escape)
    case 'search-sheet':
      return escape.standing === 'away'
    case 'escape-notice':
      return escape.standing !== 'withdrawn' && !escape.isToldOf
  }
}
