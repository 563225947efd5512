import { column, type Columns } from './column-facts.ts'

export interface ShelfTable {
  id: string
  store: string
  rack: string
  cell: string
  closed_at: string | null
}

export const shelfColumns = {
  id: column('none', 'Record id'),
  store: column('none', 'Store room'),
  rack: column('none', 'Rack in it'),
  cell: column('none', 'Cell of the rack'),
  closed_at: column('none', 'Since when nothing is put there'),
} satisfies Columns<ShelfTable>
