/* oxlint-disable jsx-a11y/prefer-tag-over-role -- virtual rows are placed by transform, which table elements do not allow */
import { useElementSize } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react'
import { ListFoot } from '#ui/list-foot.tsx'
import { ListHead } from '#ui/list-head.tsx'
import { ListRow } from '#ui/list-row.tsx'
import { ListSkeleton } from '#ui/list-skeleton.tsx'
import { ListTools, type ListFilter } from '#ui/list-tools.tsx'
import { columnTrack, fittingColumns, type ListColumn, type ListSort } from '#ui/list-column.ts'
import { NO_SELECTION, stretchTo, toggleAll, toggleRow, type RowSelection } from '#ui/row-selection.ts'
import classes from './data-list.module.css'

export interface DataListProps<Row> {
  /** Name of the list for screen readers: `Danh sách học viên`. */
  label: string
  columns: readonly ListColumn<Row>[]
  /** Rows loaded so far, in the order shown; pages are appended. */
  rows: readonly Row[]
  rowId: (row: Row) => string
  /** How a row is called, for its check box: the person's name. */
  rowLabel: (row: Row) => string
  /** What is counted at the foot: `học viên`. */
  noun: string
  /** All rows behind the filters; absent while unknown. */
  total?: number
  status?: 'ready' | 'loading' | 'error'
  /** Shown instead of rows while `status` is `error`. */
  error?: ReactNode
  /** Shown when there is no row. */
  empty: ReactNode
  sort?: ListSort | null
  onSort?: (sort: ListSort) => void
  filter?: ListFilter
  /** Filter chips, beside the filter field. */
  chips?: ReactNode
  /** Excel, print: at the right of the tools. */
  tools?: ReactNode
  /** More pages follow the loaded rows. */
  hasMore?: boolean
  loadingMore?: boolean
  /** Called when the reader nears the end of the loaded rows. */
  onMore?: () => void
  /** Enter or click on a row. */
  onOpen?: (row: Row) => void
  selection?: RowSelection
  onSelect?: (selection: RowSelection) => void
  /** Acts on the ticked rows, shown at the foot while any is ticked. */
  bulkActs?: ReactNode
  /** Rows that changed under the reader: they flash once. */
  flashed?: ReadonlySet<string>
  rowHeight?: number
}

const MORE_AHEAD = 20
const TICK_TRACK = 34
const SCROLLBAR = 12

/**
 * A list of any length: virtual rows, sticky head, sort by click, all by keyboard (↑↓ Home End PgUp PgDn, Enter opens,
 * `/` filters, Space ticks, Shift stretches, Esc unticks). Fills the height of its parent.
 */
