import type { FindSource } from '#domain/contacts/contact-codes.ts'
import { column, type Columns } from './column-facts.ts'

export interface ContrabandFindTable {
  id: string
  person_id: string
  stay_id: string
  source: FindSource
  visit_id: string | null
  parcel_id: string | null
  letter_id: string | null
  what: string
  quantity: string
  action: string
  found_at: string
  found_by: string
}

export const contrabandFindColumns = {
  id: column('none', 'Record id'),
  person_id: column('personal', 'For whom it was meant'),
  stay_id: column('none', 'In which stay'),
  source: column('none', 'Where it came to light'),
  visit_id: column('none', 'The visit'),
  parcel_id: column('none', 'The parcel'),
  letter_id: column('none', 'The letter'),
  what: column('personal', 'What was found'),
  quantity: column('personal', 'How much'),
  action: column('personal', 'What was done'),
  found_at: column('none', 'When'),
  found_by: column('staff', 'Who found it'),
} satisfies Columns<ContrabandFindTable>
