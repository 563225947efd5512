import { addDays } from '#domain/time/day.ts'
import type { Day } from '#domain/time/day.ts'

const SHOWN_MONTHS = 13

function monthChoice(value: string): { value: string; label: string } {
  return { value, label: `Tháng ${value.slice(5)}/${value.slice(0, 4)}` }
}

/** This month and a year before it, newest first, for a list to choose from; an older one that is shown stands last. */
export function monthChoices(today: Day, shown: string): { value: string; label: string }[] {
  let first = `${today.slice(0, 7)}-01`
  const months = Array.from({ length: SHOWN_MONTHS }, () => {
    const value = first.slice(0, 7)
    first = `${addDays(first, -1).slice(0, 7)}-01`
    return value
  })
  return [...new Set([...months, shown])].map(monthChoice)
}
