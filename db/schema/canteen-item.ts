import { column, type Columns } from './column-facts.ts'

export interface CanteenItemTable {
  id: string
  name: string
  price: number
  sort: number
  retired_at: string | null
  version: number
}

export const canteenItemColumns = {
  id: column('none', 'Record id'),
  name: column('none', 'What is sold'),
  price: column('none', 'Price in đồng'),
  sort: column('none', 'Place in the list'),
  retired_at: column('none', 'Since when it is sold no more'),
  version: column('none', 'Version for edits'),
} satisfies Columns<CanteenItemTable>
