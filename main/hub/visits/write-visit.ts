import type { WriteDb } from '#db/connection/handles.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import {
  findVisit,
  lastQueueNumber,
  listGuests,
  listVisitRooms,
  type VisitRow,
} from '#db/queries/visits/reader.ts'
import { listVisitorsOf } from '#db/queries/visits/visitors.ts'
import { insertGuest, insertVisit, updateVisit } from '#db/queries/visits/writer.ts'
import {
  VISIT_STATE_LABELS,
  VISIT_STEP_LABELS,
  visitAfter,
  type VisitStep,
} from '#domain/contacts/contact-codes.ts'
import { judgeExtension } from '#domain/contacts/judge-visit.ts'
import { refuse } from '#domain/contacts/limit.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { can } from '#domain/permissions/permissions.ts'
import { dayOf } from '#domain/time/instant.ts'
import { recordMoney } from '../deposit/write-move.ts'
import type { WriteContext } from '../use-case.ts'
import { awayText, judgeWish, stayOf, type VisitWish } from './asked-visit.ts'
import { contactSettings } from './contact-settings.ts'
import { mayAllow } from './may-allow.ts'

interface NewVisit extends Omit<VisitWish, 'isAllowed'> {
  allowReason: string | null
  isHere: boolean
}

/** Books a visit, or takes one in at the door. @throws AppError `rule_violated` with every reason, `forbidden` */
export function bookVisit(db: WriteDb, context: WriteContext, input: NewVisit): void {
  const { id, personId, kind, roomId, startsAt, minutes, visitorIds, allowReason, isHere } = input
  if (findVisit(db, id)) throw new AppError('conflict', 'Lượt thăm này đã được ghi rồi. Tải lại để xem.')
  if (allowReason !== null && !mayAllow(context.actor.roles)) {
    throw new AppError(
      'forbidden',
      'Chỉ Trưởng cơ sở cho phép trường hợp đặc biệt. Nhờ Trưởng cơ sở đăng ký lượt này.',
    )
  }
  const wish = { ...input, isAllowed: allowReason !== null }
  const refusals = judgeWish(db, wish, context.now)
  const stay = stayOf(db, personId)
  const away = isHere ? awayText(stay) : null
  if (away !== null)
    refusals.push(refuse(null, { code: 'visit-away', fact: away, remedy: 'Hẹn vào ngày khác.' }))
  if (refusals.length > 0) throw ruleViolated(refusals)
  const day = dayOf(startsAt)
  const isToday = day === dayOf(context.now)
  const comes = isHere && isToday
  insertVisit(db, {
    id,
    person_id: personId,
    stay_id: stay.stay_id,
    room_id: roomId,
    kind,
    state: comes ? 'waiting' : 'booked',
    on_day: day,
    starts_at: startsAt,
    minutes,
    allowed_by: allowReason === null ? null : context.actor.key,
    allow_reason: allowReason,
    queue_number: comes ? lastQueueNumber(db, day) + 1 : null,
    checked_in_at: comes ? context.now : null,
    started_at: null,
    started_by: null,
    extended_by: null,
    extend_reason: null,
    ended_at: null,
    outcome: null,
    ledger_move_id: null,
    created_at: context.now,
    created_by: context.actor.key,
  })
  const relations = new Map(listVisitorsOf(db, personId).map((row) => [row.id, row.relation]))
  for (const visitorId of new Set(visitorIds)) {
    insertGuest(db, { visit_id: id, visitor_id: visitorId, relation: relations.get(visitorId) ?? 'other' })
  }
  const room = listVisitRooms(db).find((one) => one.id === roomId)?.name ?? null
  tell(context, 'visit.booked', { id, person_id: personId }, { room, minutes, count: visitorIds.length })
}

interface Stepped {
  id: string
  version: number
  step: VisitStep
  outcome: string | null
  money: { id: string; amount: number; from: string } | null
}

/** One step of a visit at the desk. @throws AppError `conflict`, `rule_violated`, `forbidden` */
export function stepVisit(db: WriteDb, context: WriteContext, input: Stepped): void {
  const row = visitForChange(db, input)
  const state = visitAfter(row.state, input.step)
  if (state === undefined) {
    const message = `Lượt thăm đang ở trạng thái “${VISIT_STATE_LABELS[row.state]}”, không thể “${VISIT_STEP_LABELS[input.step]}”. Tải lại để xem.`
    throw ruleViolated([{ code: 'visit-step', message }])
  }
  const { now, actor } = context
  const version = row.version + 1
  switch (input.step) {
    case 'check-in':
      judgeAtTheDoor(db, context, row)
      updateVisit(db, row.id, {
        state,
        version,
        checked_in_at: now,
        queue_number: lastQueueNumber(db, row.on_day) + 1,
      })
      break
    case 'start':
      refuseAway(db, row)
      updateVisit(db, row.id, { state, version, started_at: now, started_by: actor.key })
      break
    case 'finish': {
      const entry = takeMoney(db, context, row, input.money)
      updateVisit(db, row.id, {
        state,
        version,
        ended_at: now,
        outcome: input.outcome,
        ledger_move_id: entry,
      })
      break
    }
    case 'cancel':
    case 'absent':
      if (input.step === 'cancel' && input.outcome === null) {
        throw ruleViolated([
          { code: 'visit-cancel-reason', message: 'Ghi lý do hủy lượt thăm.', field: 'outcome' },
        ])
      }
      updateVisit(db, row.id, { state, version, outcome: input.outcome })
      break
  }
  tell(context, `visit.${input.step}`, row, {}, [['outcome', row.outcome, input.outcome]])
}

