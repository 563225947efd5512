import type { RuleBook } from '../law/rule-book.ts'
import { addDays, formatDay, type Day } from '../time/day.ts'
import {
  contactRule,
  isWithin,
  monthOf,
  mostOf,
  refuse,
  type ContactSettings,
  type Refusal,
} from './limit.ts'
import { restrictionOn, restrictionText, type ContactRestriction } from './restriction.ts'

/** A call asked for. */
export interface AskedCall {
  on: Day
  minutes: number
  /** The head agrees to one more than usual, or to a longer one. */
  isAllowedByHead: boolean
  content: string
  /** Days of the person's calls that count, without this one. */
  earlier: readonly Day[]
  restrictions: readonly ContactRestriction[]
}

/** Why a call may not be made (DAY-18); empty when it may. Before 01/07/2026 no text limits calls. */
export function judgeCall(book: RuleBook, settings: ContactSettings, asked: AskedCall): Refusal[] {
  const rule = (id: string) => contactRule(book, settings, id, asked.on)
  const found: Refusal[] = []
  const perMonth = rule('DAY-18a')
  const times = mostOf(perMonth)
  const more = rule('DAY-18c')
  const extra = mostOf(more) ?? 0
  const month = monthOf(asked.on)
  const used = asked.earlier.filter((day) => isWithin(day, month)).length
  const monthText = `${asked.on.slice(5, 7)}/${asked.on.slice(0, 4)}`
  const nextMonth = formatDay(addDays(month.to, 1))
  if (perMonth && times !== undefined && used >= times && !asked.isAllowedByHead) {
    const fact = `Tháng ${monthText} đã có ${used} lần gọi, mỗi tháng không quá ${times} lần`
    const remedy =
      used < times + extra
        ? `Trưởng cơ sở có thể cho thêm ${times + extra - used} lần; hoặc gọi từ ngày ${nextMonth}.`
        : `Gọi từ ngày ${nextMonth}.`
    found.push(refuse(perMonth, { code: 'call-too-many', fact, remedy, field: 'plannedOn' }))
  } else if (more && times !== undefined && used >= times + extra) {
    const fact = `Tháng ${monthText} đã có ${used} lần gọi, kể cả ${extra} lần Trưởng cơ sở cho thêm`
    const remedy = `Gọi từ ngày ${nextMonth}.`
    found.push(refuse(more, { code: 'call-too-many', fact, remedy, field: 'plannedOn' }))
  }
  const length = asked.isAllowedByHead ? (rule('DAY-18d') ?? rule('DAY-18b')) : rule('DAY-18b')
  const most = mostOf(length)
  if (length && most !== undefined && asked.minutes > most) {
    const longer = mostOf(rule('DAY-18d'))
    const allowed =
      asked.isAllowedByHead || longer === undefined ? '' : ` Trưởng cơ sở có thể cho đến ${longer} phút.`
    const fact = `${asked.minutes} phút dài hơn mức ${most} phút một lần gọi`
    const remedy = `Đặt ${most} phút trở xuống.${allowed}`
    found.push(refuse(length, { code: 'call-too-long', fact, remedy, field: 'minutes' }))
  }
  const registered = rule('DAY-18e')
  if (registered && asked.content.trim() === '') {
    const fact = 'Chưa đăng ký nội dung cuộc gọi'
    const remedy = 'Ghi nội dung học viên xin trao đổi.'
    found.push(refuse(registered, { code: 'call-content', fact, remedy, field: 'content' }))
  }
  const restriction = restrictionOn(asked.restrictions, asked.on)
  if (restriction) {
    const fact = `Đang bị hạn chế thăm gặp, liên lạc: ${restrictionText(restriction)}`
    const remedy = 'Chờ hết hạn chế hoặc quyết định bỏ hạn chế.'
    found.push(refuse(rule('DAY-17d') ?? null, { code: 'call-restricted', fact, remedy, field: 'plannedOn' }))
  }
  return found
}

/** What of the month's calls is left on a day; nulls where no text limits them. */
export interface CallsLeft {
  used: number
  most: number | null
  left: number | null
  /** How many more the head may allow. */
  extra: number
  minutes: number | null
}

export function callsLeft(
  book: RuleBook,
  settings: ContactSettings,
  on: Day,
  earlier: readonly Day[],
): CallsLeft {
  const used = earlier.filter((day) => isWithin(day, monthOf(on))).length
  const most = mostOf(contactRule(book, settings, 'DAY-18a', on)) ?? null
  const extra = mostOf(contactRule(book, settings, 'DAY-18c', on)) ?? 0
  return {
    used,
    most,
    left: most === null ? null : Math.max(0, most - used),
    extra: most === null ? 0 : Math.max(0, most + extra - Math.max(used, most)),
    minutes: mostOf(contactRule(book, settings, 'DAY-18b', on)) ?? null,
  }
}
