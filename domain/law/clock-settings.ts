import type { Day } from '../time/day.ts'
import { procedureRule, type RuleBook } from './rule-book.ts'
import type { RuleValue } from './rule.ts'

/** How days away by escape are counted, since no text fixes it (CNT-04): 01/03 to 10/03 is 9 days, or 10 with both days. */
type EscapedDaysCounting = 'calendar-difference' | 'both-days'

/** What the law leaves open and a centre decides for itself; every field has its default in {@link DEFAULT_CLOCK_SETTINGS}. */
export interface ClockSettings {
  /** `HH:MM` in Viet Nam of the last day at which the term ends, so that people leave by daylight. */
  expiryTime: string
  /** `HH:MM` in Viet Nam by which a deadline that is a day must be met. */
  dayDeadlineTime: string
  /** The notice before the end (DIS-01, DIS-02) is due on a date; false: at an instant, 24-hour days before expiry. */
  noticeIsDate: boolean
  escapedDaysCounting: EscapedDaysCounting
  /** Paper deadlines that fall on a day off move to a working day (CNT-03); never the end of the term. */
  movePaperDeadlineOffHoliday: boolean
  /** Days of notice before the end for a term fixed by Luật 73/2021 (DIS-01, Q-1). */
  r73NoticeDays: number
  /** A term fixed by Luật 73/2021 can still be reduced from 01/07/2026 on (D116 Điều 58, Q-1). */
  r73ReducedUnderR120: boolean
  /** Prison from 01/07/2026 on still exempts from the rest of a term fixed by Luật 73/2021 (TERM-14, Q-1). */
  r73PrisonExemptsUnderR120: boolean
}

export const DEFAULT_CLOCK_SETTINGS: ClockSettings = {
  expiryTime: '17:00',
  dayDeadlineTime: '17:00',
  noticeIsDate: true,
  escapedDaysCounting: 'calendar-difference',
  movePaperDeadlineOffHoliday: false,
  r73NoticeDays: 15,
  r73ReducedUnderR120: true,
  r73PrisonExemptsUnderR120: true,
}

/** The row that holds each choice, by which it is edited. */
const SETTING_RULES = {
  expiryTime: 'CLK-01',
  dayDeadlineTime: 'CLK-02',
  noticeIsDate: 'CLK-03',
  escapedDaysCounting: 'CLK-04',
  movePaperDeadlineOffHoliday: 'CLK-05',
  r73NoticeDays: 'CLK-06',
  r73ReducedUnderR120: 'CLK-07',
  r73PrisonExemptsUnderR120: 'CLK-08',
} as const satisfies Record<keyof ClockSettings, string>

/** The centre's choices as they stand in the book on a day; one the book lacks, or holds wrongly, is the default. */
export function clockSettingsOf(book: RuleBook, day: Day): ClockSettings {
  const valueOf = (name: keyof ClockSettings): RuleValue | undefined =>
    procedureRule(book, SETTING_RULES[name], day)?.value
  const D = DEFAULT_CLOCK_SETTINGS
  const flag = (name: keyof ClockSettings, otherwise: boolean): boolean => {
    const value = valueOf(name)
    return typeof value === 'boolean' ? value : otherwise
  }
  const time = (name: keyof ClockSettings, otherwise: string): string => {
    const value = valueOf(name)
    return typeof value === 'string' && TIME.test(value) ? value : otherwise
  }
  const days = valueOf('r73NoticeDays')
  return {
    expiryTime: time('expiryTime', D.expiryTime),
    dayDeadlineTime: time('dayDeadlineTime', D.dayDeadlineTime),
    noticeIsDate: flag('noticeIsDate', D.noticeIsDate),
    escapedDaysCounting: flag('escapedDaysCounting', false) ? 'both-days' : 'calendar-difference',
    movePaperDeadlineOffHoliday: flag('movePaperDeadlineOffHoliday', D.movePaperDeadlineOffHoliday),
    r73NoticeDays: typeof days === 'number' ? days : D.r73NoticeDays,
    r73ReducedUnderR120: flag('r73ReducedUnderR120', D.r73ReducedUnderR120),
    r73PrisonExemptsUnderR120: flag('r73PrisonExemptsUnderR120', D.r73PrisonExemptsUnderR120),
  }
}

/** `HH:MM` of a day. */
export const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
