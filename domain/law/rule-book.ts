import type { Problem } from '../errors.ts'
import type { TermRegime } from '../stay/track.ts'
import type { Day } from '../time/day.ts'
import { formatDay } from '../time/day.ts'
import type { LawRule, ProcedureRule, RuleRange, TermRule } from './rule.ts'

/** Rules ready for lookup on both axes; made from rows by {@link buildRuleBook}. */
export interface RuleBook {
  term: ReadonlyMap<string, TermRule>
  procedure: ReadonlyMap<string, readonly ProcedureRule[]>
}

function termKey(id: string, regime: TermRegime): string {
  return `${id}/${regime}`
}

/**
 * Makes a book from rows. A later row replaces an earlier one of the same id and regime (term) or of the same id
 * and first day in force (procedure), so that edited rows follow the default ones.
 */
export function buildRuleBook(rows: readonly LawRule[]): RuleBook {
  const term = new Map<string, TermRule>()
  const windows = new Map<string, Map<Day, ProcedureRule>>()
  for (const row of rows) {
    if (row.axis === 'term') {
      term.set(termKey(row.id, row.regime), row)
      continue
    }
    const ofId = windows.get(row.id) ?? new Map<Day, ProcedureRule>()
    ofId.set(row.effectiveFrom, row)
    windows.set(row.id, ofId)
  }
  const procedure = new Map<string, readonly ProcedureRule[]>()
  for (const [id, ofId] of windows) {
    procedure.set(
      id,
      [...ofId.values()].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1)),
    )
  }
  return { term, procedure }
}

/** The rule on the axis of the term, for the regime stored on the stay; undefined where that law has none. */
export function termRule(book: RuleBook, id: string, regime: TermRegime): TermRule | undefined {
  return book.term.get(termKey(id, regime))
}

/** The rule in force on the day of the act; undefined where none is in force that day. */
export function procedureRule(book: RuleBook, id: string, actOn: Day): ProcedureRule | undefined {
  return book.procedure
    .get(id)
    ?.find((row) => row.effectiveFrom <= actOn && (row.effectiveTo === undefined || actOn <= row.effectiveTo))
}

/** The rule's value when it is a plain number, otherwise undefined. */
export function numberOf(rule: LawRule | undefined): number | undefined {
  return typeof rule?.value === 'number' ? rule.value : undefined
}

/** The rule's bounds; a plain number is both bounds. Undefined for texts and flags. */
export function rangeOf(rule: LawRule | undefined): RuleRange | undefined {
  if (typeof rule?.value === 'number') return { min: rule.value, max: rule.value }
  return typeof rule?.value === 'object' ? rule.value : undefined
}

function windowText(row: LawRule): string {
  return `${formatDay(row.effectiveFrom)} - ${row.effectiveTo === undefined ? 'nay' : formatDay(row.effectiveTo)}`
}

/**
 * What is wrong with a set of rows: a window that ends before it begins, windows of one id and axis that overlap,
 * bounds the wrong way round. An empty list means the rows make a sound book.
 */
export function checkRules(rows: readonly LawRule[]): Problem[] {
  const problems: Problem[] = []
  const groups = Map.groupBy(rows, (row) => (row.axis === 'term' ? termKey(row.id, row.regime) : row.id))
  for (const group of groups.values()) {
    const sorted = group.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
    for (const [index, row] of sorted.entries()) {
      if (row.effectiveTo !== undefined && row.effectiveTo < row.effectiveFrom) {
        const message = `Quy định ${row.id} có ngày hết hiệu lực trước ngày có hiệu lực (${windowText(row)}). Sửa lại ngày.`
        problems.push({ code: 'rule-window-reversed', message })
      }
      const bounds = rangeOf(row)
      if (bounds?.min !== undefined && bounds.max !== undefined && bounds.min > bounds.max) {
        const message = `Quy định ${row.id} có mức thấp nhất lớn hơn mức cao nhất. Sửa lại giá trị.`
        problems.push({ code: 'rule-bounds-reversed', message })
      }
      const next = sorted[index + 1]
      if (next !== undefined && (row.effectiveTo === undefined || next.effectiveFrom <= row.effectiveTo)) {
        const message = `Hai dòng của quy định ${row.id} chồng thời gian hiệu lực (${windowText(row)} và ${windowText(next)}). Sửa ngày để chúng nối tiếp nhau.`
        problems.push({ code: 'rule-windows-overlap', message })
      }
    }
  }
  return problems
}
