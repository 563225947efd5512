import { numberOf, procedureRule, type RuleBook } from '../law/rule-book.ts'
import type { ProcedureRule } from '../law/rule.ts'
import { fullCitation } from '../law/sources.ts'
import type { Track } from '../stay/track.ts'
import { dayOf, type Instant } from '../time/instant.ts'

/** Somebody outside who is told of an escape. */
export interface EscapeNotice {
  rule: string
  what: string
  article: string
  /** From the escape; null where the text names no hours, so at once. */
  hours: number | null
  note: string | null
}

const TOLD_OF_ALL = ['INC-04', 'INC-05'] as const

/**
 * Who is told of an escape by the law of its day: the commune police that made the dossier within 24 hours (INC-04,
 * L120 Điều 46.2i), before 01/07/2026 the district police (INC-05, D116 Điều 56.2), and for a voluntary person the
 * commune once they count as gone (INC-07, L73 Điều 35.6e).
 */
export function toldOfEscape(book: RuleBook, { track, at }: { track: Track; at: Instant }): EscapeNotice[] {
  const on = dayOf(at)
  const ids = track === 'voluntary' ? [...TOLD_OF_ALL, 'INC-07'] : TOLD_OF_ALL
  return ids.flatMap((id) => {
    const rule = procedureRule(book, id, on)
    return rule === undefined ? [] : [noticeOf(rule)]
  })
}

function noticeOf(rule: ProcedureRule): EscapeNotice {
  return {
    rule: rule.id,
    what: rule.title,
    article: fullCitation(rule.source),
    hours: rule.unit === 'hours' ? (numberOf(rule) ?? null) : null,
    note: rule.note ?? null,
  }
}
