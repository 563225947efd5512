import { SegmentedControl } from '@mantine/core'
import type { StatisticsAsked } from '#domain/contract/incident-statistics.ts'
import type { Day } from '#domain/time/day.ts'
import { DayField } from '#ui/day-field.tsx'
import { beginOf, choiceOf, PERIOD_LABELS, PERIODS } from './asked.ts'
import classes from './statistics.module.css'

const OWN = 'own'

interface PeriodBarProps {
  asked: StatisticsAsked
  today: Day
  onChange: (period: { from: Day; to: Day }) => void
}

/** The days the figures are about: a usual period, or any two days. */
export function PeriodBar({ asked, today, onChange }: PeriodBarProps) {
  const { from, to } = asked
  return (
    <div className={classes.bar}>
      <SegmentedControl
        aria-label="Kỳ thống kê"
        size="xs"
        value={choiceOf(asked, today) ?? OWN}
        onChange={(value) => {
          const choice = PERIODS.find((one) => one === value)
          if (choice) onChange({ from: beginOf(choice, today), to: today })
        }}
        data={[
          ...PERIODS.map((value) => ({ value, label: PERIOD_LABELS[value] })),
          { value: OWN, label: 'Kỳ khác', disabled: choiceOf(asked, today) !== null },
        ]}
      />
      <DayField
        aria-label="Từ ngày"
        value={from}
        today={today}
        onChange={(day) => {
          if (day !== null) onChange({ from: day, to: to < day ? day : to })
        }}
      />
      <span aria-hidden>–</span>
      <DayField
        aria-label="Đến ngày"
        value={to}
        today={today}
        onChange={(day) => {
          if (day !== null) onChange({ from: from > day ? day : from, to: day })
        }}
      />
    </div>
  )
}
