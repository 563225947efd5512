import { rangeOf } from '../law/rule-book.ts'
import { addDays, addMonths, formatDay } from '../time/day.ts'
import { isWithin, monthOf, mostOf, refuse, type Refusal } from './limit.ts'
import type { VisitCase } from './visit-case.ts'

/** Rules of the meeting of spouses in a room of their own (DAY-16e, DAY-17). */
export function judgeSpouseRoom({ asked, on, rule }: VisitCase): Refusal[] {
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

function judgeServed({ asked, on, rule }: Pick<VisitCase, 'asked' | 'on' | 'rule'>): Refusal[] {
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
