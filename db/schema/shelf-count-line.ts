import { column, type Columns } from './column-facts.ts'
import type { CountFinding } from '#domain/deposit/shelf-count.ts'

export interface ShelfCountLineTable {
  count_id: string
  bag_id: string
  finding: CountFinding
}

export const shelfCountLineColumns = {
  count_id: column('none', 'Which count'),
  bag_id: column('none', 'Which bag'),
  finding: column('none', 'Missing, or found where it should not be'),
} satisfies Columns<ShelfCountLineTable>
