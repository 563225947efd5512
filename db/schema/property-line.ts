import { column, type Columns } from './column-facts.ts'
export interface PropertyLineTable {
  id: string
  stay_id: string
  bag_id: string | null
  description: string
  quantity: number
  condition: string | null
  sort: number
}

export const propertyLineColumns = {
  id: column('none', 'Record id'),
  stay_id: column('none', 'Whose thing'),
  bag_id: column('none', 'The bag it is in; none: left with the person'),
  description: column('personal', 'What it is'),
  quantity: column('personal', 'How many'),
  condition: column('personal', 'In what state'),
  sort: column('none', 'Place in the list'),
} satisfies Columns<PropertyLineTable>
