import { TERM_REGIMES, type TermRegime } from '../../stay/track.ts'
import { addDays, type Day } from '../../time/day.ts'
import { REGIME_STARTS } from '../regime.ts'
import type { LawRule, ProcedureRule, RuleConfidence, RuleUnit, RuleValue, TermRule } from '../rule.ts'

/** What one regime says under a rule's id. */
export interface RegimeCell {
  value: RuleValue
  unit?: RuleUnit
  source: string
  /** `verified` when absent. */
  confidence?: RuleConfidence
  form?: string
  question?: string
  note?: string
}

/** The cells of a rule by regime; a regime without a cell has no such rule. */
export type RegimeCells = Partial<Record<TermRegime, RegimeCell>>

function windowOf(regime: TermRegime): { effectiveFrom: Day; effectiveTo?: Day } {
  const index = REGIME_STARTS.findIndex((start) => start.regime === regime)
  const effectiveFrom = REGIME_STARTS[index]?.from ?? REGIME_STARTS[0].from
  const next = REGIME_STARTS[index + 1]
  return next === undefined ? { effectiveFrom } : { effectiveFrom, effectiveTo: addDays(next.from, -1) }
}

function rowsOf<Row>(cells: RegimeCells, make: (cell: RegimeCell, regime: TermRegime) => Row): Row[] {
  return TERM_REGIMES.flatMap((regime) => {
    const cell = cells[regime]
    return cell === undefined ? [] : [make(cell, regime)]
  })
}

/** Rows on the axis of the term, each in force for decisions of its regime's window. */
export function termRows(id: string, title: string, cells: RegimeCells): LawRule[] {
  return rowsOf<TermRule>(cells, (cell, regime) => ({
    id,
    title,
    unit: 'none',
    confidence: 'verified',
    ...cell,
    axis: 'term',
    regime,
    ...windowOf(regime),
  }))
}

/** Rows on the axis of the act, each in force for acts done in its regime's window. */
export function procedureRows(id: string, title: string, cells: RegimeCells): LawRule[] {
  return rowsOf<ProcedureRule>(cells, (cell, regime) => ({
    id,
    title,
    unit: 'none',
    confidence: 'verified',
    ...cell,
    axis: 'procedure',
    ...windowOf(regime),
  }))
}

/** The same cell under both regimes. */
export function bothRegimes(cell: RegimeCell): RegimeCells {
  return { R73: cell, R120: cell }
}
