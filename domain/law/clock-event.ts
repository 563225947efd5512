import { OUT_KIND_LABELS, OUT_KINDS, type OutKind } from '../custody/event-kinds.ts'
import { formatInstant, type Instant } from '../time/instant.ts'

/** What happened to a stay as far as the term is concerned; every way out has its own `-out` and `-back`. */
export const CLOCK_EVENT_KINDS = [
  'recovered',
  'hospital-back',
  'funeral-back',
  'proceedings-back',
  'home-treatment-back',
  'court-back',
  'work-outside-back',
  'other-back',
  'resumed',
  'continued',
  'reduced',
  'term-corrected',
  'hospital-out',
  'funeral-out',
  'proceedings-out',
  'home-treatment-out',
  'court-out',
  'work-outside-out',
  'other-out',
  'suspended',
  'escaped',
  'imprisoned',
  'exempted',
] as const
export type ClockEventKind = (typeof CLOCK_EVENT_KINDS)[number]

/** One event of the clock. `months`: by how much a term is reduced (positive) or corrected (signed). */
export interface ClockEvent {
  kind: ClockEventKind
  at: Instant
  months?: number
  /** When someone who goes out is due back, where that was said. */
  until?: Instant
}

/** Why the person is not inside: what a span of the clock is called. */
export type SpanCause = OutKind | 'suspension' | 'escape' | 'prison'

/** How an event acts on the clock: opens or closes a span, or acts at its moment. */
export type ClockAction =
  | { does: 'open' | 'close'; cause: SpanCause }
  | { does: 'reduce' | 'correct' | 'exempt'; cause?: undefined }

function outAction(kind: ClockEventKind): ClockAction | undefined {
  for (const cause of OUT_KINDS) {
    if (kind === `${cause}-out`) return { does: 'open', cause }
    if (kind === `${cause}-back`) return { does: 'close', cause }
  }
  return undefined
}

function actionFor(kind: ClockEventKind): ClockAction {
  switch (kind) {
    case 'escaped':
      return { does: 'open', cause: 'escape' }
    case 'recovered':
      return { does: 'close', cause: 'escape' }
    case 'suspended':
      return { does: 'open', cause: 'suspension' }
    case 'resumed':
      return { does: 'close', cause: 'suspension' }
    case 'imprisoned':
      return { does: 'open', cause: 'prison' }
    case 'continued':
      return { does: 'close', cause: 'prison' }
    case 'reduced':
      return { does: 'reduce' }
    case 'term-corrected':
      return { does: 'correct' }
    default:
      return outAction(kind) ?? { does: 'exempt' }
  }
}

/** How each kind acts. Where events share a moment, the order of the list is tried first. */
export const CLOCK_ACTIONS = Object.fromEntries(
  CLOCK_EVENT_KINDS.map((kind) => [kind, actionFor(kind)]),
) as Record<ClockEventKind, ClockAction>

const OWN_LABELS: Partial<Record<ClockEventKind, string>> = {
  escaped: 'Bỏ trốn',
  recovered: 'Bắt lại, trở lại sau bỏ trốn',
  suspended: 'Tạm đình chỉ',
  resumed: 'Hết tạm đình chỉ, trở lại',
  imprisoned: 'Đi chấp hành án phạt tù',
  continued: 'Trở lại sau khi chấp hành án phạt tù',
  reduced: 'Được giảm thời hạn',
  'term-corrected': 'Sửa thời hạn cho đúng quyết định',
  exempted: 'Được miễn phần thời hạn còn lại',
}

/** What the event is called in a sentence, with its moment: `“Bỏ trốn” lúc 14:02 05/03/2027`. */
export function nameClockEvent(event: ClockEvent): string {
  const action = CLOCK_ACTIONS[event.kind]
  const cause = OUT_KINDS.find((kind) => kind === action.cause)
  const out = cause === undefined ? event.kind : OUT_KIND_LABELS[cause]
  const label = OWN_LABELS[event.kind] ?? (action.does === 'close' ? `Trở lại (${out})` : out)
  return `“${label}” lúc ${formatInstant(event.at)}`
}
