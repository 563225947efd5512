import { UnstyledButton } from '@mantine/core'
import { lazy, Suspense, useId, useState } from 'react'
import { formatNumber } from '#ui/format.ts'
import { NumberLink } from '#ui/number-link.tsx'
import classes from './mini-chart.module.css'

const MiniChartPlot = lazy(() =>
  import('#ui/mini-chart-plot.tsx').then((module) => ({ default: module.MiniChartPlot })),
)

interface ChartSeries {
  label: string
}

interface ChartPoint {
  /** What stands on the axis: `22/11`. */
  label: string
  /** One value per series, in their order. */
  values: readonly number[]
  /** The lists of what is counted there, one per series in their order, opened from the table. */
  hrefs?: readonly string[]
}

export interface MiniChartProps {
  title: string
  kind: 'line' | 'bar'
  /** At most four. */
  series: readonly ChartSeries[]
  points: readonly ChartPoint[]
  /** Head of the first column of the table: `Ngày`. */
  axisLabel: string
  height?: number
}

/** A small chart in Vietnamese numbers with its table one click behind; prints in black and white. */
export function MiniChart({ title, kind, series, points, axisLabel, height = 180 }: MiniChartProps) {
  const [asTable, setAsTable] = useState(false)
  const titleId = useId()
  return (
    <figure className={classes.figure} aria-labelledby={titleId}>
      <figcaption className={classes.caption}>
        <span id={titleId} className={classes.title}>
          {title}
        </span>
        <span className={classes.legend}>
          {series.map((one, index) => (
            <span key={one.label} className={classes.key}>
              <svg width="18" height="8" aria-hidden>
                <line
                  x1="0"
                  y1="4"
                  x2="18"
                  y2="4"
                  stroke={`var(--nv-chart-${index + 1})`}
                  strokeWidth={kind === 'bar' ? 8 : 2}
                  strokeDasharray={kind === 'line' && index > 0 ? `${6 - index} 3` : undefined}
                />
              </svg>
              {one.label}
            </span>
          ))}
        </span>
        <UnstyledButton
          className={classes.switch}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? 'Xem biểu đồ' : 'Xem bảng'}
        </UnstyledButton>
      </figcaption>
      {asTable ? (
        <section
          className={classes.table}
          style={{ height }}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
          tabIndex={0}
          aria-label={`Bảng: ${title}`}
        >
          <table>
            <thead>
              <tr>
                <th scope="col">{axisLabel}</th>
                {series.map((one) => (
                  <th key={one.label} scope="col">
                    {one.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {points.map((point) => (
                <tr key={point.label}>
                  <th scope="row">{point.label}</th>
                  {series.map((one, index) => {
                    const value = point.values[index] ?? 0
                    const href = point.hrefs?.[index]
                    return (
                      <td key={one.label}>
                        {href === undefined || value === 0 ? (
                          formatNumber(value)
                        ) : (
                          <NumberLink value={value} href={href} />
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : (
        <Suspense fallback={<div style={{ height }} />}>
          <MiniChartPlot kind={kind} series={series} points={points} height={height} />
        </Suspense>
      )}
    </figure>
  )
}
