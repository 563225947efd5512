import type { ExpectedArrival } from '#domain/contract/intake.ts'
import { birthText, formatBirth } from '#domain/people/birth.ts'
import { SEX_LABELS } from '#domain/people/sex.ts'
import { addDays, daysBetween, type Day } from '#domain/time/day.ts'
import type { Tone } from '#ui/colors.ts'
import { formatWeekday } from '#ui/format.ts'

/** The intake screen begun for an announced person. */
export function receiveHref(arrivalId: string): string {
  return `/tiep-nhan?den=${arrivalId}`
}

/** When somebody is expected, as people say it, with the tone of it. */
export function whenText({ expectedOn, isLate }: ExpectedArrival, today: Day): { text: string; tone: Tone } {
  if (isLate) return { text: `trễ ${daysBetween(expectedOn, today)} ngày`, tone: 'late' }
  if (expectedOn === today) return { text: 'hôm nay', tone: 'soon' }
  if (expectedOn === addDays(today, 1)) return { text: 'ngày mai', tone: 'away' }
  return { text: formatWeekday(expectedOn, today), tone: 'ended' }
}

/** `05/03/1990 · Nam · 020090001234`: what is known of the person. */
export function whoText(arrival: ExpectedArrival): string {
  const birth = birthText(arrival)
  return [
    birth === null ? '' : formatBirth(birth),
    arrival.sex === null ? '' : SEX_LABELS[arrival.sex],
    arrival.number ?? '',
  ]
    .filter(Boolean)
    .join(' · ')
}
