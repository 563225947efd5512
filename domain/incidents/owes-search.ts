import type { EscapeStanding } from './escape-standing.ts'

/** Must the head of the centre decide on the search of somebody? Not of one who is back, nor where it is left to the head. */
export function owesSearchDecision(escape: {
  standing: EscapeStanding
  search: { isOurs: boolean; isOptional: boolean } | null
}): boolean {
  return escape.standing === 'away' && escape.search?.isOurs === true && !escape.search.isOptional
}
