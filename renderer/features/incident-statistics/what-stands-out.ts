import type { IncidentStatistics } from '#domain/contract/incident-statistics.ts'
import type { IncidentFilter } from '#domain/contract/incidents.ts'
import { EXHIBIT_ROUTE_LABELS, EXHIBIT_SUBSTANCE_LABELS } from '#domain/incidents/exhibit.ts'
import { INCIDENT_KIND_LABELS } from '#domain/incidents/incident-kinds.ts'
import { OPEN_STATES, OUTSIDE_ZONES } from '#domain/incidents/statistics.ts'
import { formatNumber } from '#ui/format.ts'

/** From so many incidents on a figure is worth a word; below it is chance. */
const LEAST_RISE = 2
const LEAST_FINDS = 2
const LEAST_AT_ONE_HOUR = 3
const LEAST_WITH_ONE = 3

/** One thing a manager is to know first, with the list behind it. */
export interface Standout {
  id: 'stale' | 'rise' | 'spot' | 'find' | 'person'
  /** What it is: `Tăng nhiều nhất`. */
  label: string
  /** Of what: a kind, a zone and an hour, a name. */
  what: string
  count: number
  note?: string
  narrower: Partial<IncidentFilter>
}

/** The one with the most; of equals the first. */
function most<T>(rows: readonly T[], countOf: (row: T) => number): T | undefined {
  return rows.toSorted((a, b) => countOf(b) - countOf(a))[0]
}

/** What stands out in the figures of a period, at most one thing of a sort, what waits the longest first. */
export function whatStandsOut(figures: IncidentStatistics): Standout[] {
  const stale = figures.standing.reduce((sum, { ages }) => sum + ages['days-over-30'], 0)
  const rise = most(figures.kinds, ({ count, before }) => count - before)
  const spot = most(
    figures.zones.flatMap(({ zoneId, name, hours }) => hours.map((one) => ({ zoneId, name, ...one }))),
    ({ count }) => count,
  )
  const find = most(figures.contraband, ({ incidents }) => incidents)
  const person = most(figures.repeated, ({ count }) => count)
  const found: (Standout | false)[] = [
    stale > 0 && {
      id: 'stale',
      label: 'Đứng yên trên 30 ngày',
      what: 'Đang mở, không đổi tình trạng',
      count: stale,
      narrower: { from: null, to: null, states: [...OPEN_STATES], age: 'days-over-30' },
    },
    // A period nothing is known before shows growth everywhere.
    figures.totalBefore > 0 &&
      rise !== undefined &&
      rise.count - rise.before >= LEAST_RISE && {
        id: 'rise',
        label: 'Tăng nhiều nhất',
        what: INCIDENT_KIND_LABELS[rise.kind],
        count: rise.count,
        note: `kỳ trước ${formatNumber(rise.before)}`,
        narrower: { kinds: [rise.kind] },
      },
    spot !== undefined &&
      spot.count >= LEAST_AT_ONE_HOUR && {
        id: 'spot',
        label: 'Nơi và giờ nhiều nhất',
        what: `${spot.name}, ${spot.hour} giờ`,
        count: spot.count,
        narrower: { zones: [spot.zoneId ?? OUTSIDE_ZONES], hour: spot.hour },
      },
    find !== undefined &&
      find.incidents >= LEAST_FINDS && {
        id: 'find',
        label: 'Chất cấm nhiều nhất',
        what: `${EXHIBIT_SUBSTANCE_LABELS[find.substance]}, ${EXHIBIT_ROUTE_LABELS[find.route].toLowerCase()}`,
        count: find.incidents,
        narrower: { substance: find.substance, route: find.route },
      },
    person !== undefined &&
      person.count >= LEAST_WITH_ONE && {
        id: 'person',
        label: 'Có mặt nhiều vụ nhất',
        what: person.name,
        count: person.count,
        narrower: { personId: person.personId },
      },
  ]
  return found.filter((one) => one !== false)
}
