import type { ItemKind, ItemOutcome } from '#domain/contacts/contact-codes.ts'
import { column, type Columns } from './column-facts.ts'

export interface ParcelItemTable {
  id: string
  parcel_id: string
  description: string
  kind: ItemKind
  quantity: number
  outcome: ItemOutcome
  reason: string | null
  sort: number
}

export const parcelItemColumns = {
  id: column('none', 'Record id'),
  parcel_id: column('none', 'Which parcel'),
  description: column('personal', 'What it is'),
  kind: column('none', 'Kind of thing'),
  quantity: column('none', 'How many'),
  outcome: column('none', 'Accepted, given back or seized'),
  reason: column('personal', 'Why it was not accepted'),
  sort: column('none', 'Order in the list'),
} satisfies Columns<ParcelItemTable>
