import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { countTasksOf, listResidentsOf, type IncidentRow } from '#db/queries/incidents/reader.ts'
import type { IncidentLine } from '#domain/contract/incident-shapes.ts'
import { incidentNumber } from '#domain/incidents/incident-kinds.ts'
import { isOpenState } from '#domain/incidents/incident-states.ts'
import type { Instant } from '#domain/time/instant.ts'

/** How many names a line carries. */
const NAMES_SHOWN = 3

/** Rows of the list, with the first few residents and the tasks that are open. */
export function incidentLines(db: ReadDb, rows: readonly IncidentRow[], now: Instant): IncidentLine[] {
  const ids = rows.map(({ id }) => id)
  const residents = Map.groupBy(listResidentsOf(db, ids), ({ incident_id: id }) => id)
  // What was still to be done when it was found to be a duplicate, or nothing, waits for nobody.
  const open = rows.filter(({ state }) => isOpenState(state)).map(({ id }) => id)
  const tasks = new Map(countTasksOf(db, open, now).map((row) => [row.incident_id, row]))
  const names = actorNames(db, [...new Set(rows.map(({ reported_by: by }) => by))])
  return rows.map((row) => {
    const people = new Map(residents.get(row.id)?.map((one) => [one.person_id, one.name]))
    return {
      id: row.id,
      number: incidentNumber(row.year, row.no),
      kind: row.kind,
      formVersion: row.form_version,
      state: row.state,
      stateSince: row.state_since,
      secrecy: row.secrecy,
      occurredAt: row.occurred_at,
      isApproximate: row.is_approximate === 1,
      zoneId: row.zone_id,
      zoneName: row.zone_name,
      placeId: row.place_id,
      placeName: row.place_name,
      placeNote: row.place_note,
      summary: row.summary,
      who: [...people].slice(0, NAMES_SHOWN).map(([personId, name]) => ({ personId, name })),
      residents: people.size,
      reportedAt: row.reported_at,
      reportedBy: names.get(row.reported_by) ?? row.reported_by,
      ownerId: row.owner_id,
      ownerName: row.owner_name,
      openTasks: tasks.get(row.id)?.open ?? 0,
      lateTasks: tasks.get(row.id)?.late ?? 0,
      version: row.version,
    }
  })
}
