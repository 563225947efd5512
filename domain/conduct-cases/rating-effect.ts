import type { CaseForm } from './case-kinds.ts'

/** The rule by which a form of discipline bounds the rating of its month; rewards raise it by CON-05. */
export const RATING_RULE: Partial<Record<CaseForm, 'CON-04a' | 'CON-04b' | 'CON-04c'>> = {
  criticism: 'CON-04a',
  warning: 'CON-04b',
  'special-zone': 'CON-04c',
}
