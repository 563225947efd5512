import '@mantine/dates/styles.layer.css'
import { DatePicker } from '@mantine/dates'
import type { Day } from '#domain/time/day.ts'

export interface DayCalendarProps {
  value: Day | null
  today: Day
  onPick: (day: Day) => void
}

const LABELS = {
  nextMonth: 'Tháng sau',
  previousMonth: 'Tháng trước',
  nextYear: 'Năm sau',
  previousYear: 'Năm trước',
  nextDecade: 'Mười năm sau',
  previousDecade: 'Mười năm trước',
}

/** The month's days to pick from; its own chunk, since most days are typed. */
export function DayCalendar({ value, today, onPick }: DayCalendarProps) {
  return (
    <DatePicker
      value={value}
      defaultDate={value ?? today}
      onChange={(day) => {
        if (day !== null) onPick(day)
      }}
      locale="vi"
      firstDayOfWeek={1}
      monthLabelFormat="[Tháng] M/YYYY"
      yearLabelFormat="YYYY"
      ariaLabels={LABELS}
    />
  )
}
