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
