import type { WriteDb } from '#db/connection/handles.ts'
import { findCaseStay } from '#db/queries/conduct-cases/reader.ts'
import { findPlacedBed } from '#db/queries/placement/reader.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { CASE_ACTION_LABELS, isEndedCase, type CaseAction } from '#domain/conduct-cases/case-states.ts'
import { AppError } from '#domain/errors.ts'
import { numberOf, procedureRule } from '#domain/law/rule-book.ts'
import { can } from '#domain/permissions/permissions.ts'
import { addDays, formatDay, type Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { placePeople } from '../placement/place-people.ts'
import type { WriteContext } from '../use-case.ts'
import { caseFor, refuseAny, takeStep } from './case-for.ts'
import { freeVisits } from './visits-of-case.ts'

interface Asked {
  id: string
  version: number
  comment: string | null
}

/**
 * Reads the decision out and carries it out. The special zone gives a bed of a zone kept for it (ZONE-06), by the same
 * rules as every placement; what has no days is done with at once.
 * @throws AppError as `caseFor`; `forbidden` for who may place nobody; `rule_violated`
 */
export function beginCase(
  db: WriteDb,
  context: WriteContext,
  input: Asked & { bed: { eventId: string; bedId: string; reason: string | null } | null },
): { version: number } {
  const { row, to } = caseFor(db, context, input, 'begin')
  const today = dayOf(context.now)
  const { from_on: fromOn, to_on: toOn } = row
  if (fromOn !== null && today < fromOn) {
    const message = `Quyết định thi hành từ ngày ${formatDay(fromOn)}. Chờ đến ngày đó.`
    refuseAny([{ code: 'begin-early', message }])
  }
  if (toOn !== null && today > toOn) {
    const message = `Thời hạn trong quyết định đã hết ngày ${formatDay(toOn)} mà chưa thi hành. Trưởng cơ sở hủy quyết định hoặc quyết định lại.`
    refuseAny([{ code: 'begin-late', message }])
  }
  const facts: string[] = []
  if (row.form === 'special-zone') facts.push(moveIn(db, context, row.stay_id, input.bed))
  const isDone = toOn === null
  return takeStep(db, context, row, {
    action: 'begin',
    comment: input.comment,
    facts: isDone ? ['Đã công bố cho học viên'] : [...facts, 'Đã công bố cho học viên'],
    change: {
      state: isDone ? 'ended' : to,
      begun_at: context.now,
      begun_by: context.actor.key,
      ...(isDone ? { ended_on: today } : {}),
    },
  })
}

function moveIn(
  db: WriteDb,
  context: WriteContext,
  stayId: string,
  bed: { eventId: string; bedId: string; reason: string | null } | null,
): string {
  if (bed === null) {
    if (findCaseStay(db, stayId)?.zone_kind === 'discipline') return 'Đang ở khu dành riêng'
    const message = 'Chọn giường ở khu dành riêng (ZONE-06).'
    refuseAny([{ code: 'begin-bed', message, field: 'bed.bedId' }])
    return ''
  }
  if (!can(context.actor.roles, 'custody.place'))
    throw new AppError(
      'forbidden',
      'Đưa vào khu dành riêng là xếp giường: nhờ quản lý khu hoặc Trưởng cơ sở.',
    )
  const place = findPlacedBed(db, bed.bedId)
  if (place?.zone_kind !== 'discipline') {
    const message = 'Giường này không ở khu dành riêng (ZONE-06). Chọn giường của khu dành riêng.'
    refuseAny([{ code: 'begin-bed', message, field: 'bed.bedId' }])
  }
  placePeople(db, context, { placements: [{ ...bed, stayId }], at: null })
  return `Giường ${place?.full_code ?? ''}`
}

/** Looks at a measure in force again; in the special zone with the day of the next time (INC-11c). */
export function reviewCase(
  db: WriteDb,
  context: WriteContext,
  input: Asked & { reviewOn: Day | null },
): { version: number } {
  const { row } = caseFor(db, context, input, 'review')
  const today = dayOf(context.now)
  const { reviewOn, comment } = input
  const rule = procedureRule(readRuleBook(db), 'INC-11c', today)
  const days = numberOf(rule)
  const last = row.to_on
  if (row.form === 'special-zone' && days !== undefined && last !== null) {
    const latest = addDays(today, days)
    const isOver = last <= latest
    const isWrong = reviewOn === null ? !isOver : reviewOn <= today || reviewOn > latest || reviewOn > last
    if (isWrong) {
      const until = isOver ? last : latest
      const message = `${rule?.title ?? ''} ${days} ngày (INC-11c, mức của cơ sở). Chọn ngày sau hôm nay, muộn nhất ${formatDay(until)}.`
      refuseAny([{ code: 'zone-review', message, field: 'reviewOn' }])
    }
  }
  return takeStep(db, context, row, {
    action: 'review',
    comment,
    facts: [reviewOn === null ? 'Tiếp tục đến hết hạn' : `Xem lại lần sau ngày ${formatDay(reviewOn)}`],
    change: { review_on: reviewOn },
  })
}

type Closing = Extract<CaseAction, 'end' | 'lift' | 'decline' | 'cancel' | 'revoke'>

/** Ends, lifts, declines, takes back or revokes; visits are free again. @throws AppError as `caseFor` */
export function closeCase(
  db: WriteDb,
  context: WriteContext,
  input: Asked & { action: Closing },
): { version: number } {
  const { row, to } = caseFor(db, context, input, input.action)
  const goneAt = findCaseStay(db, row.stay_id)?.ended_at ?? null
  // Whoever left the centre is under no measure from that day on.
  const on = dayOf(goneAt ?? context.now)
  const isEarly = input.action === 'end' && row.to_on !== null && on < row.to_on
  if (isEarly && goneAt === null && row.to_on !== null) {
    const message = `Thi hành đến hết ngày ${formatDay(row.to_on)}. Muốn dừng trước, Trưởng cơ sở chấm dứt sớm.`
    refuseAny([{ code: 'end-early', message }])
  }
  const label = CASE_ACTION_LABELS[input.action]
  // Until the last day of the measure visits stay away; every other way lets them be at once.
  const restriction =
    input.action === 'end' && goneAt === null ? row.restriction_id : freeVisits(db, context, row, label)
  return takeStep(db, context, row, {
    action: input.action,
    comment: input.comment,
    facts: goneAt === null ? [] : [`Học viên ra khỏi cơ sở ngày ${formatDay(on)}`],
    change: {
      state: isEarly ? 'lifted' : to,
      restriction_id: restriction,
      ...(isEndedCase(to) && row.ended_on === null ? { ended_on: on } : {}),
    },
  })
}
