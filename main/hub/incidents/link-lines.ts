import type { ReadDb } from '#db/connection/handles.ts'
import type { listLinks } from '#db/queries/incidents/parts.ts'
import { findIncident } from '#db/queries/incidents/reader.ts'
import { findTargetFace, type TargetFace } from '#db/queries/incidents/targets.ts'
import type { IncidentLinkLine } from '#domain/contract/incident-shapes.ts'
import { incidentNumber } from '#domain/incidents/incident-kinds.ts'
import { isDay, type Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { Actor } from '../use-case.ts'
import { sightFor } from './access.ts'

type LinkRow = ReturnType<typeof listLinks>[number]

function dayOfFace({ at }: TargetFace): Day {
  return isDay(at) ? at : dayOf(at)
}

function numberOfFace(face: TargetFace | undefined): string | null {
  return face === undefined || face.no === null ? null : `${face.no}/${face.year}`
}

/** Ties to other records; one to an incident kept from the reader is not told, either way round. */
export function linkLines(
  db: ReadDb,
  actor: Actor,
  { links, back }: { links: readonly LinkRow[]; back: readonly LinkRow[] },
  name: (key: string) => string,
): IncidentLinkLine[] {
  const line = (one: LinkRow, isBack: boolean): IncidentLinkLine[] => {
    const targetId = isBack ? one.incident_id : one.target_id
    const other = findIncident(db, targetId)
    if (other !== undefined && sightFor(db, actor, other) !== 'all') return []
    const face = other === undefined ? findTargetFace(db, one.kind, targetId) : undefined
    return [
      {
        id: one.id,
        kind: one.kind,
        targetId,
        number: other === undefined ? numberOfFace(face) : incidentNumber(other.year, other.no),
        about: face?.name ?? null,
        personId: face?.personId ?? null,
        on: face === undefined ? null : dayOfFace(face),
        note: one.note,
        linkedAt: one.linked_at,
        linkedBy: name(one.linked_by),
        isBack,
      },
    ]
  }
  return [...links.flatMap((one) => line(one, false)), ...back.flatMap((one) => line(one, true))]
}
