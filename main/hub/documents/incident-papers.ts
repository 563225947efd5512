import type { ReadDb } from '#db/connection/handles.ts'
import { findDocument, listIncidentDocuments, type StoredDocument } from '#db/queries/documents/reader.ts'
import { listEscapePapers } from '#db/queries/escapes/reader.ts'
import { findIncident } from '#db/queries/incidents/reader.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
import { AppError } from '#domain/errors.ts'
import { papersOf, type PaperOffer } from '#domain/incidents/papers-of-incident.ts'
import { can } from '#domain/permissions/permissions.ts'
import type { Instant } from '#domain/time/instant.ts'
import { sightFor } from '../incidents/access.ts'
import { incidentDetail } from '../incidents/detail.ts'
import type { Actor } from '../use-case.ts'
import { documentLines } from './lines.ts'

interface Reader {
  actor: Actor
  now: Instant
}

/** The papers that may be made of an incident, with what stands in the way of some. */
export function offersOf(db: ReadDb, { actor, now }: Reader, incident: IncidentDetail): PaperOffer[] {
  const isMedical = can(actor.roles, 'medical.edit')
  return papersOf(incident, { book: readRuleBook(db), now, isMedical })
}

/**
 * What was made of an incident, and what may be; nothing may be by whoever does not run it.
 * @throws AppError `not_found` for an incident the reader may not see all of
 */
export function incidentPapers(db: ReadDb, reader: Reader, incidentId: string) {
  const row = findIncident(db, incidentId)
  if (row === undefined || sightFor(db, reader.actor, row) !== 'all') throw new AppError('not_found')
  const incident = incidentDetail(db, reader, row, 'all')
  const names = new Map([
    ...incident.involvements.map(({ id, name }) => [id, name] as const),
    ...incident.involvements.flatMap(({ personId, name }) =>
      personId === null ? [] : [[personId, name] as const],
    ),
    ...incident.notices.map(({ id, toWhom }) => [id, toWhom] as const),
  ])
  const { roles } = reader.actor
  const mayMake = can(roles, 'documents.make') && can(roles, 'incident.run')
  return {
    documents: documentLines(db, documentsOf(db, incidentId), reader.actor).map((line) => ({
      ...line,
      about: names.get(line.incidentPart ?? line.personId ?? '') ?? null,
    })),
    offers: mayMake
      ? offersOf(db, reader, incident).map(({ problem, ...one }) => ({
          ...one,
          problem: problem?.message ?? null,
        }))
      : [],
    reportTo: readSetting(db, 'incidents.report-to'),
  }
}

/** Papers of the incident and those of everybody who escaped in it, the newest first. */
function documentsOf(db: ReadDb, incidentId: string): StoredDocument[] {
  const ofEscapes = listEscapePapers(db, incidentId).flatMap(({ id }) => findDocument(db, id) ?? [])
  return [...listIncidentDocuments(db, incidentId), ...ofEscapes].toSorted((a, b) =>
    b.made_at.localeCompare(a.made_at),
  )
}
