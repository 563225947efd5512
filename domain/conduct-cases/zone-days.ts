import { addDays, daysBetween, formatDay, type Day } from '../time/day.ts'

/** Days somebody was or will be in the special zone by one decision, both inclusive. */
export interface ZoneSpan {
  /** Number of the decision. */
  number: string
  fromOn: Day
  toOn: Day
}

type Days = Pick<ZoneSpan, 'fromOn' | 'toOn'>

/** Days between two spans; 0 where they touch or overlap. */
function gapBetween(one: Days, other: Days): number {
  const [first, second] = one.fromOn <= other.fromOn ? [one, other] : [other, one]
  return Math.max(0, daysBetween(first.toOn, second.fromOn) - 1)
}

/**
 * The spans counted together with `span`: each has less than `within` days to the next one of them.
 * @param within days; 0 counts nothing together, not even what touches
 */
export function spansTogether(span: Days, others: readonly ZoneSpan[], within: number): ZoneSpan[] {
  const chain: Days[] = [span]
  let left = [...others]
  let found: ZoneSpan[] = []
  do {
    found = left.filter((one) => chain.some((link) => gapBetween(link, one) < within))
    chain.push(...found)
    left = left.filter((one) => !found.includes(one))
  } while (found.length > 0)
  return others.filter((one) => !left.includes(one)).toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
}

/** How many days the spans cover; a day in two of them counts once. */
export function daysCovered(spans: readonly Days[]): number {
  let days = 0
  let end: Day | null = null
  for (const { fromOn, toOn } of spans.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))) {
    const start: Day = end === null || fromOn > end ? fromOn : addDays(end, 1)
    if (toOn < start) continue
    days += daysBetween(start, toOn) + 1
    end = toOn
  }
  return days
}

/** `Quyết định 51/QĐ-KTKL (22/11/2026-28/11/2026)`. */
export function zoneSpanText({ number, fromOn, toOn }: ZoneSpan): string {
  return `Quyết định ${number} (${formatDay(fromOn)}-${formatDay(toOn)})`
}
