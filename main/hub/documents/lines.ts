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
import { can } from '#domain/permissions/permissions.ts'
import type { Role } from '#domain/permissions/roles.ts'
import { HOUSE_FORM_ACCESS } from './collect-house.ts'

/**
 * May somebody with these roles open this document? One that tells of health needs the medical right too, one of the
 * house the right to see what it is about.
 */
export function mayOpenDocument(
  roles: readonly Role[],
  document: { is_medical: number; form: DocumentForm },
): boolean {
  const houseForm = HOUSE_FORMS.find((one) => one === document.form)
  if (houseForm !== undefined && !can(roles, HOUSE_FORM_ACCESS[houseForm])) return false
  return can(roles, 'documents.read') && (document.is_medical === 0 || can(roles, 'medical.read'))
}

/** Documents as the screens show them. */
export function documentLines(
  db: ReadDb,
  rows: readonly StoredDocument[],
  roles: readonly Role[],
): DocumentLine[] {
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
      form: row.form,
      edition: row.edition,
      formNumber: edition.number,
      title: edition.title,
      register: row.register,
      fullNumber: number,
      year: row.year,
      datedOn: row.dated_on,
      isMedical: row.is_medical === 1,
      mayOpen: mayOpenDocument(roles, row),
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
