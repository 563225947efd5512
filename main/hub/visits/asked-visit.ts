import type { ReadDb } from '#db/connection/handles.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import {
  findStayNow,
  listInRoom,
  listRatingsBefore,
  listRestrictions,
  listVisitDays,
  listVisitRooms,
} from '#db/queries/visits/reader.ts'
import { belongsTo, findVisitor, listKeptApart, listVisitorsOf } from '#db/queries/visits/visitors.ts'
import { countsForLimit, type VisitKind } from '#domain/contacts/contact-codes.ts'
import { judgeVisit } from '#domain/contacts/judge-visit.ts'
import type { AskedVisit, Guest } from '#domain/contacts/visit-case.ts'
import { refuse, type Refusal } from '#domain/contacts/limit.ts'
import type { ContactRestriction } from '#domain/contacts/restriction.ts'
import { OUT_KIND_LABELS } from '#domain/custody/event-kinds.ts'
import { AppError } from '#domain/errors.ts'
import { addDays } from '#domain/time/day.ts'
import { dayOf, instantMs, type Instant } from '#domain/time/instant.ts'
import { contactSettings } from './contact-settings.ts'

/** Widest span that counts together: a month before and after. */
const SPAN_DAYS = 31

export interface VisitWish {
  /** Id of the visit itself, which does not count against it. */
  id: string
  personId: string
  kind: VisitKind
  roomId: string
  startsAt: Instant
  minutes: number
  visitorIds: readonly string[]
  isAllowed: boolean
}

export type StayNow = NonNullable<ReturnType<typeof findStayNow>>

/** Somebody on the roll. @throws AppError `not_found` */
export function stayOf(db: ReadDb, personId: string): StayNow {
  const stay = findStayNow(db, personId)
  if (!stay) throw new AppError('not_found', 'Học viên không có trong danh sách đang quản lý. Tải lại trang.')
  return stay
}

/** Why somebody cannot come to the room or telephone now; null when inside. */
export function awayText(stay: StayNow): string | null {
  if (stay.state === 'inside' && stay.is_suspended === 0) return null
  if (stay.is_suspended === 1) return `${stay.name} đang được tạm đình chỉ, không có trong cơ sở`
  if (stay.state === 'out' && stay.out_kind !== null) {
    return `${stay.name} đang ra ngoài (${OUT_KIND_LABELS[stay.out_kind].toLowerCase()})`
  }
  return `${stay.name} không có trong cơ sở lúc này`
}

/** Restrictions of a person as the rules look at them. */
export function restrictionsOf(db: ReadDb, personId: string): (ContactRestriction & { id: string })[] {
  return listRestrictions(db, personId).map((row) => ({
    id: row.id,
    fromOn: row.from_on,
    toOn: row.to_on,
    reason: row.reason,
    decision: row.decision,
    liftedAt: row.lifted_at,
  }))
}

/** Days on which a person had or will have a visit that counts, around a day. */
export function visitDays(db: ReadDb, personId: string, day: string, except: string): AskedVisit['earlier'] {
  const span = { from: addDays(day, -SPAN_DAYS), to: addDays(day, SPAN_DAYS) }
  return listVisitDays(db, personId, span, except)
    .filter(({ state }) => countsForLimit(state))
    .map((row) => ({ kind: row.kind, on: row.on_day }))
}

/** Every reason why the visit may not be held. @throws AppError `not_found` for an unknown person, visitor or room */
export function judgeWish(db: ReadDb, wish: VisitWish, now: Instant): Refusal[] {
  const stay = stayOf(db, wish.personId)
  const day = dayOf(wish.startsAt)
  const room = listVisitRooms(db).find(({ id }) => id === wish.roomId)
  if (!room || room.retired_at !== null)
    throw new AppError('not_found', 'Không có phòng thăm gặp này. Tải lại trang.')
  const others = listKeptApart(db, wish.personId)
  const together = visitsMeanwhile(db, wish)
  const asked: AskedVisit = {
    kind: wish.kind,
    startsAt: wish.startsAt,
    minutes: wish.minutes,
    guests: guestsOf(db, wish, others),
    isSpecial: wish.isAllowed,
    isKeepApartAllowed: wish.isAllowed,
    receivedOn: dayOf(stay.received_at),
    earlier: visitDays(db, wish.personId, day, wish.id),
    restrictions: restrictionsOf(db, wish.personId),
    ratings: wish.kind === 'spouse-room' ? listRatingsBefore(db, stay.stay_id, day) : null,
    pairInRoom: together.flatMap((one) => others.find(({ id }) => id === one.person_id)?.name ?? []),
    inRoom: together.length,
    roomCapacity: room.capacity,
  }
  const past: Refusal[] =
    day < dayOf(now)
      ? [
          refuse(null, {
            code: 'visit-past',
            fact: 'Ngày thăm đã qua',
            remedy: 'Chọn hôm nay hoặc ngày sau.',
            field: 'startsAt',
          }),
        ]
      : []
  return [...past, ...judgeVisit(readRuleBook(db), contactSettings(db), asked)]
}

/** Visits in the room that overlap the wished one. */
function visitsMeanwhile(db: ReadDb, wish: VisitWish) {
  const start = instantMs(wish.startsAt)
  const end = start + wish.minutes * 60_000
  return listInRoom(db, dayOf(wish.startsAt), wish.roomId, wish.id).filter((row) => {
    if (row.state === 'ended' || !countsForLimit(row.state)) return false
    const from = instantMs(row.started_at ?? row.starts_at)
    return from < end && start < from + (row.minutes + row.extra_minutes) * 60_000
  })
}

function guestsOf(db: ReadDb, wish: VisitWish, others: readonly { id: string; name: string }[]): Guest[] {
  const known = new Map(listVisitorsOf(db, wish.personId).map((row) => [row.id, row]))
  return [...new Set(wish.visitorIds)].map((id): Guest => {
    const visitor = findVisitor(db, id)
    if (!visitor) throw new AppError('not_found', 'Không có người thăm này trong sổ. Tải lại trang.')
    const tie = known.get(id)
    return {
      name: visitor.name,
      isSpouse: tie?.relation === 'spouse',
      isKnown: tie !== undefined && (tie.relative_id !== null || tie.proof !== null),
      hasPaper: visitor.paper_number !== null,
      banReason: visitor.ban_reason,
      keptApartFrom: others.find((other) => belongsTo(db, visitor, other.id))?.name ?? null,
    }
  })
}
