import type { RuleBook } from '../law/rule-book.ts'
import { rangeOf } from '../law/rule-book.ts'
import { addDays, daysBetween, formatDay, type Day } from '../time/day.ts'
import { dayOf } from '../time/instant.ts'
import type { VisitKind } from './contact-codes.ts'
import { judgeGuests, judgePair } from './judge-guests.ts'
import { judgeSpouseRoom } from './judge-spouse-room.ts'
import {
  contactRule,
  isWithin,
  mostOf,
  refuse,
  spanText,
  weekOf,
  type ContactSettings,
  type Refusal,
} from './limit.ts'
import { restrictionOn, restrictionText } from './restriction.ts'
import type { AskedVisit, VisitCase } from './visit-case.ts'

/**
 * Why a visit may not be held, every reason at once; empty when it may. The rules are those of the day of the visit,
 * whatever law fixed the term (DAY-16, DAY-17, IN-18).
 */
export function judgeVisit(book: RuleBook, settings: ContactSettings, asked: AskedVisit): Refusal[] {
  const on = dayOf(asked.startsAt)
  const one: VisitCase = { asked, on, settings, rule: (id) => contactRule(book, settings, id, on) }
  return [
    ...judgeGuests(one),
    ...(asked.kind === 'family' ? judgeFamily(one) : judgeSpouseRoom(one)),
    ...judgeTime(one),
    ...judgePair(one),
  ]
}

function judgeFamily({ asked, on, rule, settings }: VisitCase): Refusal[] {
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

function judgeHowMany({ asked, rule }: Pick<VisitCase, 'asked' | 'rule'>): Refusal[] {
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

/** Rules about when: the first days after reception, restrictions. */
function judgeTime({ asked, on, rule }: VisitCase): Refusal[] {
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
