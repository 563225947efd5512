import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { INCIDENT_STATE_LABELS } from '#domain/incidents/incident-states.ts'
import { api } from '#renderer/api/client.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { incidentHref, incidentName } from './incident-words.ts'

/**
 * Incidents that began with a visit, a parcel, a letter or a find, as far as the reader sees them.
 * @param label what stands before them
 * @param otherwise what stands there while none is known
 */
export function IncidentsOfRecord({
  targetId,
  label,
  otherwise = null,
}: {
  targetId: string
  label?: string
  otherwise?: ReactNode
}) {
  const tied = useQuery(api.incidents.ofRecord.queryOptions({ input: { targetId } }))
  const incidents = tied.data?.incidents ?? []
  if (incidents.length === 0) return tied.isPending ? null : otherwise
  return (
    <>
      {label !== undefined && `${label} `}
      {incidents.map((one, index) => (
        <span key={one.id}>
          {index > 0 && ', '}
          <InnerLink href={incidentHref(one.id)}>{incidentName(one)}</InnerLink> (
          {INCIDENT_STATE_LABELS[one.state].toLocaleLowerCase('vi')})
        </span>
      ))}
    </>
  )
}
