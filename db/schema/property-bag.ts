import { column, type Columns } from './column-facts.ts'
export interface PropertyBagTable {
  id: string
  stay_id: string
  seal_number: string
  seal_key: string
  stored_at: string | null
  sealed_at: string
  sealed_by: string
}

export const propertyBagColumns = {
  id: column('none', 'Record id'),
  stay_id: column('none', 'Whose things'),
  seal_number: column('personal', 'Number on the seal'),
  seal_key: column('none', 'The number as compared'),
  stored_at: column('none', 'Where the bag is kept'),
  sealed_at: column('none', 'When it was sealed'),
  sealed_by: column('staff', 'Who sealed it'),
} satisfies Columns<PropertyBagTable>
