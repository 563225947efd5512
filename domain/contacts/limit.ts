import type { Problem } from '../errors.ts'
import { procedureRule, rangeOf, type RuleBook } from '../law/rule-book.ts'
import { RULE_CONFIDENCE_LABELS, type LawRule, type ProcedureRule, type RuleConfidence } from '../law/rule.ts'
import { fullCitation } from '../law/sources.ts'
import { addDays, formatDay, weekday, type Day } from '../time/day.ts'
import type { WeekCounting } from './contact-codes.ts'

/** What the law leaves open about contacts and a centre decides for itself. */
export interface ContactSettings {
  week: WeekCounting
  /** Quyết định 1567/QĐ-BCA is still applied from 01/07/2026 on. */
  keepsQ1567: boolean
}

/** A rule that forbids, in the parts a screen shows apart; `message` says all of it in one sentence. */
export interface Refusal extends Problem {
  /** Id of the row: `DAY-16a`. Empty where it is no rule of law that forbids. */
  rule: string
  /** The article, written out; empty without a rule. */
  article: string
  /** First day on which the row is in force; null without a rule. */
  since: Day | null
  confidence: RuleConfidence | null
  /** What would make it possible. */
  remedy: string
}

/** Makes a refusal of a rule: what is so, what the rule says with its article and first day, what can be done. */
export function refuse(
  rule: LawRule | null,
  said: { code: string; fact: string; remedy: string; field?: string },
): Refusal {
  const article = rule === null ? '' : fullCitation(rule.source)
  const unsure = rule?.confidence === 'unsettled' ? `; ${RULE_CONFIDENCE_LABELS.unsettled.toLowerCase()}` : ''
  const cited = rule === null ? '' : ` (${article}, áp dụng từ ${formatDay(rule.effectiveFrom)}${unsure})`
  return {
    code: said.code,
    message: `${said.fact}${cited}. ${said.remedy}`,
    ...(said.field === undefined ? {} : { field: said.field }),
    rule: rule?.id ?? '',
    article,
    since: rule?.effectiveFrom ?? null,
    confidence: rule?.confidence ?? null,
    remedy: said.remedy,
  }
}

/** The row in force on the day of the act, unsettled rows of Q1567 only where the centre keeps applying them. */
export function contactRule(
  book: RuleBook,
  settings: ContactSettings,
  id: string,
  actOn: Day,
): ProcedureRule | undefined {
  const rule = procedureRule(book, id, actOn)
  const isDropped =
    rule?.confidence === 'unsettled' && rule.source.startsWith('Q1567') && !settings.keepsQ1567
  return isDropped ? undefined : rule
}

/** The upper bound of a row, in its unit; undefined where there is none. */
export function mostOf(rule: LawRule | undefined): number | undefined {
  return rangeOf(rule)?.max
}

/** First and last day of the span in which acts of `day` are counted together, both inclusive. */
export interface DaySpan {
  from: Day
  to: Day
}

/**
 * The days that share a week with `day`: its calendar week from Monday to Sunday, whatever the year, or all days less
 * than 7 days away.
 */
export function weekOf(day: Day, counting: WeekCounting): DaySpan {
  if (counting === 'seven-days') return { from: addDays(day, -6), to: addDays(day, 6) }
  const from = addDays(day, 1 - weekday(day))
  return { from, to: addDays(from, 6) }
}

/** The calendar month of a day. */
export function monthOf(day: Day): DaySpan {
  const from = `${day.slice(0, 7)}-01`
  const next = addDays(from, 31)
  return { from, to: addDays(`${next.slice(0, 7)}-01`, -1) }
}

export function isWithin(day: Day, span: DaySpan): boolean {
  return span.from <= day && day <= span.to
}

/** `16/11/2026-22/11/2026`. */
export function spanText({ from, to }: DaySpan): string {
  return `${formatDay(from)}-${formatDay(to)}`
}
