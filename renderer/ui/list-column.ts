import type { ReactNode } from 'react'

/** One column of a list. */
export interface ListColumn<Row> {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** A grid track: `120px`, `minmax(180px, 2fr)`. Takes an equal share when absent. */
  width?: string
  align?: 'left' | 'right'
  sortable?: boolean
  /** Left out while the list is narrower than this many pixels. */
  hideBelow?: number
}

export interface ListSort {
  columnId: string
  direction: 'asc' | 'desc'
}

/** The sort after a click on a column's head: ascending first, then the other way round. */
export function nextSort(sort: ListSort | null, columnId: string): ListSort {
  const turn = sort?.columnId === columnId && sort.direction === 'asc'
  return { columnId, direction: turn ? 'desc' : 'asc' }
}
