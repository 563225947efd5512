import type { ConductRating } from '../care/conduct.ts'
import type { RuleBook } from '../law/rule-book.ts'
import { rangeOf } from '../law/rule-book.ts'
import { addDays, addMonths, daysBetween, formatDay, type Day } from '../time/day.ts'
import { dayOf, type Instant } from '../time/instant.ts'
import type { VisitKind } from './contact-codes.ts'
import {
  contactRule,
  isWithin,
  monthOf,
  mostOf,
  refuse,
  spanText,
  weekOf,
  type ContactSettings,
  type Refusal,
} from './limit.ts'
import { restrictionOn, restrictionText, type ContactRestriction } from './restriction.ts'

/** One who wants to visit. */
export interface Guest {
  name: string
  isSpouse: boolean
  /** In the register for this person with a kinship that was seen or that the dossier names. */
  isKnown: boolean
  /** An identity paper with its number is on record. */
  hasPaper: boolean
  /** Why the visitor is shut out; null when not. */
  banReason: string | null
  /** Somebody of the centre the person visited is kept apart from and to whom this visitor belongs, or who it is. */
  keptApartFrom: string | null
}

/** A visit asked for, with everything its rules look at. */
export interface AskedVisit {
  kind: VisitKind
  startsAt: Instant
  minutes: number
  guests: readonly Guest[]
  /** The head agrees to more people than usual. */
  isSpecial: boolean
  /** The head agrees although a visitor belongs to somebody kept apart. */
  isKeepApartAllowed: boolean
  /** Day of reception of the stay; null when not received. */
  receivedOn: Day | null
  /** Days of the visits of the person that count, without this one. */
  earlier: readonly { kind: VisitKind; on: Day }[]
  restrictions: readonly ContactRestriction[]
  /** Ratings of the last three months, newest first; null where none were kept. */
  ratings: readonly ConductRating[] | null
  /** People kept apart from this one who are visited in the same room at the same time. */
  pairInRoom: readonly string[]
  /** Visits in the room at the time, without this one, and how many it holds. */
  inRoom: number
  roomCapacity: number
}

interface Case {
  asked: AskedVisit
  on: Day
  rule: (id: string) => ReturnType<typeof contactRule>
  settings: ContactSettings
}

/**
 * Why a visit may not be held, every reason at once; empty when it may. The rules are those of the day of the visit,
 * whatever law fixed the term (DAY-16, DAY-17, IN-18).
 */
export function judgeVisit(book: RuleBook, settings: ContactSettings, asked: AskedVisit): Refusal[] {
  const on = dayOf(asked.startsAt)
  const one: Case = { asked, on, settings, rule: (id) => contactRule(book, settings, id, on) }
  return [
    ...judgeGuests(one),
    ...(asked.kind === 'family' ? judgeFamily(one) : judgeSpouseRoom(one)),
    ...judgeTime(one),
    ...judgePair(one),
  ]
}

function judgeFamily({ asked, on, rule, settings }: Case): Refusal[] {
  const found: Refusal[] = []
  const perWeek = rule('DAY-16a')
  const week = weekOf(on, settings.week)
  const inWeek = asked.earlier.filter((visit) => visit.kind === 'family' && isWithin(visit.on, week))
  const times = mostOf(perWeek)
  if (perWeek && times !== undefined && inWeek.length >= times) {
    const days = inWeek.map((visit) => formatDay(visit.on)).join(', ')
    const last =
      inWeek
        .map((visit) => visit.on)
        .toSorted()
        .at(-1) ?? on
    const next = settings.week === 'calendar' ? addDays(week.to, 1) : addDays(last, 7)
    const when = settings.week === 'calendar' ? `Tuần ${spanText(week)}` : 'Trong 7 ngày'
    found.push(
      refuse(perWeek, {
        code: 'visit-second-in-week',
        fact: `${when} đã có ${inWeek.length} lần thăm gặp (ngày ${days}), mỗi tuần không quá ${times} lần`,
        remedy: `Hẹn từ ngày ${formatDay(next)}.`,
        field: 'startsAt',
      }),
    )
  }
  const length = rule('DAY-16b')
  const most = mostOf(length)
  if (length && most !== undefined && asked.minutes > most) {
    const extra = mostOf(rule('DAY-16d'))
    const more =
      extra === undefined ? '' : ` Khi đang gặp, Trưởng cơ sở có thể cho thêm tối đa ${extra} phút.`
    found.push(
      refuse(length, {
        code: 'visit-too-long',
        fact: `${asked.minutes} phút dài hơn mức ${most} phút một lần gặp`,
        remedy: `Đặt ${most} phút trở xuống.${more}`,
        field: 'minutes',
      }),
    )
  }
  return [...found, ...judgeHowMany({ asked, rule })]
}

