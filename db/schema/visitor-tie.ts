import type { Relation } from '#domain/information-sheet/personal-lists.ts'
import { column, type Columns } from './column-facts.ts'

export interface VisitorTieTable {
  id: string
  visitor_id: string
  person_id: string
  relation: Relation
  relative_id: string | null
  proof: string | null
  created_at: string
  created_by: string
}

export const visitorTieColumns = {
  id: column('none', 'Record id'),
  visitor_id: column('none', 'Who visits'),
  person_id: column('personal', 'Whom'),
  relation: column('personal', 'Who the visitor is to the person'),
  relative_id: column('none', 'The relative of the dossier it is'),
  proof: column('personal', 'Paper that shows the kinship'),
  created_at: column('none', 'When it was recorded'),
  created_by: column('staff', 'Who recorded it'),
} satisfies Columns<VisitorTieTable>
