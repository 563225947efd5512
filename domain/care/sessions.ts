import type { Problem } from '../errors.ts'

/** What a session is for: counselling, education, literacy, sport and culture. */
export const SESSION_KINDS = [
  'counselling-one',
  'counselling-group',
  'education',
  'awareness',
  'literacy',
  'sport',
  'culture',
] as const
export type SessionKind = (typeof SESSION_KINDS)[number]

export const SESSION_KIND_LABELS: Record<SessionKind, string> = {
  'counselling-one': 'Tư vấn cá nhân',
  'counselling-group': 'Tư vấn nhóm',
  education: 'Giáo dục pháp luật, đạo đức',
  awareness: 'Tuyên truyền tác hại ma túy',
  literacy: 'Xóa mù chữ, văn hóa',
  sport: 'Thể dục, thể thao',
  culture: 'Văn hóa, văn nghệ',
}

/** Kinds that count as having been counselled. */
export const COUNSELLING_KINDS: readonly SessionKind[] = ['counselling-one', 'counselling-group']

/** How somebody stood at a session: one letter each on the keyboard. `out` follows from custody and counts for nobody. */
export const ATTENDANCE_MARKS = ['present', 'absent', 'excused', 'sick', 'duty', 'out'] as const
export type AttendanceMark = (typeof ATTENDANCE_MARKS)[number]

export const ATTENDANCE_LABELS: Record<AttendanceMark, string> = {
  present: 'Có mặt',
  absent: 'Vắng không lý do',
  excused: 'Vắng có phép',
  sick: 'Ốm',
  duty: 'Lao động, trực',
  out: 'Ra ngoài cơ sở',
}

/** The key of each mark; what custody says has none. */
export const ATTENDANCE_KEYS: Record<AttendanceMark, string> = {
  present: 'C',
  absent: 'V',
  excused: 'P',
  sick: 'O',
  duty: 'L',
  out: 'R',
}

/** The mark of a key pressed in the grid; undefined for any other key, and for `out`, which nobody types. */
export function markOfKey(key: string): AttendanceMark | undefined {
  const upper = key.toLocaleUpperCase('vi')
  return ATTENDANCE_MARKS.find((mark) => mark !== 'out' && ATTENDANCE_KEYS[mark] === upper)
}

/** What a session says of itself. */
export interface SessionFacts {
  kind: SessionKind
  minutes: number
  attendees: number
}

/** Most people at a session of counselling with one. */
const MOST_MINUTES = 12 * 60

/** What forbids a session to be kept like this. */
export function judgeSession({ kind, minutes, attendees }: SessionFacts): Problem[] {
  const problems: Problem[] = []
  if (minutes < 5 || minutes > MOST_MINUTES) {
    const message = 'Thời lượng từ 5 phút đến 12 giờ. Ghi lại số phút.'
    problems.push({ code: 'session-minutes', message, field: 'minutes' })
  }
  if (kind === 'counselling-one' && attendees !== 1) {
    const message = 'Tư vấn cá nhân có đúng một người. Chọn một người, hoặc đổi sang tư vấn nhóm.'
    problems.push({ code: 'session-one', message, field: 'attendees' })
  } else if (attendees === 0) {
    problems.push({ code: 'session-nobody', message: 'Chưa chọn ai. Chọn người dự.', field: 'attendees' })
  }
  return problems
}

/** Hours somebody spent in sessions, to a tenth: only those at which the person was present count. */
export function hoursOf(sessions: readonly { mark: AttendanceMark; minutes: number }[]): number {
  const minutes = sessions.reduce((sum, one) => sum + (one.mark === 'present' ? one.minutes : 0), 0)
  return Math.round(minutes / 6) / 10
}
