import { procedureRule, type RuleBook } from '../law/rule-book.ts'
import type { ProcedureRule } from '../law/rule.ts'
import { fullCitation } from '../law/sources.ts'
import type { Track } from '../stay/track.ts'
import { dayOf, type Instant } from '../time/instant.ts'

/** From where somebody escaped, as far as the law tells it apart. */
export type EscapeSituation = 'before-admission' | 'centre' | 'funeral-leave'

/** Who decides that somebody is searched for, and under what. */
export interface SearchDecision {
  rule: ProcedureRule
  /** Who decides, in words. */
  issuer: string
  article: string
  /** Number of the form, null where the law gives none. */
  form: string | null
  /** The centre's own head decides, so the centre makes the paper. */
  isOurs: boolean
  /** Left to the head: nothing is owed. */
  isOptional: boolean
}

const CENTRE_DECIDES = /(?:Giám đốc|Trưởng) cơ sở/

/**
 * Who decides on the search for a person who escaped at `at`: before being brought in INC-01; in the centre by the
 * track, compulsory INC-02, held while the dossier is made INC-03, voluntary INC-07; late from a funeral INC-08.
 * Null where the law of that day knows no such decision: a voluntary person under Luật 73/2021.
 */
export function searchDecisionOf(
  book: RuleBook,
  { track, situation, at }: { track: Track; situation: EscapeSituation; at: Instant },
): SearchDecision | null {
  const rule = procedureRule(book, ruleIdOf(track, situation), dayOf(at))
  if (rule === undefined || typeof rule.value !== 'string') return null
  return {
    rule,
    issuer: rule.value,
    article: fullCitation(rule.source),
    form: rule.form ?? null,
    isOurs: CENTRE_DECIDES.test(rule.value),
    isOptional: rule.value.includes('có thể'),
  }
}

function ruleIdOf(track: Track, situation: EscapeSituation): string {
  if (situation === 'before-admission') return 'INC-01'
  if (track === 'voluntary') return 'INC-07'
  if (situation === 'funeral-leave') return 'INC-08'
  return track === 'held' ? 'INC-03' : 'INC-02'
}
