import { isDay } from '../time/day.ts'
import type { BirthPrecision } from './sex.ts'

/** A birth date as far as it is known: `1990`, `1990-03` or `1990-03-05`. */
export type BirthText = string

export interface StoredBirth {
  birthOn: string | null
  birthPrecision: BirthPrecision | null
}

/** The known part of a stored birth; null when nothing is known. */
export function birthText({ birthOn, birthPrecision }: StoredBirth): BirthText | null {
  if (birthOn === null) return null
  if (birthPrecision === 'year') return birthOn.slice(0, 4)
  return birthPrecision === 'month' ? birthOn.slice(0, 7) : birthOn
}

/** How a birth is stored: its first possible day and how much of it is known. */
export function storedBirth(text: BirthText | null): StoredBirth {
  if (text === null) return { birthOn: null, birthPrecision: null }
  if (text.length === 4) return { birthOn: `${text}-01-01`, birthPrecision: 'year' }
  if (text.length === 7) return { birthOn: `${text}-01`, birthPrecision: 'month' }
  return { birthOn: text, birthPrecision: 'day' }
}

/** True for `YYYY`, `YYYY-MM` and `YYYY-MM-DD` that exist, from 1900 on. */
export function isBirthText(text: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) || text < '1900') return false
  return isDay(storedBirth(text).birthOn ?? '')
}

/** `1990`, `03/1990` or `05/03/1990`. */
export function formatBirth(text: BirthText): string {
  return text.split('-').toReversed().join('/')
}

/** Reads what a person types: `1990`, `3/1990`, `5/3/1990`, also with dots or dashes. Undefined when it is no date. */
export function parseBirth(typed: string): BirthText | undefined {
  const parts = typed.trim().split(/[/.\-\s]+/)
  if (parts.length > 3 || parts.some((part) => !/^\d{1,4}$/.test(part))) return undefined
  const [year = '', month, day] = parts.toReversed()
  const text = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined)
  const birth = text.join('-')
  return isBirthText(birth) ? birth : undefined
}