function judgeHowMany({ asked, rule }: Pick<Case, 'asked' | 'rule'>): Refusal[] {
  const usual = rule('DAY-16c')
  const special = rule('DAY-17e')
  const most = mostOf(usual)
  const mostSpecial = mostOf(special)
  const count = asked.guests.length
  if (usual === undefined || most === undefined || count <= most) return []
  if (special === undefined || mostSpecial === undefined) {
    const fact = `Có ${count} người thăm, mỗi lần không quá ${most} người`
    return [refuse(usual, { code: 'visit-too-many', fact, remedy: `Chọn ${most} người.`, field: 'guests' })]
  }
  if (asked.isSpecial && count <= mostSpecial) return []
  if (asked.isSpecial) {
    const fact = `Có ${count} người thăm, trường hợp đặc biệt cũng không quá ${mostSpecial} người`
    const remedy = `Chọn ${mostSpecial} người.`
    return [refuse(special, { code: 'visit-too-many', fact, remedy, field: 'guests' })]
  }
  return [
    refuse(usual, {
      code: 'visit-too-many',
      fact: `Có ${count} người thăm, mỗi lần không quá ${most} người`,
      remedy: `Chọn ${most} người; có lý do đặc biệt thì Trưởng cơ sở cho đến ${mostSpecial} người.`,
      field: 'guests',
    }),
  ]
}

function judgeSpouseRoom({ asked, on, rule }: Case): Refusal[] {
  const perMonth = rule('DAY-16e')
  const hours = rule('DAY-17a') ?? rule('DAY-16f')
  const times = mostOf(perMonth)
  if (perMonth === undefined || times === undefined) {
    return [
      refuse(rule('DAY-16a') ?? null, {
        code: 'visit-no-spouse-room',
        fact: `Quy định của ngày ${formatDay(on)} không có việc gặp ở phòng riêng`,
        remedy: 'Đăng ký thăm gặp thân nhân.',
        field: 'kind',
      }),
    ]
  }
  const found: Refusal[] = []
  const month = monthOf(on)
  const inMonth = asked.earlier.filter((visit) => visit.kind === 'spouse-room' && isWithin(visit.on, month))
  if (inMonth.length >= times) {
    const fact = `Tháng ${on.slice(5, 7)}/${on.slice(0, 4)} đã gặp ở phòng riêng, mỗi tháng không quá ${times} lần`
    const remedy = `Hẹn từ ngày ${formatDay(addDays(month.to, 1))}.`
    found.push(refuse(perMonth, { code: 'visit-second-in-month', fact, remedy, field: 'startsAt' }))
  }
  const most = mostOf(hours)
  if (hours && most !== undefined && asked.minutes > most * 60) {
    const fact = `Thời gian gặp dài hơn mức ${most} giờ`
    found.push(
      refuse(hours, { code: 'visit-too-long', fact, remedy: `Đặt ${most} giờ trở xuống.`, field: 'minutes' }),
    )
  }
  if (asked.guests.length !== 1 || asked.guests.some(({ isSpouse }) => !isSpouse)) {
    const fact = 'Phòng riêng chỉ dành cho vợ hoặc chồng'
    const remedy = 'Chọn đúng một người có quan hệ vợ, chồng.'
    found.push(refuse(perMonth, { code: 'visit-not-spouse', fact, remedy, field: 'guests' }))
  }
  return [...found, ...judgeServed({ asked, on, rule })]
}

