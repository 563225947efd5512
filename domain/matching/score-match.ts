import { comparePeople, type FieldResult, type MatchField, type MatchRecord } from './compare-people.ts'

/** How likely two records are one person; below `possible` nobody is bothered. */
export const MATCH_LEVELS = ['strong', 'likely', 'possible'] as const
export type MatchLevel = (typeof MATCH_LEVELS)[number]

export const MATCH_LEVEL_LABELS: Record<MatchLevel, string> = {
  strong: 'Gần như chắc chắn là một người',
  likely: 'Nhiều khả năng là một người',
  possible: 'Có thể là một người',
}

export interface ScoredMatch {
  level: MatchLevel
  score: number
  fields: Record<MatchField, FieldResult>
}

/** What each answer weighs. A 12-digit number is never given twice (ID-04), so another one speaks against. */
const WEIGHTS: Record<MatchField, Record<FieldResult, number>> = {
  number: { same: 60, close: 15, differs: -20, unknown: 0 },
  name: { same: 22, close: 14, differs: -15, unknown: 0 },
  birth: { same: 22, close: 10, differs: -20, unknown: 0 },
  sex: { same: 0, close: 0, differs: -20, unknown: 0 },
  commune: { same: 8, close: 4, differs: -2, unknown: 0 },
  father: { same: 10, close: 6, differs: -8, unknown: 0 },
  mother: { same: 10, close: 6, differs: -8, unknown: 0 },
  stay: { same: 25, close: 0, differs: 0, unknown: 0 },
}

const STRONG = 60
const LIKELY = 40
const POSSIBLE = 24

/** Fields that may make a match beside the name; sex and the name alone fit thousands. */
const EVIDENCE = [
  'number',
  'birth',
  'commune',
  'father',
  'mother',
  'stay',
] as const satisfies readonly MatchField[]

/**
 * Scores two records. Undefined when they are no match: too little agrees, or nothing but the name does. Two people
 * with one identity number are always at least a possible match, whatever else differs.
 */
export function scoreMatch(a: MatchRecord, b: MatchRecord): ScoredMatch | undefined {
  const fields = comparePeople(a, b)
  const score = (Object.keys(WEIGHTS) as MatchField[]).reduce(
    (sum, field) => sum + WEIGHTS[field][fields[field]],
    0,
  )
  const hasEvidence = EVIDENCE.some((field) => fields[field] === 'same' || fields[field] === 'close')
  const level = !hasEvidence ? undefined : levelOf(score, fields.number === 'same')
  return level === undefined ? undefined : { level, score, fields }
}

function levelOf(score: number, sameNumber: boolean): MatchLevel | undefined {
  if (score >= STRONG) return 'strong'
  if (score >= LIKELY) return 'likely'
  return score >= POSSIBLE || sameNumber ? 'possible' : undefined
}

/** Matches of a record among others, best first, at most `limit`. */
export function rankMatches<R extends MatchRecord>(
  record: MatchRecord,
  others: readonly R[],
  limit: number,
): { other: R; match: ScoredMatch }[] {
  return others
    .flatMap((other) => {
      const match = scoreMatch(record, other)
      return match ? [{ other, match }] : []
    })
    .toSorted((a, b) => b.match.score - a.match.score)
    .slice(0, limit)
}
