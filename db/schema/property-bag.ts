import type { ColumnType } from 'kysely'
import { column, type Columns } from './column-facts.ts'
import type { BagOutcome } from '#domain/deposit/bag-events.ts'

export interface PropertyBagTable {
  id: string
  stay_id: string
  seal_number: string
  seal_key: string
  stored_at: string | null
  sealed_at: string
  sealed_by: string
  shelf_id: ColumnType<string | null, string | null | undefined, never>
  /** Kept by a trigger on every event of the bag: nothing else writes it. */
  outcome: ColumnType<BagOutcome | null, never, never>
}

export const propertyBagColumns = {
  id: column('none', 'Record id'),
  stay_id: column('none', 'Whose things'),
  seal_number: column('personal', 'Number on the seal'),
  seal_key: column('none', 'The number as compared'),
  stored_at: column('none', 'Where it was put when sealed, in words'),
  sealed_at: column('none', 'When it was sealed'),
  sealed_by: column('staff', 'Who sealed it'),
  shelf_id: column('none', 'Where it lies now (derived from its moves)'),
  outcome: column('personal', 'What became of it (derived from its events); none: it is here'),
} satisfies Columns<PropertyBagTable>