function judgeServed({ asked, on, rule }: Pick<Case, 'asked' | 'on' | 'rule'>): Refusal[] {
  const found: Refusal[] = []
  const served = rule('DAY-17b')
  const months = rangeOf(served)?.min
  const from = asked.receivedOn === null || months === undefined ? null : addMonths(asked.receivedOn, months)
  if (served && months !== undefined && (from === null || on < from)) {
    const remedy = from === null ? 'Ghi tiếp nhận trước.' : `Hẹn từ ngày ${formatDay(from)}.`
    const fact = `Chưa chấp hành đủ ${months} tháng`
    found.push(refuse(served, { code: 'visit-served-short', fact, remedy, field: 'startsAt' }))
  }
  const rated = rule('DAY-17c')
  const good = rangeOf(rated)?.min
  if (rated && good !== undefined) {
    const lastThree = (asked.ratings ?? []).slice(0, 3)
    const isGood =
      lastThree.filter((rating) => rating === 'good').length >= good && !lastThree.includes('poor')
    const fact = `Ba tháng gần nhất chưa có ${good} tháng xếp loại tốt hoặc có tháng xếp loại kém`
    const remedy = 'Chờ kết quả xếp loại các tháng sau; đăng ký thăm gặp thân nhân.'
    if (!isGood) found.push(refuse(rated, { code: 'visit-rating', fact, remedy, field: 'kind' }))
  }
  return found
}

/** Rules about when: the first days after reception, restrictions. */
function judgeTime({ asked, on, rule }: Case): Refusal[] {
  const found: Refusal[] = []
  const first = rule('IN-18')
  const days = rangeOf(first)?.max
  if (first && days !== undefined && asked.receivedOn !== null) {
    const nth = daysBetween(asked.receivedOn, on) + 1
    if (nth <= days) {
      const fact = `Ngày ${formatDay(on)} là ngày thứ ${Math.max(nth, 1)} kể từ khi tiếp nhận, ${days} ngày đầu chưa được thăm gặp`
      const remedy = `Hẹn từ ngày ${formatDay(addDays(asked.receivedOn, days))}.`
      found.push(refuse(first, { code: 'visit-first-days', fact, remedy, field: 'startsAt' }))
    }
  }
  const restriction = restrictionOn(asked.restrictions, on)
  if (restriction) {
    const until = restriction.toOn
    found.push(
      refuse(rule('DAY-17d') ?? null, {
        code: 'visit-restricted',
        fact: `Đang bị hạn chế thăm gặp: ${restrictionText(restriction)}`,
        remedy:
          until === null
            ? 'Chờ quyết định bỏ hạn chế.'
            : `Hẹn từ ngày ${formatDay(addDays(until, 1))} hoặc chờ quyết định bỏ hạn chế.`,
        field: 'startsAt',
      }),
    )
  }
  return found
}

/** Rules about who: at least one, not shut out, known or proving kinship with a paper. */
function judgeGuests({ asked, rule }: Case): Refusal[] {
  const found: Refusal[] = []
  if (asked.guests.length === 0) {
    const said = { code: 'visit-nobody', fact: 'Chưa chọn người thăm', remedy: 'Chọn ít nhất một người.' }
    found.push(refuse(null, { ...said, field: 'guests' }))
  }
  const known = rule('DAY-17f')
  for (const guest of asked.guests) {
    if (guest.banReason !== null) {
      const fact = `${guest.name} đang bị cấm vào thăm: ${guest.banReason}`
      const remedy = 'Bỏ người này khỏi lượt thăm; Trưởng cơ sở bỏ lệnh cấm nếu không còn lý do.'
      found.push(refuse(null, { code: 'visit-banned', fact, remedy, field: 'guests' }))
    }
    if (known && (!guest.isKnown || !guest.hasPaper)) {
      const missing = !guest.isKnown ? 'chưa chứng minh quan hệ' : 'chưa có số giấy tờ tùy thân'
      const fact = `${guest.name} ${missing}; người thăm phải có tên trong sổ theo dõi hoặc chứng minh quan hệ, xuất trình giấy tờ`
      const remedy = 'Mở “Sửa” ở người này, ghi giấy tờ tùy thân và giấy tờ chứng minh quan hệ.'
      found.push(refuse(known, { code: 'visit-unknown-guest', fact, remedy, field: 'guests' }))
    }
  }
  return found
}

