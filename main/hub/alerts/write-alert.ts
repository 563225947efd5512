import type { z } from 'zod'
import type { WriteDb } from '#db/connection/handles.ts'
import { hasOpenAlert, type AlertRow } from '#db/queries/alerts/reader.ts'
import { insertAlert } from '#db/queries/alerts/writer.ts'
import { ALERT_KINDS, faceOf, isMedicalAlert, type AlertCode } from '#domain/alerts/alert-codes.ts'
import { defaultReviewOn, judgeAlert } from '#domain/alerts/judge-alert.ts'
import type { raiseFields } from '#domain/contract/alerts.ts'
import type { Problem } from '#domain/errors.ts'
import type { Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { FieldChange, WriteContext } from '../use-case.ts'
import { isMasked, MEDICAL_ALERT_ENTITY } from './shown.ts'

export type RaisedAlert = z.output<typeof raiseFields>

/** Fields whose values the audit keeps, by the column they stand in. */
const AUDITED = {
  code: 'code',
  detail: 'detail',
  reason: 'reason',
  toOn: 'to_on',
  reviewOn: 'review_on',
  closeReason: 'close_reason',
} as const satisfies Record<string, keyof AlertRow>

type Audited = Partial<Pick<AlertRow, (typeof AUDITED)[keyof typeof AUDITED]>>

/** The values of an alert that changed, for the audit; those of medical ones under an entity of their own. */
export function alertChanges(
  whose: { id: string; personId: string; code: AlertCode },
  before: Audited,
  after: Audited,
): FieldChange[] {
  const entity = isMedicalAlert(whose.code) ? MEDICAL_ALERT_ENTITY : 'alert'
  return Object.entries(AUDITED).flatMap(([field, column]): FieldChange[] => {
    const [old, next] = [before[column] ?? null, after[column] ?? null]
    if (old === next) return []
    return [{ entity, entityId: whose.id, personId: whose.personId, field, before: old, after: next }]
  })
}

/** The act in the person's file; the entry itself names a medical alert only as one. */
export function tellAlert(
  context: WriteContext,
  action: 'alert.raised' | 'alert.changed' | 'alert.closed',
  alert: { id: string; personId: string; code: AlertCode },
  fields: readonly FieldChange[],
): void {
  context.audit({
    action,
    subject: { kind: 'alert', id: alert.id },
    personId: alert.personId,
    facts: { alert: ALERT_KINDS[faceOf(alert.code, false)].label },
    fields,
  })
  context.changed('alerts', alert.personId)
}

/** The first review of an alert that may have begun long ago: never before the day it is written. */
function firstReview(code: AlertCode, days: { fromOn: Day; toOn: Day | null; today: Day }): Day {
  const { fromOn, toOn, today } = days
  const first = defaultReviewOn(code, fromOn, toOn)
  return first < today ? defaultReviewOn(code, today, toOn !== null && toOn < today ? null : toOn) : first
}

/**
 * Raises an alert. A second one of a kind is refused, but never so that somebody learns of a medical one by it.
 * @returns what forbids it, each with its field; nothing is written then
 */
export function raiseAlert(
  db: WriteDb,
  context: WriteContext,
  personId: string,
  alert: RaisedAlert,
): Problem[] {
  const today = dayOf(context.now)
  const { id, code, detail, reason, toOn } = alert
  const fromOn = alert.fromOn ?? today
  const reviewOn = alert.reviewOn ?? firstReview(code, { fromOn, toOn, today })
  const problems = judgeAlert({ code, detail, fromOn, toOn, reviewOn }, today)
  if (code !== 'other' && !isMasked(context.actor, code) && hasOpenAlert(db, personId, code)) {
    const message = `Đã có cảnh báo “${ALERT_KINDS[code].label}” đang mở. Xem lại hoặc đóng cảnh báo đó.`
    problems.push({ code: 'alert-open', message, field: 'code' })
  }
  if (problems.length > 0) return problems
  insertAlert(db, {
    id,
    person_id: personId,
    code,
    detail,
    reason,
    from_on: fromOn,
    to_on: toOn,
    review_on: reviewOn,
    raised_at: context.now,
    raised_by: context.actor.key,
  })
  const whose = { id, personId, code }
  const after = { code, detail, reason, to_on: toOn, review_on: reviewOn }
  tellAlert(context, 'alert.raised', whose, alertChanges(whose, {}, after))
  return []
}
