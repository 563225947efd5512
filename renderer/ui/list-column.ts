import type { ReactNode } from 'react'

/** One column of a list. */
export interface ListColumn<Row> {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** Pixels the column needs. */
  minWidth: number
  /** Share of the room left over; a column without it stays at `minWidth`. */
  grow?: number
  align?: 'left' | 'right'
  sortable?: boolean
  /** Left out where the list is too narrow, the highest number first; a column without it always stays. */
  yields?: number
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

const GAP = 12
const SIDE = 12

/** The grid track of a column. */
export function columnTrack({ minWidth, grow }: Pick<ListColumn<never>, 'minWidth' | 'grow'>): string {
  return grow === undefined ? `${minWidth}px` : `minmax(${minWidth}px, ${grow}fr)`
}

/**
 * The columns that fit side by side in `width` pixels, `taken` of which are spoken for; columns that may yield go
 * first, the highest number before the others. A width of 0 means "not measured yet" and keeps all.
 */
export function fittingColumns<Column extends { minWidth: number; yields?: number }>(
  columns: readonly Column[],
  width: number,
  taken = 0,
): readonly Column[] {
  const needed = columns.reduce((sum, column) => sum + column.minWidth + GAP, 2 * SIDE - GAP + taken)
  if (width === 0 || needed <= width) return columns
  const first = columns
    .filter((column) => column.yields !== undefined)
    .toSorted((a, b) => (b.yields ?? 0) - (a.yields ?? 0))[0]
  if (!first) return columns
  return fittingColumns(
    columns.filter((column) => column !== first),
    width,
    taken,
  )
}
