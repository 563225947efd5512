import type { WriteDb } from '#db/connection/handles.ts'
import { findCall } from '#db/queries/contacts/reader.ts'
import { insertCall, insertLetter, insertParcel, updateCall } from '#db/queries/contacts/writer.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { insertFind } from '#db/queries/visits/writer.ts'
import { findVisit } from '#db/queries/visits/reader.ts'
import { CALL_STATE_LABELS } from '#domain/contacts/contact-codes.ts'
import { judgeParcel } from '#domain/contacts/judge-parcel.ts'
import { refuse } from '#domain/contacts/limit.ts'
import type { contactsContract } from '#domain/contract/contacts.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import type { Day } from '#domain/time/day.ts'
import { dayOf, instantFromMs, instantMs } from '#domain/time/instant.ts'
import type { FieldChange, WriteContext, WriteUseCases } from '../use-case.ts'
import { awayText, stayOf } from '../visits/asked-visit.ts'
import { contactSettings } from '../visits/contact-settings.ts'
import { mayAllow } from '../visits/may-allow.ts'
import { judgeAskedCall } from './asked-call.ts'

function refuseFuture(on: Day, context: WriteContext): void {
  if (on <= dayOf(context.now)) return
  throw ruleViolated([
    { code: 'contact-future', message: 'Ngày ghi ở tương lai. Chọn lại ngày.', field: 'on' },
  ])
}

/** A registered call that may go on. @throws AppError `not_found`, `conflict`, `rule_violated` */
function openCall(db: WriteDb, { id, version }: { id: string; version: number }) {
  const row = findCall(db, id)
  if (!row) throw new AppError('not_found')
  if (row.version !== version) {
    throw new AppError('conflict', undefined, { current: { state: row.state, version: row.version } })
  }
  if (row.state !== 'registered') {
    const message = `Cuộc gọi này ở trạng thái “${CALL_STATE_LABELS[row.state]}”. Tải lại để xem.`
    throw ruleViolated([{ code: 'call-state', message }])
  }
  return row
}

function tell(
  context: WriteContext,
  act: { action: string; kind: string; id: string; personId: string },
  values: Readonly<Record<string, string | null>>,
): void {
  const { action, kind, id, personId } = act
  const fields = Object.entries(values).flatMap(([field, after]): FieldChange[] =>
    after === null ? [] : [{ entity: kind, entityId: id, personId, field, before: null, after }],
  )
  context.audit({ action, subject: { kind, id }, personId, fields })
  context.changed('contacts', personId)
}

