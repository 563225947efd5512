import type { WriteDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { findAlert, type AlertRow } from '#db/queries/alerts/reader.ts'
import { updateAlert } from '#db/queries/alerts/writer.ts'
import { findPerson } from '#db/queries/people/reader.ts'
import { judgeAlert } from '#domain/alerts/judge-alert.ts'
import type { alertsContract } from '#domain/contract/alerts.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'
import { isMasked, shownAlert } from './shown.ts'
import { alertChanges, raiseAlert, tellAlert } from './write-alert.ts'

/** An alert that is open and that the actor may deal with. @throws AppError `not_found`, `forbidden`, `conflict` */
function openAlert(db: WriteDb, context: WriteContext, id: string, version: number): AlertRow {
  const row = findAlert(db, id)
  if (!row) throw new AppError('not_found')
  if (isMasked(context.actor, row.code)) {
    throw new AppError('forbidden', 'Cảnh báo y tế do y tế xem lại và đóng. Báo cán bộ y tế.')
  }
  if (row.closed_at !== null || row.version !== version) {
    const { detail, reason, toOn, reviewOn, closedAt } = shownAlert(context, row, actorNames(db, []))
    const current = { detail, reason, toOn, reviewOn, closedAt, version: row.version }
    throw new AppError('conflict', row.closed_at === null ? undefined : 'Cảnh báo này đã được đóng.', {
      current,
    })
  }
  return row
}

export const alertsWrites: WriteUseCases<typeof alertsContract> = {
  raise: (db, context, { personId, ...alert }) => {
    const person = findPerson(db, personId)
    if (!person || person.cancelled_at !== null) {
      throw new AppError('not_found', 'Hồ sơ này không còn dùng (đã hủy hoặc đã gộp). Tải lại trang.')
    }
    const problems = raiseAlert(db, context, personId, alert)
    if (problems.length > 0) throw ruleViolated(problems)
    return { id: alert.id }
  },
  change: (db, context, input) => {
    const row = openAlert(db, context, input.id, input.version)
    const { detail, reason, toOn, reviewOn } = input
    const { code, from_on: fromOn, person_id: personId } = row
    const problems = judgeAlert({ code, detail, fromOn, toOn, reviewOn }, dayOf(context.now))
    if (problems.length > 0) throw ruleViolated(problems)
    const after = { detail, reason, to_on: toOn, review_on: reviewOn }
    const fields = alertChanges(
      { id: row.id, personId, code },
      { detail: row.detail, reason: row.reason, to_on: row.to_on, review_on: row.review_on },
      after,
    )
    if (fields.length === 0) return { id: row.id, version: row.version }
    updateAlert(db, row.id, { ...after, version: row.version + 1 })
    tellAlert(context, 'alert.changed', { id: row.id, personId, code }, fields)
    return { id: row.id, version: row.version + 1 }
  },
  close: (db, context, input) => {
    const row = openAlert(db, context, input.id, input.version)
    const { id, code, person_id: personId } = row
    updateAlert(db, id, {
      closed_at: context.now,
      closed_by: context.actor.key,
      close_reason: input.reason,
      version: row.version + 1,
    })
    const whose = { id, personId, code }
    tellAlert(context, 'alert.closed', whose, alertChanges(whose, {}, { close_reason: input.reason }))
    return { id }
  },
}
