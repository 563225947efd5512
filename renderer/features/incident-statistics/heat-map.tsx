import { useRef, useState, type KeyboardEvent } from 'react'
import { HOURS } from '#domain/incidents/statistics.ts'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import classes from './statistics.module.css'

export interface HeatRow {
  id: string
  name: string
  count: number
  hours: readonly { hour: number; count: number }[]
}

interface HeatMapProps {
  label: string
  /** What the rows are: `Khu`. */
  head: string
  rows: readonly HeatRow[]
  /** The list behind a cell, a row (hour null), a column (row null) or all of them. */
  hrefOf: (row: HeatRow | null, hour: number | null) => string
}

/** Steps of colour above nothing. */
const LEVELS = 4
/** The last column adds up a row. */
const COLUMNS: readonly (number | null)[] = [...HOURS, null]
const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

function levelOf(count: number, most: number): number {
  return count === 0 ? 0 : Math.max(1, Math.ceil((count / most) * LEVELS))
}

function countIn(row: HeatRow, hour: number | null): number {
  if (hour === null) return row.count
  return row.hours.find((one) => one.hour === hour)?.count ?? 0
}

/**
 * Counts by row and hour of the day, the more the darker, each with its number; one stop of Tab, then arrows, to the
 * sums too.
 */
export function HeatMap({ label, head, rows, hrefOf }: HeatMapProps) {
  const table = useRef<HTMLTableElement>(null)
  const [active, setActive] = useState<string | null>(null)
  const counts = rows.map((row) => COLUMNS.map((hour) => countIn(row, hour)))
  const most = Math.max(1, ...counts.flatMap((line) => line.slice(0, HOURS.length)))
  const sums = COLUMNS.map((_, right) => counts.reduce((sum, line) => sum + (line[right] ?? 0), 0))
  const grid = [...counts, sums]
  const keys = grid.flatMap((line, down) =>
    line.flatMap((count, right) => (count === 0 ? [] : [`${down} ${right}`])),
  )
  const stop = keys.find((key) => key === active) ?? keys[0]

  /** To the next cell with a number in the direction of the arrow. */
  function move(event: KeyboardEvent, from: readonly [down: number, right: number]) {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    let [down, right] = from
    do {
      down += step[0]
      right += step[1]
    } while (grid[down]?.[right] === 0)
    table.current?.querySelector<HTMLElement>(`[data-cell="${down} ${right}"]`)?.focus()
  }

  /** @param down which row; the one after the last adds up the columns */
  function cell(down: number, right: number) {
    const row = rows[down] ?? null
    const hour = COLUMNS[right] ?? null
    const count = grid[down]?.[right] ?? 0
    const isSum = row === null || hour === null
    const what = [row?.name ?? 'Cộng', hour === null ? 'cả ngày' : `${hour} giờ`].join(', ')
    const key = `${down} ${right}`
    return (
      <td key={key} data-level={isSum ? undefined : levelOf(count, most)}>
        {count === 0 ? (
          <span>0</span>
        ) : (
          <InnerLink
            href={hrefOf(row, hour)}
            aria-label={`${what}: ${formatNumber(count)} vụ`}
            data-cell={key}
            tabIndex={key === stop ? 0 : -1}
            onFocus={() => setActive(key)}
            onKeyDown={(event) => move(event, [down, right])}
          >
            {formatNumber(count)}
          </InnerLink>
        )}
      </td>
    )
  }

  return (
    <div className={classes.scroll}>
      <table className={classes.heat} aria-label={label} ref={table}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {HOURS.map((hour) => (
              <th key={hour} scope="col" aria-label={`${hour} giờ`}>
                {hour}
              </th>
            ))}
            <th scope="col">Cộng</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, down) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {COLUMNS.map((_, right) => cell(down, right))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Cộng</th>
            {COLUMNS.map((_, right) => cell(rows.length, right))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
