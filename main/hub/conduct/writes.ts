import type { WriteDb } from '#db/connection/handles.ts'
import { countRatable, findMonth, findRating, listMonths } from '#db/queries/conduct/reader.ts'
import { insertMonth, insertRating, updateMonth, updateRating } from '#db/queries/conduct/writer.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { findCareStay } from '#db/queries/stages/reader.ts'
import { CONDUCT_LABELS, formatMonth, judgeRating, monthSpan, type Month } from '#domain/care/conduct.ts'
import type { conductContract } from '#domain/contract/conduct.ts'
import { AppError, ruleViolated, type Problem } from '#domain/errors.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf, startOfDay } from '#domain/time/instant.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'
import { openableMonth, proposalFor } from './reads.ts'

/** A month as the editor saw it. @throws AppError `not_found`, `conflict` */
function monthAt(db: WriteDb, month: Month, version: number) {
  const row = findMonth(db, month)
  if (!row) throw new AppError('not_found', `Tháng ${formatMonth(month)} chưa mở xếp loại.`)
  if (row.version !== version)
    throw new AppError('conflict', 'Tháng này vừa được người khác duyệt hoặc mở lại. Tải lại để xem.')
  return row
}

function tell(
  context: WriteContext,
  action: 'conduct.opened' | 'conduct.approved' | 'conduct.reopened',
  month: Month,
  why: string | null = null,
): void {
  context.audit({
    action,
    subject: { kind: 'conduct-month', id: month },
    facts: { name: formatMonth(month), why },
  })
  context.changed('care', month)
}

export const conductWrites: WriteUseCases<typeof conductContract> = {
  open: (db, context, { month }) => {
    const openable = openableMonth(listMonths(db, 1)[0]?.month, dayOf(context.now))
    if (month !== openable) {
      const message =
        openable === null
          ? 'Mọi tháng đến nay đã mở. Tháng sau mở khi bắt đầu.'
          : `Tháng mở tiếp theo là ${formatMonth(openable)}.`
      throw ruleViolated([{ code: 'month-order', message, field: 'month' }])
    }
    insertMonth(db, {
      month,
      state: 'open',
      opened_at: context.now,
      opened_by: context.actor.key,
      approved_at: null,
      approved_by: null,
      reopened_at: null,
      reopened_by: null,
      reopen_reason: null,
    })
    tell(context, 'conduct.opened', month)
    return { month }
  },
  rate: (db, context, { month, ratings }) => {
    const kept = findMonth(db, month)
    if (!kept) throw new AppError('rule_violated', `Tháng ${formatMonth(month)} chưa mở xếp loại.`)
    if (kept.state === 'approved')
      throw new AppError(
        'rule_violated',
        `Tháng ${formatMonth(month)} đã duyệt và khóa. Trưởng cơ sở mở lại thì mới sửa được.`,
      )
    const book = readRuleBook(db)
    const until = startOfDay(monthSpan(month).until)
    const problems: Problem[] = []
    for (const { stayId, rating, reason, version } of ratings) {
      const stay = findCareStay(db, stayId)
      if (!stay || stay.received_at === null || stay.received_at >= until)
        throw new AppError('not_found', 'Có người không ở cơ sở trong tháng này. Tải lại danh sách.')
      const before = findRating(db, month, stayId)
      if ((before?.version ?? null) !== version)
        throw new AppError('conflict', 'Có người vừa được người khác xếp loại. Tải lại để xem.')
      const { rating: proposed } = proposalFor(db, book, { stayId, receivedAt: stay.received_at }, month)
      const wrong = judgeRating(rating, proposed, reason)
      if (wrong.length > 0) {
        problems.push(...wrong.map((problem) => ({ ...problem, field: stayId })))
        continue
      }
      const by = { rated_at: context.now, rated_by: context.actor.key }
      if (before)
        updateRating(db, { month, stayId }, { proposed, rating, reason, ...by, version: before.version + 1 })
      else insertRating(db, { month, stay_id: stayId, proposed, rating, reason, ...by })
      const [old, next] = [before ? CONDUCT_LABELS[before.rating] : null, CONDUCT_LABELS[rating]]
      context.audit({
        action: 'conduct.rated',
        subject: { kind: 'conduct-month', id: month },
        personId: stay.person_id,
        fields: [
          {
            entity: 'conduct',
            entityId: `${month} ${stayId}`,
            personId: stay.person_id,
            field: month,
            before: old,
            after: reason === null ? next : `${next}: ${reason}`,
          },
        ],
      })
    }
    if (problems.length > 0) throw ruleViolated(problems)
    context.changed('care', month)
    return { rated: ratings.length }
  },
  approve: (db, context, { month, version }) => {
    const row = monthAt(db, month, version)
    if (row.state === 'approved') throw new AppError('conflict', 'Tháng này đã được duyệt.')
    const { until } = monthSpan(month)
    if (dayOf(context.now) < until) {
      const message = `Tháng ${formatMonth(month)} chưa hết. Duyệt từ ${formatDay(until)}.`
      throw ruleViolated([{ code: 'month-running', message }])
    }
    const { total, rated } = countRatable(db, { until: startOfDay(until), zones: [], teams: [] }, month)
    if (rated < total) {
      const message = `Còn ${total - rated} người chưa xếp loại. Xếp loại hết rồi duyệt.`
      throw ruleViolated([{ code: 'month-unfinished', message }])
    }
    updateMonth(db, month, {
      state: 'approved',
      approved_at: context.now,
      approved_by: context.actor.key,
      version: version + 1,
    })
    tell(context, 'conduct.approved', month)
    return { version: version + 1 }
  },
  reopen: (db, context, { month, version, reason }) => {
    const row = monthAt(db, month, version)
    if (row.state !== 'approved') throw new AppError('conflict', 'Tháng này đang mở.')
    updateMonth(db, month, {
      state: 'open',
      approved_at: null,
      approved_by: null,
      reopened_at: context.now,
      reopened_by: context.actor.key,
      reopen_reason: reason,
      version: version + 1,
    })
    tell(context, 'conduct.reopened', month, reason)
    return { version: version + 1 }
  },
}
