import type { TermRegime } from '../stay/track.ts'
import type { Day } from '../time/day.ts'

/** From when a law's regime holds, newest last; the window of a regime ends where the next begins. */
export interface RegimeStart {
  regime: TermRegime
  from: Day
  source: string
}

/** R73 also takes what was decided before it: no older regime is kept apart. */
export const REGIME_STARTS: readonly [RegimeStart, ...RegimeStart[]] = [
  { regime: 'R73', from: '2022-01-01', source: 'L73, có hiệu lực từ 01/01/2022' },
  { regime: 'R120', from: '2026-07-01', source: 'L120 Điều 55, 56; D163 Điều 150' },
]

function regimeOn(day: Day): TermRegime {
  let found = REGIME_STARTS[0].regime
  for (const start of REGIME_STARTS) if (start.from <= day) found = start.regime
  return found
}

/**
 * Which law fixes the term of a stay, by the day of its decision. A decision before 01/07/2026 keeps its R73 term;
 * a dossier begun before but decided after follows R120 (L120 Điều 56.1-2). Null while there is no decision.
 */
export function termRegime(decidedOn: Day): TermRegime
export function termRegime(decidedOn: Day | null): TermRegime | null
export function termRegime(decidedOn: Day | null): TermRegime | null {
  return decidedOn === null ? null : regimeOn(decidedOn)
}

/** Which law governs what is done on a day - visits, checks, notices, papers - whatever fixed the term. */
export function procedureRegime(actOn: Day): TermRegime {
  return regimeOn(actOn)
}
