import type { Relation } from '#domain/information-sheet/personal-lists.ts'
import { column, type Columns } from './column-facts.ts'

export interface VisitGuestTable {
  visit_id: string
  visitor_id: string
  relation: Relation
}

export const visitGuestColumns = {
  visit_id: column('none', 'Which visit'),
  visitor_id: column('personal', 'Who came'),
  relation: column('personal', 'Who they were to the person that day'),
} satisfies Columns<VisitGuestTable>
