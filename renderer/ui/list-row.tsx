/* oxlint-disable jsx-a11y/prefer-tag-over-role -- virtual rows are placed by transform, which table elements do not allow */
import type { MouseEvent } from 'react'
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
  onTick: (row: Row, index: number, event: MouseEvent) => void
  onClick: (row: Row, index: number) => void
}

/** One row of a list, placed at its height. The list holds the focus; the row only shows it. */
export function ListRow<Row>(props: ListRowProps<Row>) {
  const { row, index, columns, tickLabel } = props

  function onClick(event: MouseEvent<HTMLDivElement>) {
    const target = event.target
    if (target instanceof Element && target.closest('a, button, input')) return
    props.onClick(row, index)
  }

  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- keys are handled by the grid that owns the focus
    <div
      id={props.domId}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={tickLabel === undefined ? undefined : props.ticked}
      className={classes.row}
      data-active={props.active || undefined}
      data-ticked={props.ticked || undefined}
      data-flash={props.flashed || undefined}
      data-opens={props.opens || undefined}
      style={{
        gridTemplateColumns: props.tracks,
        height: props.height,
        transform: `translateY(${props.top}px)`,
      }}
      onClick={onClick}
    >
      {tickLabel !== undefined && (
        <div role="gridcell" className={classes.tick}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={tickLabel}
            checked={props.ticked}
            onChange={() => undefined}
            onClick={(event) => props.onTick(row, index, event)}
          />
        </div>
      )}
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={classes.cell} data-align={column.align}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  )
}
