import type { StatisticsAsked } from '#domain/contract/incident-statistics.ts'
import type { IncidentFilter } from '#domain/contract/incidents.ts'
import { INCIDENT_KINDS } from '#domain/incidents/incident-kinds.ts'
import { COUNTED_STATES } from '#domain/incidents/statistics.ts'
import { addDays, addMonths, isDay, type Day } from '#domain/time/day.ts'
import { incidentListHref } from '#renderer/features/incidents/incident-filters.ts'
import type { FilterValues } from '#ui/filter-chips.tsx'

/** Everything of the page that stands in the address. */
export const STATISTICS_KEYS = ['tu', 'den', 'khu', 'loai', 'thang'] as const

/** Periods that are one choice away; each ends today. */
export const PERIODS = ['30-days', '90-days', 'month', 'year', '12-months'] as const
export type PeriodChoice = (typeof PERIODS)[number]

export const PERIOD_LABELS: Record<PeriodChoice, string> = {
  '30-days': '30 ngày',
  '90-days': '90 ngày',
  month: 'Tháng này',
  year: 'Năm nay',
  '12-months': '12 tháng',
}

/** What is shown while the address names no period. */
const FIRST_CHOICE: PeriodChoice = '90-days'

/** First day of a choice. */
export function beginOf(choice: PeriodChoice, today: Day): Day {
  switch (choice) {
    case '30-days':
      return addDays(today, -29)
    case '90-days':
      return addDays(today, -89)
    case 'month':
      return `${today.slice(0, 7)}-01`
    case 'year':
      return `${today.slice(0, 4)}-01-01`
    case '12-months':
      return addDays(addMonths(today, -12), 1)
  }
}

/** The address as the hub is asked; days it cannot read, or in the wrong order, give way to the last ninety. */
export function askedOf(values: FilterValues, today: Day): StatisticsAsked {
  const [from = '', to = ''] = [values['tu']?.[0], values['den']?.[0]]
  const isPeriod = isDay(from) && isDay(to) && from <= to
  return {
    from: isPeriod ? from : beginOf(FIRST_CHOICE, today),
    to: isPeriod ? to : today,
    zones: [...(values['khu'] ?? [])],
    kinds: INCIDENT_KINDS.filter((kind) => values['loai']?.includes(kind) ?? false),
  }
}

/** The choice a period is, null for one of somebody's own. */
export function choiceOf(
  { from, to }: Pick<StatisticsAsked, 'from' | 'to'>,
  today: Day,
): PeriodChoice | null {
  if (to !== today) return null
  return PERIODS.find((choice) => beginOf(choice, today) === from) ?? null
}

/** The list behind a figure: what was asked, narrowed to what the figure counts. */
export function listOf(asked: StatisticsAsked, narrower: Partial<IncidentFilter> = {}): string {
  return incidentListHref({ states: [...COUNTED_STATES], ...asked, ...narrower })
}
