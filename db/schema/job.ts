import { column, type Columns } from './column-facts.ts'
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

export const jobColumns = {
  id: column('none', 'Record id'),
  kind: column('none', 'Kind of long work'),
  state: column('none', 'Running, done, failed or cancelled'),
  done: column('none', 'How far'),
  total: column('none', 'Of how much'),
  step: column('none', 'What it is doing'),
  result: column('none', 'What came out, as JSON'),
  problem: column('none', 'Why it failed'),
  started_by: column('staff', 'Who started it'),
  started_at: column('none', 'When it began'),
  ended_at: column('none', 'When it ended'),
} satisfies Columns<JobTable>
