import type { TermRegime } from '../stay/track.ts'
import type { Day } from '../time/day.ts'

/** In what a rule's number is counted. Hours run through nights and holidays (CNT-05). */
export const RULE_UNITS = [
  'none',
  'minutes',
  'hours',
  'days',
  'working-days',
  'months',
  'years',
  'square-metres',
  'percent',
  'times',
  'people',
] as const
export type RuleUnit = (typeof RULE_UNITS)[number]

export const RULE_UNIT_LABELS: Record<RuleUnit, string> = {
  none: '',
  minutes: 'phút',
  hours: 'giờ',
  days: 'ngày',
  'working-days': 'ngày làm việc',
  months: 'tháng',
  years: 'năm',
  'square-metres': 'm²',
  percent: '%',
  times: 'lần',
  people: 'người',
}

/** How sure the value is: read in the law, read in a second-hand source, recalled, or fixed by no text at all. */
export const RULE_CONFIDENCES = ['verified', 'secondary', 'recalled', 'unsettled'] as const
export type RuleConfidence = (typeof RULE_CONFIDENCES)[number]

export const RULE_CONFIDENCE_LABELS: Record<RuleConfidence, string> = {
  verified: 'Đã đối chiếu văn bản',
  secondary: 'Theo nguồn thứ cấp',
  recalled: 'Chưa đối chiếu',
  unsettled: 'Chưa có văn bản quy định rõ',
}

/** Bounds of a value, both inclusive; a missing side is open. */
export interface RuleRange {
  min?: number
  max?: number
}

/** A number in the rule's unit, bounds in it, a sentence, or whether something counts or is required. */
export type RuleValue = number | RuleRange | string | boolean

interface RuleFacts {
  /** Stable name of the rule, e.g. `TERM-04`; one id has one row per regime or window. */
  id: string
  /** What the rule is about, as a person reads it. */
  title: string
  value: RuleValue
  unit: RuleUnit
  effectiveFrom: Day
  /** Last day in force; absent while in force. */
  effectiveTo?: Day
  /** Article, with the short names of `LAW_SOURCES`. */
  source: string
  confidence: RuleConfidence
  /** Number of the form the law prescribes. */
  form?: string
  /** Open legal question behind the row, e.g. `Q-1`. */
  question?: string
  /** What the value leaves out. */
  note?: string
}

/** A rule that belongs to the term: chosen by the regime stored on the stay. */
export interface TermRule extends RuleFacts {
  axis: 'term'
  regime: TermRegime
}

/** A rule about something done on a day: chosen by that day. */
export interface ProcedureRule extends RuleFacts {
  axis: 'procedure'
}

export type LawRule = TermRule | ProcedureRule