export const contactsWrites: WriteUseCases<typeof contactsContract> = {
  registerCall: (db, context, input) => {
    const { id, personId, on, minutes, kind, callee, relation, number, isAllowedByHead } = input
    const stay = stayOf(db, personId)
    if (findCall(db, id)) throw new AppError('conflict', 'Cuộc gọi này đã được ghi rồi. Tải lại để xem.')
    if (isAllowedByHead && !mayAllow(context.actor.roles)) {
      throw new AppError('forbidden', 'Chỉ Trưởng cơ sở cho gọi thêm, gọi lâu hơn. Nhờ Trưởng cơ sở đăng ký.')
    }
    const content = input.content ?? ''
    const refusals = judgeAskedCall(db, { ...input, content })
    if (on < dayOf(context.now)) {
      const fact = 'Ngày gọi đã qua'
      refusals.push(
        refuse(null, { code: 'call-past', fact, remedy: 'Chọn hôm nay hoặc ngày sau.', field: 'on' }),
      )
    }
    if (refusals.length > 0) throw ruleViolated(refusals)
    insertCall(db, {
      id,
      person_id: personId,
      stay_id: stay.stay_id,
      kind,
      state: 'registered',
      on_day: on,
      callee,
      relation,
      number,
      content,
      minutes,
      allowed_by: isAllowedByHead ? context.actor.key : null,
      made_at: null,
      made_minutes: null,
      watched_by: null,
      outcome: null,
      created_at: context.now,
      created_by: context.actor.key,
    })
    tell(
      context,
      { action: 'call.registered', kind: 'phone-call', id, personId },
      { callee, number, content },
    )
    return { id }
  },
  makeCall: (db, context, input) => {
    const row = openCall(db, input)
    const away = awayText(stayOf(db, row.person_id))
    if (away !== null) {
      throw ruleViolated([refuse(null, { code: 'call-away', fact: away, remedy: 'Hủy hoặc gọi ngày khác.' })])
    }
    const at = input.at ?? instantFromMs(instantMs(context.now) - input.minutes * 60_000)
    if (at > context.now) {
      throw ruleViolated([
        { code: 'contact-future', message: 'Giờ gọi ở tương lai. Chọn lại giờ.', field: 'at' },
      ])
    }
    const refusals = judgeAskedCall(db, {
      id: row.id,
      personId: row.person_id,
      on: dayOf(at),
      // What was talked longer than registered is put down as it was; the limit held when the call was registered.
      minutes: row.minutes,
      content: row.content,
      isAllowedByHead: row.allowed_by !== null,
    })
    if (refusals.length > 0) throw ruleViolated(refusals)
    updateCall(db, row.id, {
      state: 'made',
      on_day: dayOf(at),
      made_at: at,
      made_minutes: input.minutes,
      watched_by: input.watchedBy,
      outcome: input.outcome,
      version: row.version + 1,
    })
    const act = { action: 'call.made', kind: 'phone-call', id: row.id, personId: row.person_id }
    tell(context, act, { outcome: input.outcome, watchedBy: input.watchedBy })
    return { id: row.id }
  },
  cancelCall: (db, context, input) => {
    const row = openCall(db, input)
    updateCall(db, row.id, { state: 'cancelled', outcome: input.reason, version: row.version + 1 })
    const act = { action: 'call.cancelled', kind: 'phone-call', id: row.id, personId: row.person_id }
    tell(context, act, { outcome: input.reason })
    return { id: row.id }
  },
  recordLetter: (db, context, input) => {
    const { id, personId, direction, on, otherName, outcome, reason } = input
    const stay = stayOf(db, personId)
    refuseFuture(on, context)
    if (outcome === 'withheld' && reason === null) {
      throw ruleViolated([{ code: 'letter-reason', message: 'Ghi lý do giữ lại thư.', field: 'reason' }])
    }
    insertLetter(db, {
      id,
      person_id: personId,
      stay_id: stay.stay_id,
      direction,
      on_day: on,
      other_name: otherName,
      outcome,
      reason,
      checked_at: context.now,
      checked_by: context.actor.key,
    })
    tell(context, { action: 'letter.recorded', kind: 'letter', id, personId }, { otherName, reason })
    return { id }
  },
  recordParcel: (db, context, input) => {
    const { id, personId, visitId, direction, on, otherName, returnedTo, items } = input
    const stay = stayOf(db, personId)
    refuseFuture(on, context)
    if (visitId !== null && findVisit(db, visitId)?.person_id !== personId) throw new AppError('not_found')
    const refusals = judgeParcel(readRuleBook(db), contactSettings(db), { on, direction, items, returnedTo })
    if (refusals.length > 0) throw ruleViolated(refusals)
    insertParcel(
      db,
      {
        id,
        person_id: personId,
        stay_id: stay.stay_id,
        visit_id: visitId,
        direction,
        on_day: on,
        other_name: otherName,
        returned_to: returnedTo,
        checked_at: context.now,
        checked_by: context.actor.key,
      },
      items.map((item, sort) => ({ ...item, parcel_id: id, sort })),
    )
    for (const item of items.filter(({ outcome }) => outcome === 'seized')) {
      insertFind(db, {
        id: context.newId(),
        person_id: personId,
        stay_id: stay.stay_id,
        source: 'parcel',
        visit_id: null,
        parcel_id: id,
        letter_id: null,
        what: item.description,
        quantity: String(item.quantity),
        action: `Tạm giữ: ${item.reason ?? ''}`,
        found_at: context.now,
        found_by: context.actor.key,
      })
    }
    tell(context, { action: 'parcel.recorded', kind: 'parcel', id, personId }, { otherName, returnedTo })
    return { id }
  },
}
