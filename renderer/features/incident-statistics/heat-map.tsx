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
  /** The list behind a cell, a row (hour null) or a column (row null). */
  hrefOf: (row: HeatRow | null, hour: number | null) => string
}

/** Steps of colour above nothing. */
const LEVELS = 4
const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

function levelOf(count: number, most: number): number {
  return count === 0 ? 0 : Math.max(1, Math.ceil((count / most) * LEVELS))
}

/** Counts by row and hour of the day, the more the darker, each with its number; one stop of Tab, then arrows. */
export function HeatMap({ label, head, rows, hrefOf }: HeatMapProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [active, setActive] = useState<string | null>(null)
  const counts = rows.map((row) =>
    HOURS.map((hour) => row.hours.find((one) => one.hour === hour)?.count ?? 0),
  )
  const most = Math.max(1, ...counts.flat())
  const cells = counts.flatMap((line, down) =>
    line.map((count, right) => ({ count, key: `${down} ${right}` })),
  )
  const stop =
    cells.find(({ key, count }) => key === active && count > 0) ?? cells.find(({ count }) => count > 0)

  /** To the next cell with a number in the direction of the arrow. */
  function move(event: KeyboardEvent, from: readonly [down: number, right: number]) {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    let [down, right] = from
    do {
      down += step[0]
      right += step[1]
    } while (counts[down]?.[right] === 0)
    body.current?.querySelector<HTMLElement>(`[data-cell="${down} ${right}"]`)?.focus()
  }

  return (
    <div className={classes.scroll}>
      <table className={classes.heat} aria-label={label}>
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
        <tbody ref={body}>
          {rows.map((row, down) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {HOURS.map((hour) => {
                const count = counts[down]?.[hour] ?? 0
                const key = `${down} ${hour}`
                return (
                  <td key={hour} data-level={levelOf(count, most)}>
                    {count === 0 ? (
                      <span>0</span>
                    ) : (
                      <InnerLink
                        href={hrefOf(row, hour)}
                        aria-label={`${row.name}, ${hour} giờ: ${formatNumber(count)} vụ`}
                        data-cell={key}
                        tabIndex={key === stop?.key ? 0 : -1}
                        onFocus={() => setActive(key)}
                        onKeyDown={(event) => move(event, [down, hour])}
                      >
                        {formatNumber(count)}
                      </InnerLink>
                    )}
                  </td>
                )
              })}
              <td>
                <InnerLink href={hrefOf(row, null)} aria-label={`${row.name}: ${formatNumber(row.count)} vụ`}>
                  {formatNumber(row.count)}
                </InnerLink>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Cộng</th>
            {HOURS.map((hour) => {
              const count = counts.reduce((sum, line) => sum + (line[hour] ?? 0), 0)
              return (
                <td key={hour}>
                  {count === 0 ? (
                    <span>0</span>
                  ) : (
                    <InnerLink
                      href={hrefOf(null, hour)}
                      aria-label={`Mọi dòng, ${hour} giờ: ${formatNumber(count)} vụ`}
                    >
                      {formatNumber(count)}
                    </InnerLink>
                  )}
                </td>
              )
            })}
            <td>{formatNumber(rows.reduce((sum, { count }) => sum + count, 0))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
