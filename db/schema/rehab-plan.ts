import type { Generated } from 'kysely'
import type { PlanForm } from '#domain/information-sheet/information-sheet.ts'

export interface RehabPlanTable {
  id: string
  stay_id: string
  form: PlanForm
  state: 'started' | 'approved'
  due_on: string | null
  started_at: string
  started_by: string
  version: Generated<number>
}
