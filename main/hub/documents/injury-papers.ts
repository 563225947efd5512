import type { ReadDb } from '#db/connection/handles.ts'
import { listIncidentDocuments } from '#db/queries/documents/reader.ts'
import { listInjuriesOfAll } from '#db/queries/incidents/tasks.ts'
import { incidentNumber } from '#domain/incidents/incident-kinds.ts'
import { involvedName } from '../incidents/involved-name.ts'
import type { Actor } from '../use-case.ts'
import { documentLines, seesPaper } from './lines.ts'

/** Most injuries looked at; those of some months. */
const MOST_INJURIES = 300

/** Incidents in which somebody was examined, as far as the medical desk may know them, with their minutes. */
export function injuryPapers(db: ReadDb, actor: Actor) {
  const injuries = [true, false].flatMap((waiting) => listInjuriesOfAll(db, waiting, MOST_INJURIES))
  const byIncident = [...Map.groupBy(injuries, (one) => one.incident_id)].flatMap(([incidentId, rows]) => {
    if (rows.every((row) => row.examined_at === null)) return []
    const [first] = rows
    const isOpen = first?.secrecy === 'open'
    const made = listIncidentDocuments(db, incidentId).filter(
      (row) => row.form === 'injury-minutes' && seesPaper(db, actor, row),
    )
    const paper = {
      incidentId,
      number: first !== undefined && isOpen ? incidentNumber(first.year, first.no) : null,
      kind: first !== undefined && isOpen ? first.kind : null,
      noticedAt: rows.reduce((latest, { noticed_at: at }) => (at > latest ? at : latest), ''),
      people: rows.map((row) => ({ name: involvedName(row), isExamined: row.examined_at !== null })),
      documents: documentLines(db, made, actor),
    }
    return [paper]
  })
  return { incidents: byIncident.toSorted((a, b) => b.noticedAt.localeCompare(a.noticedAt)) }
}
