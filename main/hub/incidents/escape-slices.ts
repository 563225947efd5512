import type { ReadDb } from '#db/connection/handles.ts'
import type { IncidentQuery } from '#db/queries/incidents/asked.ts'
import { listEscapesOf } from '#db/queries/incidents/statistics.ts'
import { returnSpan, type EscapeSlice } from '#domain/incidents/statistics.ts'

/** The escapes of the incidents asked for, each with the slices it belongs to. */
function slicedEscapes(db: ReadDb, asked: IncidentQuery) {
  const rows = listEscapesOf(db, asked)
  const heads = Map.groupBy(rows, ({ incident_id: id }) => id)
  return rows.map(({ incident_id: id, escaped_at: from, recovered_at: back, ended_at: ended }) => {
    const together: EscapeSlice = (heads.get(id)?.length ?? 0) > 1 ? 'group' : 'alone'
    const span: EscapeSlice = back !== null ? returnSpan(from, back) : ended === null ? 'away' : 'ended'
    return { id, slices: ['any', together, span] as readonly EscapeSlice[] }
  })
}

/** Incidents and people of each slice; what is counted here is what {@link incidentsOfSlice} lists. */
export function countSlices(db: ReadDb, asked: IncidentQuery, slices: readonly EscapeSlice[]) {
  const escapes = slicedEscapes(db, asked)
  return slices.map((slice) => {
    const inSlice = escapes.filter((one) => one.slices.includes(slice))
    return { slice, incidents: new Set(inSlice.map(({ id }) => id)).size, people: inSlice.length }
  })
}

/** Ids of the incidents with an escape of the slice. */
export function incidentsOfSlice(db: ReadDb, asked: IncidentQuery, slice: EscapeSlice): string[] {
  const inSlice = slicedEscapes(db, asked).filter((one) => one.slices.includes(slice))
  return [...new Set(inSlice.map(({ id }) => id))]
}
