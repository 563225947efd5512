import type { Generated } from 'kysely'

export interface ExamTable {
  id: string
  stay_id: string
  kind: 'first'
  at: string
  shape: number
  body: string
  recorded_at: string
  recorded_by: string
  version: Generated<number>
}
