import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import type { StoredDocument } from '#db/queries/documents/reader.ts'
import type { DocumentLine } from '#domain/contract/documents.ts'
import {
  DOCUMENT_FORM_LABELS,
  editionOf,
  HOUSE_FORMS,
  type DocumentForm,
} from '#domain/documents/form-editions.ts'
import { fullNumber } from '#domain/documents/registers.ts'
import { findIncident } from '#db/queries/incidents/reader.ts'
import { can } from '#domain/permissions/permissions.ts'
import { sightFor } from '../incidents/access.ts'
import type { Actor } from '../use-case.ts'
import { HOUSE_FORM_ACCESS } from './collect-house.ts'

/**
 * May somebody open this document? One that tells of health needs the medical right too, one of the house the right to
 * see what it is about, one of an incident sight of all of that incident.
 */
export function mayOpenDocument(
  db: ReadDb,
  actor: Actor,
  document: { is_medical: number; form: DocumentForm; incident_id: string | null },
): boolean {
  const { roles } = actor
  const houseForm = HOUSE_FORMS.find((one) => one === document.form)
  if (houseForm !== undefined && !can(roles, HOUSE_FORM_ACCESS[houseForm])) return false
  if (document.incident_id !== null && !seesIncident(db, actor, document.incident_id)) return false
  return can(roles, 'documents.read') && (document.is_medical === 0 || can(roles, 'medical.read'))
}

/** Does the actor see all of an incident? A first report of the own alone shows no papers. */
export function seesIncident(db: ReadDb, actor: Actor, incidentId: string): boolean {
  const row = findIncident(db, incidentId)
  return row !== undefined && sightFor(db, actor, row) === 'all'
}

/** Documents as the screens show them. */
export function documentLines(db: ReadDb, rows: readonly StoredDocument[], actor: Actor): DocumentLine[] {
  const actors = rows.flatMap((row) => [
    row.made_by,
    ...(row.cancelled_by === null ? [] : [row.cancelled_by]),
  ])
  const names = actorNames(db, [...new Set(actors)])
  return rows.map((row) => {
    const edition = editionOf(row.edition)
    const number = fullNumber(row.number, row.symbol)
    return {
      id: row.id,
      personId: row.person_id,
      stayId: row.stay_id,
      houseId: row.campaign_id ?? row.cash_close_id,
      incidentId: row.incident_id,
      incidentPart: row.incident_part,
      caseId: row.conduct_case_id,
      form: row.form,
      edition: row.edition,
      formNumber: edition.number,
      title: edition.title,
      register: row.register,
      fullNumber: number,
      year: row.year,
      datedOn: row.dated_on,
      isMedical: row.is_medical === 1,
      mayOpen: mayOpenDocument(db, actor, row),
      fileName: `${DOCUMENT_FORM_LABELS[row.form]} ${number.replace('/', '-')} ${row.year}.docx`,
      madeAt: row.made_at,
      madeBy: names.get(row.made_by) ?? row.made_by,
      sha256: row.sha256,
      cancelledAt: row.cancelled_at,
      cancelledBy: row.cancelled_by === null ? null : (names.get(row.cancelled_by) ?? row.cancelled_by),
      cancelReason: row.cancel_reason,
      version: row.version,
    }
  })
}