export function DataList<Row>(props: DataListProps<Row>) {
  const { rows, rowId, selection = NO_SELECTION, status = 'ready', rowHeight = 40, onMore } = props
  const listId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const { ref: sizeRef, width } = useElementSize<HTMLDivElement>()
  const [active, setActive] = useState(0)

  const selectable = props.onSelect !== undefined
  const columns = useMemo(
    () => fittingColumns(props.columns, width, SCROLLBAR + (selectable ? TICK_TRACK + 12 : 0)),
    [props.columns, width, selectable],
  )
  const tracks = [...(selectable ? [`${TICK_TRACK}px`] : []), ...columns.map(columnTrack)].join(' ')

  // oxlint-disable-next-line react/incompatible-library -- matters to the React Compiler only, which this build does not use
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: 34,
  })
  const items = virtual.getVirtualItems()
  const lastShown = items.at(-1)?.index ?? 0
  const wantsMore =
    status === 'ready' &&
    props.hasMore === true &&
    !props.loadingMore &&
    lastShown >= rows.length - MORE_AHEAD

  useEffect(() => {
    if (wantsMore) onMore?.()
  }, [wantsMore, onMore])

  const activeIndex = Math.min(active, Math.max(0, rows.length - 1))

  function select(next: RowSelection) {
    props.onSelect?.(next)
  }

  function goTo(index: number, stretch: boolean) {
    const to = Math.max(0, Math.min(rows.length - 1, index))
    const row = rows[to]
    if (row === undefined) return
    if (stretch && selectable) {
      const from = rows[activeIndex]
      const anchored = selection.anchor === null && from ? { ...selection, anchor: rowId(from) } : selection
      select(stretchTo(anchored, rowId(row), rows.map(rowId)))
    }
    setActive(to)
    virtual.scrollToIndex(to)
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.target !== event.currentTarget) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 2)
    const steps: Record<string, number> = {
      ArrowDown: activeIndex + 1,
      ArrowUp: activeIndex - 1,
      PageDown: activeIndex + page,
      PageUp: activeIndex - page,
      Home: 0,
      End: rows.length - 1,
    }
    const step = steps[event.key]
    const row = rows[activeIndex]
    if (step !== undefined) goTo(step, event.shiftKey)
    else if (event.key === 'Enter' && row !== undefined) props.onOpen?.(row)
    else if (event.key === ' ' && row !== undefined && selectable)
      select(
        event.shiftKey ? stretchTo(selection, rowId(row), rows.map(rowId)) : toggleRow(selection, rowId(row)),
      )
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && selectable)
      select(toggleAll(NO_SELECTION, rows.map(rowId)))
    else if (event.key === 'Escape' && selection.ids.size > 0) select(NO_SELECTION)
    else return
    event.preventDefault()
  }

  function onClick(event: MouseEvent<HTMLDivElement>) {
    const target = event.target instanceof Element ? event.target : null
    const index = Number(target?.closest('[data-index]')?.getAttribute('data-index') ?? Number.NaN)
    const row = rows[index]
    if (!target || row === undefined || target.closest('a, button')) return
    setActive(index)
    if (target.matches('input[type="checkbox"]')) {
      select(
        event.shiftKey ? stretchTo(selection, rowId(row), rows.map(rowId)) : toggleRow(selection, rowId(row)),
      )
    } else if (window.getSelection()?.isCollapsed !== false) {
      props.onOpen?.(row)
    }
  }

  const seen = selection.ids.size === 0 ? 0 : rows.filter((row) => selection.ids.has(rowId(row))).length
  const unseen = selection.ids.size - seen
  const shown = status === 'ready' && rows.length > 0
  // A row scrolled far away is not in the page: nothing may point to it.
  const isActiveDrawn = shown && items.some(({ index }) => index === activeIndex)
  return (
    <div className={classes.list} ref={sizeRef}>
      <ListTools
        filter={props.filter}
        chips={props.chips}
        tools={props.tools}
        onLeave={() => scroller.current?.focus()}
      />
      <div
        ref={scroller}
        className={classes.scroller}
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-busy={status === 'loading'}
        aria-rowcount={(props.total ?? rows.length) + 1}
        aria-multiselectable={selectable || undefined}
        aria-activedescendant={isActiveDrawn ? `${listId}-${activeIndex}` : undefined}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <ListHead
          columns={columns}
          tracks={tracks}
          sort={props.sort ?? null}
          onSort={props.onSort}
          tickAll={
            selectable
              ? {
                  state:
                    rows.length > 0 && rows.every((row) => selection.ids.has(rowId(row)))
                      ? 'all'
                      : selection.ids.size > 0
                        ? 'some'
                        : 'none',
                  onToggle: () => select(toggleAll(selection, rows.map(rowId))),
                }
              : undefined
          }
        />
        {shown && (
          <div role="rowgroup" className={classes.rows} style={{ height: virtual.getTotalSize() }}>
            {items.map((item) => {
              const row = rows[item.index]
              if (row === undefined) return null
              const id = rowId(row)
              return (
                <ListRow
                  key={id}
                  row={row}
                  domId={`${listId}-${item.index}`}
                  index={item.index}
                  top={item.start}
                  height={rowHeight}
                  columns={columns}
                  tracks={tracks}
                  active={item.index === activeIndex}
                  ticked={selection.ids.has(id)}
                  tickLabel={selectable ? `Chọn ${props.rowLabel(row)}` : undefined}
                  flashed={props.flashed?.has(id) ?? false}
                  opens={props.onOpen !== undefined}
                />
              )
            })}
          </div>
        )}
        {status === 'loading' && <ListSkeleton rowHeight={rowHeight} columns={columns.length} />}
      </div>
      {status === 'error' && <div className={classes.instead}>{props.error}</div>}
      {status === 'ready' && rows.length === 0 && <div className={classes.instead}>{props.empty}</div>}
      <ListFoot
        loaded={status === 'ready' ? rows.length : undefined}
        total={props.total}
        noun={props.noun}
        loadingMore={props.loadingMore ?? false}
        ticked={selection.ids.size}
        tickedUnseen={unseen}
        bulkActs={props.bulkActs}
        onUntick={() => select(NO_SELECTION)}
      />
    </div>
  )
}
