import { column, type Columns } from './column-facts.ts'

export interface SweepRunTable {
  id: string
  at: string
  by: string
  found: number
  opened: number
  resolved: number
}

export const sweepRunColumns = {
  id: column('none', 'Record id'),
  at: column('none', 'When all beds were looked over'),
  by: column('staff', 'Who asked for it, or the hub itself'),
  found: column('none', 'Findings that hold'),
  opened: column('none', 'Of them new'),
  resolved: column('none', 'Earlier findings that hold no more'),
} satisfies Columns<SweepRunTable>
