import type { MailDirection } from '#domain/contacts/contact-codes.ts'
import { column, type Columns } from './column-facts.ts'

export interface ParcelTable {
  id: string
  person_id: string
  stay_id: string
  visit_id: string | null
  direction: MailDirection
  on_day: string
  other_name: string
  returned_to: string | null
  checked_at: string
  checked_by: string
}

export const parcelColumns = {
  id: column('none', 'Record id'),
  person_id: column('personal', 'Whose parcel'),
  stay_id: column('none', 'In which stay'),
  visit_id: column('none', 'The visit at which it was brought'),
  direction: column('none', 'In or out'),
  on_day: column('none', 'Day'),
  other_name: column('personal', 'Who brought it, or to whom it goes'),
  returned_to: column('personal', 'Who signed for what was given back'),
  checked_at: column('none', 'When it was checked'),
  checked_by: column('staff', 'Who checked it'),
} satisfies Columns<ParcelTable>
