import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import type { StoredDocument } from '#db/queries/documents/reader.ts'
import type { DocumentLine } from '#domain/contract/documents.ts'
import { DOCUMENT_FORM_LABELS, editionOf, HOUSE_FORMS } from '#domain/documents/form-editions.ts'
import { fullNumber } from '#domain/documents/registers.ts'
import { findIncident } from '#db/queries/incidents/reader.ts'
import { can } from '#domain/permissions/permissions.ts'
import { sightFor } from '../incidents/access.ts'
import type { Actor } from '../use-case.ts'
import { HOUSE_FORM_ACCESS } from './collect-house.ts'

/** What decides who opens a document. */
type Guarded = Pick<StoredDocument, 'is_medical' | 'form' | 'incident_id' | 'made_by'>

/**
 * May somebody open this document? One that tells of health needs the medical right too, one of the house the right to
 * see what it is about, one of an incident sight of it.
 */
export function mayOpenDocument(db: ReadDb, actor: Actor, document: Guarded): boolean {
  const { roles } = actor
  const houseForm = HOUSE_FORMS.find((one) => one === document.form)
  if (houseForm !== undefined && !can(roles, HOUSE_FORM_ACCESS[houseForm])) return false
  if (!seesPaper(db, actor, document)) return false
  return can(roles, 'documents.read') && (document.is_medical === 0 || can(roles, 'medical.read'))
}

/**
 * May somebody know of this document? Of an incident's, whoever sees all of that incident; of its minutes of injuries the
 * medical desk too, which makes them, as long as the incident is not restricted: then their maker alone.
 */
export function seesPaper(db: ReadDb, actor: Actor, document: Guarded): boolean {
  const { incident_id: incidentId, form, made_by: maker } = document
  if (incidentId === null) return true
  const row = findIncident(db, incidentId)
  if (row === undefined) return false
  if (sightFor(db, actor, row) === 'all') return true
  const isOwn = form === 'injury-minutes' && can(actor.roles, 'medical.read')
  return isOwn && (row.secrecy === 'open' || maker === actor.key)
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
