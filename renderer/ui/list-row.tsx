/* oxlint-disable jsx-a11y/prefer-tag-over-role -- virtual rows are placed by transform, which table elements do not allow */
import { memo, type ReactNode } from 'react'
import type { ListColumn } from '#ui/list-column.ts'
import classes from './data-list.module.css'

interface ListRowProps<Row> {
  row: Row
  domId: string
  index: number
  /** Pixels from the first row. */
  top: number
  height: number
  columns: readonly ListColumn<Row>[]
  tracks: string
  active: boolean
  ticked: boolean
  tickLabel: string | undefined
  flashed: boolean
  opens: boolean
}

/** What stands in a cell; plain words that do not fit are cut with a mark and said whole by the pointer. */
function CellContent({ content }: { content: ReactNode }) {
  if (typeof content !== 'string') return content
  return (
    <span className={classes.words} title={content}>
      {content}
    </span>
  )
}

function Row<Row>(props: ListRowProps<Row>) {
  const { row, index, columns, tickLabel } = props
  return (
    <div
      id={props.domId}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={tickLabel === undefined ? undefined : props.ticked}
      className={classes.row}
      data-index={index}
      data-active={props.active || undefined}
      data-ticked={props.ticked || undefined}
      data-flash={props.flashed || undefined}
      data-opens={props.opens || undefined}
      style={{
        gridTemplateColumns: props.tracks,
        height: props.height,
        transform: `translateY(${props.top}px)`,
      }}
    >
      {tickLabel !== undefined && (
        <div role="gridcell" className={classes.tick}>
          <input type="checkbox" tabIndex={-1} aria-label={tickLabel} checked={props.ticked} readOnly />
        </div>
      )}
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={classes.cell} data-align={column.align}>
          <CellContent content={column.cell(row)} />
        </div>
      ))}
    </div>
  )
}

/**
 * One row of a list, placed at its height; drawn again only when it changes, since a list draws at every step of a
 * scroll. The list holds the focus and hears the clicks.
 */
// The assertion gives back the row's type parameter, which memo forgets.
export const ListRow = memo(Row) as typeof Row
