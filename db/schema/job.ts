import type { Generated } from 'kysely'

export interface JobTable {
  id: string
  kind: string
  state: 'running' | 'done' | 'failed' | 'cancelled'
  done: Generated<number>
  total: number | null
  step: string | null
  result: string | null
  problem: string | null
  started_by: string
  started_at: string
  ended_at: string | null
}
