import { column, type Columns } from './column-facts.ts'

export interface SealChangeTable {
  id: string
  bag_id: string
  old_seal: string
  old_key: string
  new_seal: string
  new_key: string
  reason: string
  witness: string
  at: string
  changed_by: string
}

export const sealChangeColumns = {
  id: column('none', 'Record id'),
  bag_id: column('none', 'Which bag'),
  old_seal: column('personal', 'Number on the seal that was broken'),
  old_key: column('none', 'That number as compared'),
  new_seal: column('personal', 'Number on the new seal'),
  new_key: column('none', 'That number as compared'),
  reason: column('personal', 'Why the bag was opened'),
  witness: column('staff', 'Who opened it with them'),
  at: column('none', 'When'),
  changed_by: column('staff', 'Who opened and sealed it'),
} satisfies Columns<SealChangeTable>
