import { reintegrationFrom, STAGES, type Stage, type StageSpan } from './stages.ts'
import { addDays, type Day } from '../time/day.ts'
import type { RuleBook } from '../law/rule-book.ts'
import { procedureRule, rangeOf } from '../law/rule-book.ts'

/** What is asked in the plan for going back to the community (Mẫu 19 of D163, Mẫu 21 of D116). */
export const REINTEGRATION_FIELDS = [
  'residence',
  'family',
  'work',
  'health',
  'risk',
  'support',
  'wishes',
] as const
export type ReintegrationField = (typeof REINTEGRATION_FIELDS)[number]

export const REINTEGRATION_LABELS: Record<ReintegrationField, string> = {
  residence: 'Nơi cư trú sau khi ra về',
  family: 'Gia đình, người đón và giúp đỡ',
  work: 'Học nghề, việc làm dự kiến',
  health: 'Sức khỏe, điều trị tiếp theo',
  risk: 'Nguy cơ tái nghiện và cách phòng',
  support: 'Cần địa phương hỗ trợ',
  wishes: 'Nguyện vọng của người cai nghiện',
}

export type ReintegrationAnswers = Partial<Record<ReintegrationField, string>>

/** What is missing in a plan before it may be approved, as a person reads it. */
export function missingInPlan(plan: { goal: string | null; stages: ReadonlySet<Stage> }): string[] {
  const missing = plan.goal === null ? ['mục tiêu'] : []
  for (const stage of STAGES) if (!plan.stages.has(stage)) missing.push(`nội dung giai đoạn ${stage}`)
  return missing
}

/** What is missing in the plan for going back before it may be approved. */
export function missingInReintegration(answers: ReintegrationAnswers): string[] {
  return (['residence', 'work', 'risk'] as const)
    .filter((field) => (answers[field] ?? '') === '')
    .map((field) => REINTEGRATION_LABELS[field].toLocaleLowerCase('vi'))
}

/** From when to when a stage is planned: as recorded where it is, else as the law's lengths make it. */
export function plannedSpan(
  book: RuleBook,
  stage: Stage,
  it: { receivedOn: Day | null; endOn: Day | null; on: Day; records: readonly StageSpan[] },
): { from: Day | null; to: Day | null } {
  const record = it.records.findLast((one) => one.stage === stage)
  const { receivedOn, endOn, on } = it
  if (stage === 1) {
    const max = rangeOf(procedureRule(book, 'ST-1', on))?.max
    const from = record?.startedOn ?? (max === undefined ? null : receivedOn)
    return { from, to: record?.endedOn ?? (max === undefined || from === null ? null : addDays(from, max)) }
  }
  if (stage === 5) {
    const from = record?.startedOn ?? reintegrationFrom(book, endOn)
    return { from, to: record?.endedOn ?? (from === null ? null : endOn) }
  }
  return { from: record?.startedOn ?? null, to: record?.endedOn ?? null }
}
