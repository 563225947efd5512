import type { PersonStay } from '#domain/contract/person-shapes.ts'
import { CUSTODY_EVENT_LABELS } from '#domain/custody/event-kinds.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'

/** How and when a stay ended: `Chết 22/11/2026`; empty for one that goes on. */
export function stayEndText({ endedAt, endedKind }: Pick<PersonStay, 'endedAt' | 'endedKind'>): string {
  if (endedAt === null) return ''
  const how = endedKind === null ? 'Kết thúc' : CUSTODY_EVENT_LABELS[endedKind]
  return `${how} ${formatDay(dayOf(endedAt))}`
}
