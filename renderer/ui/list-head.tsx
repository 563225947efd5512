/* oxlint-disable jsx-a11y/prefer-tag-over-role -- virtual rows are placed by transform, which table elements do not allow */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { nextSort, type ListColumn, type ListSort } from '#ui/list-column.ts'
import classes from './data-list.module.css'

interface ListHeadProps<Row> {
  columns: readonly ListColumn<Row>[]
  tracks: string
  sort: ListSort | null
  onSort?: (sort: ListSort) => void
  tickAll?: { state: 'all' | 'some' | 'none'; onToggle: () => void }
}

/** The sticky head of a list; a sortable column's head is a button. */
export function ListHead<Row>({ columns, tracks, sort, onSort, tickAll }: ListHeadProps<Row>) {
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.headRow} style={{ gridTemplateColumns: tracks }}>
        {tickAll && (
          <div role="columnheader" className={classes.tick}>
            <input
              type="checkbox"
              aria-label="Chọn tất cả dòng đã tải"
              checked={tickAll.state === 'all'}
              ref={(box) => {
                if (box) box.indeterminate = tickAll.state === 'some'
              }}
              onChange={tickAll.onToggle}
            />
          </div>
        )}
        {columns.map((column) => {
          const sorted = sort?.columnId === column.id ? sort.direction : undefined
          const ariaSort = sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-sort={column.sortable ? ariaSort : undefined}
              className={classes.headCell}
              data-align={column.align}
            >
              {column.sortable && onSort ? (
                <button
                  type="button"
                  className={classes.sort}
                  onClick={() => onSort(nextSort(sort, column.id))}
                >
                  <span>{column.header}</span>
                  {sorted === 'asc' && <IconArrowUp size={14} aria-hidden />}
                  {sorted === 'desc' && <IconArrowDown size={14} aria-hidden />}
                </button>
              ) : (
                column.header
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