/** What may have changed since the visit was booked is looked at again when the visitors come. */
function judgeAtTheDoor(db: WriteDb, context: WriteContext, row: VisitRow): void {
  if (row.on_day !== dayOf(context.now)) {
    const message = 'Lượt thăm hẹn ngày khác. Hủy lượt này và đăng ký lượt hôm nay.'
    throw ruleViolated([{ code: 'visit-other-day', message }])
  }
  refuseAway(db, row)
  const refusals = judgeWish(
    db,
    {
      id: row.id,
      personId: row.person_id,
      kind: row.kind,
      roomId: row.room_id,
      startsAt: row.starts_at,
      minutes: row.minutes,
      visitorIds: listGuests(db, [row.id]).map(({ visitor_id: id }) => id),
      isAllowed: row.allowed_by !== null,
    },
    context.now,
  )
  if (refusals.length > 0) throw ruleViolated(refusals)
}

function refuseAway(db: WriteDb, row: VisitRow): void {
  const away = awayText(stayOf(db, row.person_id))
  if (away !== null)
    throw ruleViolated([refuse(null, { code: 'visit-away', fact: away, remedy: 'Hẹn vào ngày khác.' })])
}

/** Money left at the visit goes into the deposit with its receipt. @returns the entry's id */
function takeMoney(
  db: WriteDb,
  context: WriteContext,
  row: VisitRow,
  money: Stepped['money'],
): string | null {
  if (money === null) return null
  if (!can(context.actor.roles, 'deposit.edit')) {
    throw new AppError(
      'forbidden',
      'Tài khoản của bạn không nhận tiền lưu ký. Nhờ bộ phận tiếp nhận ghi khoản tiền này.',
    )
  }
  const { id, amount, from: party } = money
  const note = 'Gửi khi thăm gặp'
  recordMoney(db, context, {
    id,
    stayId: row.stay_id,
    kind: 'deposit',
    amount,
    at: null,
    way: 'visit',
    party,
    note,
  })
  return id
}

/** The head adds minutes; never the one who runs the visit. @throws AppError `rule_violated`, `conflict` */
export function extendVisit(
  db: WriteDb,
  context: WriteContext,
  input: { id: string; version: number; minutes: number; reason: string },
): void {
  const row = visitForChange(db, input)
  if (row.state !== 'running') {
    throw ruleViolated([{ code: 'visit-step', message: 'Chỉ cho thêm giờ khi đang gặp. Tải lại để xem.' }])
  }
  if (row.started_by === context.actor.key) {
    const message =
      'Người cho thêm giờ phải khác người cho bắt đầu lượt gặp. Nhờ người có quyền khác quyết định.'
    throw ruleViolated([{ code: 'visit-second-person', message }])
  }
  const extra = row.extra_minutes + input.minutes
  const { kind, on_day: on } = row
  const refusals = judgeExtension(readRuleBook(db), contactSettings(db), { kind, on, extra })
  if (refusals.length > 0) throw ruleViolated(refusals)
  updateVisit(db, row.id, {
    extra_minutes: extra,
    extended_by: context.actor.key,
    extend_reason: input.reason,
    version: row.version + 1,
  })
  tell(context, 'visit.extended', row, { minutes: extra }, [
    ['extendReason', row.extend_reason, input.reason],
  ])
}

/** @throws AppError `not_found`; `conflict` with what stands now */
function visitForChange(db: WriteDb, { id, version }: { id: string; version: number }): VisitRow {
  const row = findVisit(db, id)
  if (!row) throw new AppError('not_found')
  if (row.version !== version) {
    const { state, extra_minutes: extraMinutes } = row
    throw new AppError('conflict', 'Máy khác vừa ghi lượt thăm này. Xem lại rồi làm tiếp.', {
      current: { state, extraMinutes, version: row.version },
    })
  }
  return row
}

function tell(
  context: WriteContext,
  action: string,
  visit: { id: string; person_id: string },
  facts: Record<string, string | number | null>,
  changes: readonly (readonly [field: string, before: string | null, after: string | null])[] = [],
): void {
  const { id, person_id: personId } = visit
  context.audit({
    action,
    subject: { kind: 'visit', id },
    personId,
    facts,
    fields: changes
      .filter(([, before, after]) => before !== after)
      .map(([field, before, after]) => ({ entity: 'visit', entityId: id, personId, field, before, after })),
  })
  context.changed('contacts', personId)
}
