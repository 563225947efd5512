import '@mantine/charts/styles.layer.css'
import { BarChart, LineChart } from '@mantine/charts'
import { formatNumber } from '#ui/format.ts'
import type { MiniChartProps } from '#ui/mini-chart.tsx'

type MiniChartPlotProps = Pick<MiniChartProps, 'kind' | 'series' | 'points'> & { height: number }

/** The drawn part of a chart; its own chunk, since Recharts weighs more than the rest of a screen. */
export function MiniChartPlot({ kind, series, points, height }: MiniChartPlotProps) {
  const data = points.map((point) => {
    const row: Record<string, string | number> = { label: point.label }
    series.forEach((one, index) => {
      row[one.label] = point.values[index] ?? 0
    })
    return row
  })
  const isWhole = points.every(({ values }) => values.every((value) => Number.isInteger(value)))
  const frame = {
    h: height,
    data,
    dataKey: 'label',
    valueFormatter: (value: number) => formatNumber(value),
    tickLine: 'none' as const,
    gridColor: 'var(--nv-line)',
    textColor: 'var(--nv-dimmed)',
    strokeDasharray: '0',
    // Half a person on the axis of a count is nonsense.
    yAxisProps: { width: 36, tickMargin: 4, allowDecimals: !isWhole },
    xAxisProps: { tickMargin: 6, minTickGap: 16 },
    tooltipAnimationDuration: 0,
  }
  // Room for the number at the top of the axis.
  const plot = { margin: { top: 12, right: 8 } }
  const colored = series.map((one, index) => ({ name: one.label, color: `var(--nv-chart-${index + 1})` }))
  if (kind === 'bar')
    return (
      <BarChart
        {...frame}
        barChartProps={plot}
        series={colored}
        barProps={{ isAnimationActive: false, maxBarSize: 18 }}
      />
    )
  return (
    <LineChart
      {...frame}
      lineChartProps={plot}
      series={colored.map((one, index) => ({
        ...one,
        strokeDasharray: index > 0 ? `${6 - index} 3` : undefined,
      }))}
      lineProps={{ isAnimationActive: false }}
      withDots={false}
      curveType="linear"
      strokeWidth={1.75}
    />
  )
}
