import type { Problem } from '../errors.ts'
import { addDays, type Day } from '../time/day.ts'
import { atTime, dayOf, formatTime, type Instant } from '../time/instant.ts'

/** When a shift of the day begins, `HH:MM` in Viet Nam. It ends when the next one begins. */
interface ShiftTime {
  name: string
  starts: string
}

/** The times that hold from a day on, in the order of the clock. */
export interface ShiftSchedule {
  validFrom: Day
  times: readonly ShiftTime[]
}

/** One shift of one day; the hand-over to it is at `at`. */
export interface Shift {
  at: Instant
  /** When the next shift takes over. */
  until: Instant
  name: string
}

/** Before a centre has set its own: no text of law fixes when shifts change. */
export const DEFAULT_SHIFTS: ShiftSchedule = {
  validFrom: '0001-01-01',
  times: [
    { name: 'Ca 1', starts: '06:00' },
    { name: 'Ca 2', starts: '14:00' },
    { name: 'Ca 3', starts: '22:00' },
  ],
}

/** Most shifts of one day. */
export const MOST_SHIFTS = 6

function timesOn(schedules: readonly ShiftSchedule[], day: Day): readonly ShiftTime[] {
  let found = DEFAULT_SHIFTS
  for (const schedule of schedules) {
    if (schedule.validFrom <= day && schedule.validFrom >= found.validFrom) found = schedule
  }
  return found.times
}

/** The shifts that begin on a day and the one after it, in order. @param schedules in any order */
export function shiftsOfDay(schedules: readonly ShiftSchedule[], day: Day): Shift[] {
  const starts = [day, addDays(day, 1)].flatMap((one) =>
    timesOn(schedules, one)
      .map(({ name, starts: time }) => ({ at: atTime(one, time), name }))
      .toSorted((a, b) => (a.at < b.at ? -1 : 1)),
  )
  return starts.flatMap((shift, index) => {
    const next = starts[index + 1]
    return next && dayOf(shift.at) === day ? [{ ...shift, until: next.at }] : []
  })
}

/** The shift that runs at an instant. A change of times at midnight cuts the shift before it short. */
export function shiftAt(schedules: readonly ShiftSchedule[], instant: Instant): Shift {
  const today = dayOf(instant)
  const around = [...shiftsOfDay(schedules, addDays(today, -1)), ...shiftsOfDay(schedules, today)]
  const running = around.findLast(({ at }) => at <= instant)
  if (!running) throw new RangeError(`no shift runs at ${instant}`)
  return running
}

/** The shift that ends when the given one begins. */
export function shiftBefore(schedules: readonly ShiftSchedule[], shift: Pick<Shift, 'at'>): Shift {
  const day = dayOf(shift.at)
  const around = [...shiftsOfDay(schedules, addDays(day, -1)), ...shiftsOfDay(schedules, day)]
  const before = around.findLast(({ at }) => at < shift.at)
  if (!before) throw new RangeError(`no shift before ${shift.at}`)
  return before
}

/** The shift that begins exactly then, or undefined where the schedule has none. */
export function shiftStarting(schedules: readonly ShiftSchedule[], at: Instant): Shift | undefined {
  return shiftsOfDay(schedules, dayOf(at)).find((shift) => shift.at === at)
}

/**
 * The hand-over a desk works on at an instant: that to the running shift, or to the next one when it is at most
 * `earlyMinutes` away.
 */
export function handOverAt(
  schedules: readonly ShiftSchedule[],
  instant: Instant,
  earlyMinutes: number,
): Shift {
  const running = shiftAt(schedules, instant)
  const soon = Date.parse(running.until) - Date.parse(instant) <= earlyMinutes * 60_000
  return soon ? shiftAt(schedules, running.until) : running
}

/** `Ca 2 (14:00–22:00)`. */
export function shiftLabel(shift: Shift): string {
  return `${shift.name} (${formatTime(shift.at)}–${formatTime(shift.until)})`
}

/** Why times may not be set; empty when they may. @param today new times begin tomorrow at the earliest */
export function judgeSchedule(schedule: ShiftSchedule, today: Day): Problem[] {
  const problems: Problem[] = []
  if (schedule.validFrom <= today) {
    const message = 'Giờ giao ca mới áp dụng sớm nhất từ ngày mai: ca đang trực giữ giờ cũ.'
    problems.push({ code: 'shift-not-future', field: 'validFrom', message })
  }
  for (const [index, { starts, name }] of schedule.times.entries()) {
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(starts)) {
      const message = 'Ghi giờ theo 24 giờ, ví dụ 06:00 hoặc 13:30.'
      problems.push({ code: 'shift-time', field: `times.${index}.starts`, message })
    }
    const isSame = (other: ShiftTime) => other.starts === starts || other.name === name
    if (schedule.times.slice(0, index).some(isSame)) {
      const message = 'Hai ca trùng giờ hoặc trùng tên. Mỗi ca một giờ bắt đầu, một tên.'
      problems.push({ code: 'shift-twice', field: `times.${index}.starts`, message })
    }
  }
  return problems
}
