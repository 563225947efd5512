import type { Problem } from '../errors.ts'
import { formatDay, type Day } from '../time/day.ts'
import { dayOf, formatInstant, type Instant } from '../time/instant.ts'
import {
  CLOCK_ACTIONS,
  CLOCK_EVENT_KINDS,
  nameClockEvent,
  type ClockEvent,
  type SpanCause,
} from './clock-event.ts'

/** A stretch not spent inside; `toAt` is null while it lasts. */
export interface ClockSpan {
  step: 'span'
  cause: SpanCause
  at: Instant
  toAt: Instant | null
}

/** A decision that acts at its moment: `months` off the term, or the rest exempted. */
type ClockDecision = { step: 'reduced'; at: Instant; months: number } | { step: 'exempted'; at: Instant }

/** What the clock adds up, in the order of `at`. */
export type ClockStep = ClockSpan | ClockDecision

export interface ClockReplay {
  steps: ClockStep[]
  /** Sum of the corrections of the decided term, in months, signed. */
  correctedMonths: number
}

const SINCE: Record<SpanCause, string> = {
  funeral: 'học viên đang về chịu tang',
  hospital: 'học viên đang đi viện',
  proceedings: 'học viên đang được trích xuất để tố tụng',
  'home-treatment': 'học viên đang điều trị tại gia đình',
  court: 'học viên đang ra tòa',
  'work-outside': 'học viên đang lao động ngoài cơ sở',
  other: 'học viên đang ra ngoài',
  suspension: 'học viên đang được tạm đình chỉ',
  escape: 'học viên đang bỏ trốn',
  prison: 'học viên đang chấp hành án phạt tù',
}

const CLOSE_WITHOUT_OPEN: Record<SpanCause, { code: string; missing: string }> = {
  funeral: { code: 'returned-without-leaving', missing: 'chưa có lần về chịu tang nào đang mở' },
  hospital: { code: 'returned-without-leaving', missing: 'chưa có lần đi viện nào đang mở' },
  proceedings: { code: 'returned-without-leaving', missing: 'chưa có lần trích xuất nào đang mở' },
  'home-treatment': {
    code: 'returned-without-leaving',
    missing: 'chưa có lần điều trị tại gia đình nào đang mở',
  },
  court: { code: 'returned-without-leaving', missing: 'chưa có lần ra tòa nào đang mở' },
  'work-outside': {
    code: 'returned-without-leaving',
    missing: 'chưa có lần lao động ngoài cơ sở nào đang mở',
  },
  other: { code: 'returned-without-leaving', missing: 'chưa có lần ra ngoài nào đang mở' },
  suspension: { code: 'resumed-without-suspension', missing: 'chưa có quyết định tạm đình chỉ nào đang mở' },
  escape: { code: 'recovered-without-escape', missing: 'chưa ghi lần bỏ trốn nào trước đó' },
  prison: { code: 'continued-without-prison', missing: 'chưa ghi việc đi chấp hành án phạt tù' },
}

/** Escape, suspension and prison may begin while out; an outing begins only from inside. */
function canOpen(cause: SpanCause, open: ClockSpan | null): boolean {
  if (open === null) return true
  if (open.cause === 'escape' || open.cause === 'prison') return false
  if (cause === 'escape' || cause === 'prison') return true
  return cause === 'suspension' && open.cause !== 'suspension'
}

function isLegal(event: ClockEvent, open: ClockSpan | null): boolean {
  const action = CLOCK_ACTIONS[event.kind]
  if (action.does === 'open') return canOpen(action.cause, open)
  if (action.does === 'close') return open?.cause === action.cause
  if (action.does === 'reduce') return open?.cause !== 'escape' && open?.cause !== 'prison'
  if (action.does === 'exempt') return open?.cause !== 'escape'
  return true
}

function refuse(event: ClockEvent, open: ClockSpan | null): Problem {
  const action = CLOCK_ACTIONS[event.kind]
  const name = nameClockEvent(event)
  const field = 'events'
  const now =
    open === null ? 'học viên đang ở trong cơ sở' : `${SINCE[open.cause]} từ ${formatInstant(open.at)}`
  if (action.does === 'close') {
    const { code, missing } = CLOSE_WITHOUT_OPEN[action.cause]
    const message = `Không thể có ${name}: ${missing} (lúc đó ${now}). Kiểm tra lại thứ tự và thời điểm.`
    return { code, message, field }
  }
  if (action.cause === 'escape' && open?.cause === 'escape') {
    const message = `Không thể có ${name}: ${now} mà chưa ghi việc trở lại. Ghi việc bắt lại, trở lại trước.`
    return { code: 'escaped-twice', message, field }
  }
  const code = action.does === 'open' && canOpen('escape', open) ? 'out-while-out' : 'not-inside'
  return { code, message: `Không thể có ${name}: ${now}. Ghi việc trở lại trước.`, field }
}

const RANK = Object.fromEntries(CLOCK_EVENT_KINDS.map((kind, index) => [kind, index])) as Record<
  string,
  number
>

function compareEvents(a: ClockEvent, b: ClockEvent): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return (RANK[a.kind] ?? 0) - (RANK[b.kind] ?? 0) || (a.months ?? 0) - (b.months ?? 0)
}

/** Takes the next event; among those of one moment the first that is possible, so recording order plays no part. */
function takeNext(waiting: ClockEvent[], open: ClockSpan | null): ClockEvent | undefined {
  const at = waiting[0]?.at
  const index = waiting.findIndex((event) => event.at === at && isLegal(event, open))
  return waiting.splice(Math.max(index, 0), 1)[0]
}

/**
 * Puts events in order of what happened (never of recording) and makes spans of them.
 * Refuses the first event that cannot have been; `firstOn` is the first day of the stay (null: unknown).
 */
export function replayClockEvents(
  events: readonly ClockEvent[],
  firstOn: Day | null,
): ClockReplay | { refused: Problem[] } {
  const steps: ClockStep[] = []
  const waiting = events.toSorted(compareEvents)
  let open: ClockSpan | null = null
  let exemptedAt: Instant | null = null
  let correctedMonths = 0
  for (let event = takeNext(waiting, open); event !== undefined; event = takeNext(waiting, open)) {
    if (firstOn !== null && dayOf(event.at) < firstOn) {
      const message = `${nameClockEvent(event)} xảy ra trước ngày vào cơ sở ${formatDay(firstOn)}. Sửa lại ngày.`
      return { refused: [{ code: 'event-before-start', message, field: 'events' }] }
    }
    if (exemptedAt !== null) {
      const message = `${nameClockEvent(event)} xảy ra sau khi được miễn phần thời hạn còn lại lúc ${formatInstant(exemptedAt)}. Xóa bớt một sự việc.`
      return { refused: [{ code: 'event-after-end', message, field: 'events' }] }
    }
    if (!isLegal(event, open)) return { refused: [refuse(event, open)] }
    const action = CLOCK_ACTIONS[event.kind]
    if (action.does === 'open' || action.does === 'close') {
      if (open !== null) open.toAt = event.at
      open = action.does === 'close' ? null : { step: 'span', cause: action.cause, at: event.at, toAt: null }
      if (open !== null) steps.push(open)
    } else if (action.does === 'correct') {
      correctedMonths += event.months ?? 0
    } else if (action.does === 'reduce') {
      steps.push({ step: 'reduced', at: event.at, months: event.months ?? 0 })
    } else {
      exemptedAt = event.at
      if (open !== null) open.toAt = event.at
      steps.push({ step: 'exempted', at: event.at })
    }
  }
  return { steps, correctedMonths }
}
