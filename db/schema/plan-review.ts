import { column, type Columns } from './column-facts.ts'

export interface PlanReviewTable {
  id: string
  plan_id: string
  reviewed_on: string
  conclusion: string
  next_on: string | null
  recorded_at: string
  recorded_by: string
}

export const planReviewColumns = {
  id: column('none', 'Record id'),
  plan_id: column('none', 'Which plan'),
  reviewed_on: column('personal', 'Day of the review'),
  conclusion: column('personal', 'What the review found'),
  next_on: column('none', 'Day of the next review'),
  recorded_at: column('none', 'When it was written'),
  recorded_by: column('staff', 'Who wrote it'),
} satisfies Columns<PlanReviewTable>
