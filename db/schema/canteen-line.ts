import { column, type Columns } from './column-facts.ts'

export interface CanteenLineTable {
  move_id: string
  item_id: string
  quantity: number
  price: number
}

export const canteenLineColumns = {
  move_id: column('none', 'The entry of the ledger that paid for it'),
  item_id: column('personal', 'What was bought'),
  quantity: column('personal', 'How many'),
  price: column('none', 'Price of one then'),
} satisfies Columns<CanteenLineTable>