/** People kept apart do not meet over a visit: neither through a visitor nor in the same room. */
function judgePair({ asked }: Case): Refusal[] {
  const found: Refusal[] = []
  for (const { name, keptApartFrom } of asked.guests) {
    if (keptApartFrom === null || asked.isKeepApartAllowed) continue
    const fact = `${name} là người thân của ${keptApartFrom}, người đang ghi “không xếp chung” với học viên này`
    const remedy = 'Chọn người khác; nếu là người thân chung thì Trưởng cơ sở cho phép ở lượt này.'
    found.push(refuse(null, { code: 'visit-keep-apart', fact, remedy, field: 'guests' }))
  }
  for (const other of asked.pairInRoom) {
    const fact = `${other}, người đang ghi “không xếp chung” với học viên này, được thăm cùng giờ, cùng phòng`
    found.push(
      refuse(null, {
        code: 'visit-pair-in-room',
        fact,
        remedy: 'Chọn phòng khác hoặc giờ khác.',
        field: 'roomId',
      }),
    )
  }
  if (asked.inRoom >= asked.roomCapacity) {
    const fact = `Phòng đã có ${asked.inRoom} lượt vào giờ này, sức chứa ${asked.roomCapacity} lượt`
    const remedy = 'Chọn phòng khác hoặc giờ khác.'
    found.push(refuse(null, { code: 'visit-room-full', fact, remedy, field: 'roomId' }))
  }
  return found
}

/** Why a visit under way may not be prolonged to `extra` minutes beyond its planned length (DAY-16d). */
export function judgeExtension(
  book: RuleBook,
  settings: ContactSettings,
  visit: { kind: VisitKind; on: Day; extra: number },
): Refusal[] {
  const rule = contactRule(book, settings, 'DAY-16d', visit.on)
  const most = mostOf(rule)
  if (visit.kind !== 'family' || rule === undefined || most === undefined || visit.extra <= most) return []
  const fact = `Cho thêm ${visit.extra} phút, mức được thêm là ${most} phút`
  return [
    refuse(rule, {
      code: 'visit-extension',
      fact,
      remedy: `Cho thêm ${most} phút trở xuống.`,
      field: 'extra',
    }),
  ]
}

/** What of the week's and month's visits is left on a day. */
export interface VisitsLeft {
  /** Days that count together with the day. */
  from: Day
  to: Day
  used: number
  most: number | null
  left: number | null
  minutes: number | null
  guests: number | null
}

export function visitsLeft(
  book: RuleBook,
  settings: ContactSettings,
  on: Day,
  earlier: AskedVisit['earlier'],
): VisitsLeft {
  const { from, to } = weekOf(on, settings.week)
  const used = earlier.filter((visit) => visit.kind === 'family' && isWithin(visit.on, { from, to })).length
  const most = mostOf(contactRule(book, settings, 'DAY-16a', on)) ?? null
  return {
    from,
    to,
    used,
    most,
    left: most === null ? null : Math.max(0, most - used),
    minutes: mostOf(contactRule(book, settings, 'DAY-16b', on)) ?? null,
    guests: mostOf(contactRule(book, settings, 'DAY-16c', on)) ?? null,
  }
}
