import type { IncidentLinkLine, IncidentSource } from '#domain/contract/incident-shapes.ts'
import { INCIDENT_LINK_LABELS } from '#domain/incidents/incident-kinds.ts'
import { formatDay } from '#domain/time/day.ts'
import { personHref } from '#renderer/features/people/person-words.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { incidentHref } from './incident-words.ts'

function registerHref(
  register: 'qua' | 'thu',
  { targetId, on }: Pick<IncidentSource, 'targetId' | 'on'>,
): string {
  return `/tham-gap?xem=${register}&dong=${targetId}${on === null ? '' : `&thang=${on.slice(0, 7)}`}`
}

/** The page of the visit, or the line of the parcel or letter in its register. */
function sourceHref({ kind, targetId, on }: IncidentSource): string {
  switch (kind) {
    case 'visit':
      return `/tham-gap/phieu/${targetId}${on === null ? '' : `?ngay=${on}`}`
    case 'parcel':
      return registerHref('qua', { targetId, on })
    case 'letter':
      return registerHref('thu', { targetId, on })
  }
}

/** The page of the other end of a tie; null where it has none. */
export function linkHref({ kind, targetId, isBack, on, personId }: IncidentLinkLine): string | null {
  if (isBack) return incidentHref(targetId)
  switch (kind) {
    case 'duplicate-of':
    case 'incident':
      return incidentHref(targetId)
    case 'visit':
    case 'parcel':
    case 'letter':
      return sourceHref({ kind, targetId, on })
    case 'head-count':
      return `/diem-danh/phieu/${targetId}`
    case 'request':
      return `/don/${targetId}`
    case 'discipline':
      return `/ky-luat/${targetId}`
    case 'contraband-find':
      return personId === null ? null : personHref(personId, 'tham-gap')
    case 'outing':
    case 'keep-apart':
    case 'custody-event':
      return personId === null ? null : personHref(personId)
  }
}

/** Leads to the visit, parcel or letter something was found in: `Quà gửi 22/11/2026`. */
export function SourceLink({ source }: { source: IncidentSource }) {
  const text = [INCIDENT_LINK_LABELS[source.kind], source.on === null ? null : formatDay(source.on)]
  return <InnerLink href={sourceHref(source)}>{text.filter((part) => part !== null).join(' ')}</InnerLink>
}
