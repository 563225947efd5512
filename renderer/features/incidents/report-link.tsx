import type { IncidentKind, IncidentOrigin } from '#domain/incidents/incident-kinds.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { InnerLink } from '#ui/inner-link.tsx'

/** What another page knows of an incident before it is reported. */
export interface ReportFrom {
  origin: IncidentOrigin
  /** The record of the other book it was noticed in. */
  originId: string
  kind?: IncidentKind
  personId?: string
  zoneId?: string
}

/** The address of a first report that begins with what is known already. */
export function reportHref({ origin, originId, kind, personId, zoneId }: ReportFrom): string {
  const parts = [
    `nguon=${origin}`,
    `tu=${originId}`,
    ...(kind === undefined ? [] : [`loai=${kind}`]),
    ...(personId === undefined ? [] : [`nguoi=${personId}`]),
    ...(zoneId === undefined ? [] : [`khu=${zoneId}`]),
  ]
  return `/vu-viec/bao?${parts.join('&')}`
}

/** Leads to the first report from where something was noticed; for whoever may report. */
export function ReportLink({ from, label }: { from: ReportFrom; label?: string }) {
  const mayReport = useDesk()?.permissions.includes('incident.report') ?? false
  if (!mayReport) return null
  return (
    <InnerLink href={reportHref(from)} aria-label={label}>
      Báo vụ việc
    </InnerLink>
  )
}
