import type { Generated } from 'kysely'
import type { ConductRating } from '#domain/care/conduct.ts'
import { column, type Columns } from './column-facts.ts'

export interface ConductRatingTable {
  month: string
  stay_id: string
  proposed: ConductRating
  rating: ConductRating
  reason: string | null
  rated_at: string
  rated_by: string
  version: Generated<number>
}

export const conductRatingColumns = {
  month: column('none', 'Month rated'),
  stay_id: column('none', 'Whose stay'),
  proposed: column('personal', 'Rating the program proposed'),
  rating: column('personal', 'Rating given'),
  reason: column('personal', 'Why'),
  rated_at: column('none', 'When it was given'),
  rated_by: column('staff', 'Who gave it'),
  version: column('none', 'Count of edits'),
} satisfies Columns<ConductRatingTable>
