import { z } from 'zod'
import type { Problem } from '../errors.ts'
import { TRACKS, type TermRegime } from '../stay/track.ts'
import { isDay, type Day } from '../time/day.ts'
import type { HolidayCalendar } from '../time/holidays.ts'
import { parseInstant, toOffsetText } from '../time/instant.ts'
import { CLOCK_EVENT_KINDS } from './clock-event.ts'
import type { ClockLine } from './clock-lines.ts'
import type { ClockSettings } from './clock-settings.ts'
import { obligationsOf } from './obligations.ts'
import type { RuleBook } from './rule-book.ts'
import { computeStayClock } from './stay-clock.ts'

const FIRST_YEAR = 1900
const LAST_YEAR = 2200

function isPlausibleDay(text: string): boolean {
  const year = Number(text.slice(0, 4))
  return isDay(text) && year >= FIRST_YEAR && year <= LAST_YEAR
}

const day = z.string().refine(isPlausibleDay)
const optionalDay = day.nullish().transform((value) => value ?? null)
const months = z.int().min(1).max(600)

const moment = z.string().transform((text, context) => {
  const instant = isPlausibleDay(text.slice(0, 10)) ? parseInstant(text) : undefined
  if (instant !== undefined) return instant
  context.addIssue({ code: 'custom', input: text })
  return z.NEVER
})

const eventSchema = z.strictObject({
  kind: z.enum(CLOCK_EVENT_KINDS),
  at: moment,
  months: z.int().min(-600).max(600).nullish(),
})

const caseSchema = z.strictObject({
  track: z.enum(TRACKS),
  decidedOn: optionalDay,
  startOn: optionalDay,
  termMonths: months.nullish().transform((value) => value ?? null),
  ordinal: z
    .int()
    .min(1)
    .max(100)
    .nullish()
    .transform((value) => value ?? null),
  birthOn: optionalDay,
  heldFrom: optionalDay,
  events: z
    .array(eventSchema)
    .max(10_000)
    .nullish()
    .transform((value) => value ?? []),
})

const DAY_TEXT = 'một ngày có thật, viết YYYY-MM-DD (ví dụ 2026-08-10)'
const MONTHS_TEXT = 'số tháng, là số nguyên từ 1'

/** What each field must be, for the sentence that refuses it. */
const EXPECTED: Record<string, string> = {
  track: `một trong: ${TRACKS.join(', ')}`,
  decidedOn: DAY_TEXT,
  startOn: DAY_TEXT,
  termMonths: MONTHS_TEXT,
  ordinal: 'lần cai nghiện thứ mấy, là số nguyên từ 1',
  birthOn: DAY_TEXT,
  heldFrom: DAY_TEXT,
  events: 'một danh sách sự việc',
  kind: `một trong: ${CLOCK_EVENT_KINDS.filter((kind) => kind !== 'term-corrected').join(', ')}`,
  at: 'thời điểm có thật kèm múi giờ, ví dụ 2026-08-01T09:00+07:00',
  months: MONTHS_TEXT,
}

function placeOf(path: readonly PropertyKey[]): string {
  const [list, index, field] = path
  if (list === 'events' && typeof index === 'number') {
    const event = `sự việc thứ ${index + 1}`
    return field === undefined ? event : `ô "${String(field)}" của ${event}`
  }
  return `ô "${String(list)}"`
}

function problemsOf(issues: readonly z.core.$ZodIssue[]): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    const place = placeOf(issue.path)
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const where = issue.path.length === 0 ? '' : ` trong ${place}`
        const message = `Không có ô tên "${key}"${where}. Bỏ ô này hoặc sửa lại tên.`
        return { code: 'unknown-field', message, field: [...issue.path, key].join('.') }
      })
    }
    if (issue.path.length === 0) {
      return [{ code: 'invalid-case', message: 'Tệp phải chứa một đối tượng JSON mô tả vụ việc.' }]
    }
    const expected = EXPECTED[String(issue.path.findLast((key) => typeof key === 'string'))]
    const must = issue.path.length === 2 ? 'một đối tượng có "kind" và "at"' : (expected ?? 'đúng kiểu')
    const kindWrong = issue.path.at(-1) === 'kind'
    return [
      {
        code: kindWrong ? 'unknown-event-kind' : 'invalid-field',
        message: `${place.slice(0, 1).toUpperCase()}${place.slice(1)} phải là ${must}.`,
        field: issue.path.join('.'),
      },
    ]
  })
}

/** One obligation of a tried case, with its moments as Vietnamese time text (`…+07:00`). */
interface TriedObligation {
  rule: string
  what: string
  opensAt?: string
  dueAt: string
  article: string
  form: string | null
  note?: string
}

/** The answer of the law engine to a case; a stay's regime and months are null while there is no decision. */
export interface TriedCase {
  regime: TermRegime | null
  termMonths: number | null
  endOn: Day | null
  lines: ClockLine[]
  obligations: TriedObligation[]
}

/**
 * Tries a case given as parsed JSON `{track, decidedOn, startOn, termMonths?, ordinal, birthOn, heldFrom?, events}`
 * without touching data: the term by its regime, the end with its lines, the obligations. Wrong input and
 * impossible cases come back as `refused`, each reason a sentence.
 */
export function tryCase(
  input: unknown,
  book: RuleBook,
  calendar: HolidayCalendar,
  settings: ClockSettings,
): TriedCase | { refused: Problem[] } {
  const parsed = caseSchema.safeParse(input)
  if (!parsed.success) return { refused: problemsOf(parsed.error.issues) }
  const { events, ...facts } = parsed.data
  const wrongMonths = events.findIndex((event) => {
    if (event.kind === 'reduced') return typeof event.months !== 'number' || event.months < 1
    return typeof event.months === 'number' && event.kind !== 'term-corrected'
  })
  if (wrongMonths >= 0) {
    const message = `Ô "months" của sự việc thứ ${wrongMonths + 1} sai: sự việc "reduced" phải có số tháng được giảm, là số nguyên từ 1; sự việc khác không có ô này.`
    return { refused: [{ code: 'invalid-field', message, field: `events.${wrongMonths}.months` }] }
  }
  const undecided = facts.track === 'held' && facts.decidedOn === null
  if (!undecided && facts.birthOn === null) {
    const message = `Ô "birthOn" phải là ${EXPECTED['birthOn'] ?? DAY_TEXT}.`
    return { refused: [{ code: 'invalid-field', message, field: 'birthOn' }] }
  }
  const stay = {
    ...facts,
    events: events.map(({ kind, at, months: by }) =>
      typeof by === 'number' ? { kind, at, months: by } : { kind, at },
    ),
  }
  const clock = computeStayClock(stay, book, settings)
  if ('refused' in clock) return clock
  const obligations = obligationsOf({ stay, clock }, book, calendar, settings).map(
    ({ rule, what, opensAt, dueAt, article, form, note }): TriedObligation => ({
      rule,
      what,
      ...(opensAt === undefined ? {} : { opensAt: toOffsetText(opensAt) }),
      dueAt: toOffsetText(dueAt),
      article,
      form,
      ...(note === undefined ? {} : { note }),
    }),
  )
  return {
    regime: clock.regime,
    termMonths: clock.termMonths,
    endOn: clock.endOn,
    lines: clock.lines,
    obligations,
  }
}
