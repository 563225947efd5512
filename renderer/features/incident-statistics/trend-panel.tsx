import { SegmentedControl } from '@mantine/core'
import type { IncidentStatistics, StatisticsAsked } from '#domain/contract/incident-statistics.ts'
import { daysOfMonth } from '#domain/incidents/statistics.ts'
import { addDays, formatDay, formatMonth } from '#domain/time/day.ts'
import { MiniChart } from '#ui/mini-chart.tsx'
import { Panel } from '#ui/panel.tsx'
import { listOf } from './asked.ts'
import classes from './statistics.module.css'

interface TrendPanelProps {
  figures: IncidentStatistics
  asked: StatisticsAsked
  isLong: boolean
  onChange: (isLong: boolean) => void
}

/** Incidents by month: the last twelve beside the twelve before, or all twenty-four. */
export function TrendPanel({ figures, asked, isLong, onChange }: TrendPanelProps) {
  const { months } = figures
  const half = months.length / 2
  const shown = isLong ? months : months.slice(half)
  const earlier = months.slice(0, half)
  const last = months.at(-1)?.month ?? ''
  const isPart = addDays(asked.to, 1).startsWith(last)
  const monthHref = (month: string) => listOf(asked, daysOfMonth(month, asked.to))
  return (
    <Panel
      title="Diễn biến theo tháng"
      aside={
        <SegmentedControl
          className={classes.screen}
          aria-label="Số tháng"
          size="xs"
          value={isLong ? '24' : '12'}
          onChange={(value) => onChange(value === '24')}
          data={[
            { value: '12', label: '12 tháng' },
            { value: '24', label: '24 tháng' },
          ]}
        />
      }
    >
      <MiniChart
        title="Số vụ theo tháng xảy ra"
        kind={isLong ? 'bar' : 'line'}
        axisLabel="Tháng"
        height={160}
        series={isLong ? [{ label: 'Số vụ' }] : [{ label: 'Số vụ' }, { label: 'Cùng tháng năm trước' }]}
        points={shown.map(({ month, count }, at) => ({
          label: formatMonth(month),
          ...(isLong
            ? { values: [count], hrefs: [monthHref(month)] }
            : {
                values: [count, earlier[at]?.count ?? 0],
                hrefs: [month, earlier[at]?.month ?? month].map(monthHref),
              }),
        }))}
      />
      {isPart && (
        <p className={classes.under}>
          Tháng {formatMonth(last)} mới tính đến {formatDay(asked.to)}
          {isLong ? '.' : '; cùng tháng năm trước tính cả tháng.'}
        </p>
      )}
    </Panel>
  )
}
