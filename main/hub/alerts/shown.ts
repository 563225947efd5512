import type { StoredPersonRow } from '#db/queries/people/person-line.ts'
import type { ActiveAlertRow, AlertRow } from '#db/queries/alerts/reader.ts'
import { activeAlerts, isReviewDue, shownFaces, type AlertSpan } from '#domain/alerts/active-alerts.ts'
import { faceOf, isMedicalAlert, type AlertCode } from '#domain/alerts/alert-codes.ts'
import type { ActiveAlert, Alert } from '#domain/contract/alerts.ts'
import type { PersonRow } from '#domain/contract/person-shapes.ts'
import { can } from '#domain/permissions/permissions.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import type { Actor } from '../use-case.ts'

/** Entity under which the audit keeps fields of medical alerts: what only the medical role reads there. */
export const MEDICAL_ALERT_ENTITY = 'medical-alert'

/** Who reads and when: on these two depends how alerts look. */
export interface Reader {
  actor: Actor
  now: Instant
}

/** True for those who may know what a medical alert says. */
export function seesMedical(actor: Actor): boolean {
  return can(actor.roles, 'medical.read')
}

/** True when what an alert says is not for this reader. */
export function isMasked(actor: Actor, code: AlertCode): boolean {
  return isMedicalAlert(code) && !seesMedical(actor)
}

function spanOf(row: Pick<AlertRow, 'code' | 'from_on' | 'to_on' | 'closed_at' | 'review_on'>) {
  return {
    code: row.code,
    fromOn: row.from_on,
    toOn: row.to_on,
    closedAt: row.closed_at,
    reviewOn: row.review_on,
  }
}

/** An alert as the reader may see it; `names` are those of the staff. */
export function shownAlert({ actor, now }: Reader, row: AlertRow, names: ReadonlyMap<string, string>): Alert {
  const masked = isMasked(actor, row.code)
  const span = spanOf(row)
  const today = dayOf(now)
  return {
    id: row.id,
    face: faceOf(row.code, !masked),
    isMasked: masked,
    detail: masked ? null : row.detail,
    reason: masked ? null : row.reason,
    fromOn: row.from_on,
    toOn: row.to_on,
    reviewOn: row.review_on,
    raisedAt: row.raised_at,
    raisedBy: names.get(row.raised_by) ?? row.raised_by,
    closedAt: row.closed_at,
    closedBy: row.closed_by === null ? null : (names.get(row.closed_by) ?? row.closed_by),
    closeReason: masked ? null : row.close_reason,
    isActive: activeAlerts([span], today).length > 0,
    isReviewDue: isReviewDue(span, today),
    version: row.version,
  }
}

/** An alert that holds, with whom it is about, as the reader may see it. */
export function shownActive(
  reader: Reader,
  row: ActiveAlertRow,
  names: ReadonlyMap<string, string>,
): ActiveAlert {
  const {
    id,
    face,
    isMasked: masked,
    detail,
    fromOn,
    toOn,
    reviewOn,
    isReviewDue: due,
    raisedBy,
  } = shownAlert(reader, row, names)
  return {
    id,
    face,
    isMasked: masked,
    detail,
    fromOn,
    toOn,
    reviewOn,
    isReviewDue: due,
    raisedBy,
    personId: row.person_id,
    name: row.name,
    birthOn: row.birth_on,
    birthPrecision: row.birth_precision,
    track: row.track,
    zoneName: row.zone_name,
    bedCode: row.bed_code,
  }
}

/** Faces of a person's open alerts that hold, for this reader. */
export function facesFor({ actor, now }: Reader, alerts: readonly AlertSpan[]) {
  return shownFaces(alerts, dayOf(now), seesMedical(actor))
}

/** A person's line with the alerts as the reader may see them. */
export function shownPerson<Row extends StoredPersonRow>(
  reader: Reader,
  { openAlerts, ...row }: Row,
): Omit<Row, 'openAlerts'> & Pick<PersonRow, 'alerts'> {
  return { ...row, alerts: facesFor(reader, openAlerts) }
}
