import { column, type Columns } from './column-facts.ts'

export interface OutingExtensionTable {
  id: string
  outing_id: string
  from_until: string | null
  to_until: string
  reason: string
  extended_at: string
  extended_by: string
}

export const outingExtensionColumns = {
  id: column('none', 'Record id'),
  outing_id: column('none', 'Which outing'),
  from_until: column('personal', 'Due back before'),
  to_until: column('personal', 'Due back now'),
  reason: column('personal', 'Why it was extended'),
  extended_at: column('none', 'When'),
  extended_by: column('staff', 'By whom'),
} satisfies Columns<OutingExtensionTable>
