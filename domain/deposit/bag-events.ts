import type { Problem } from '../errors.ts'
import type { Instant } from '../time/instant.ts'

/** What can be recorded of a sealed bag after it was sealed; `reversed` cancels an earlier record. */
export const BAG_EVENT_KINDS = ['returned', 'disposed', 'lost', 'found', 'damaged', 'reversed'] as const
export type BagEventKind = (typeof BAG_EVENT_KINDS)[number]

export const BAG_EVENT_LABELS: Record<BagEventKind, string> = {
  returned: 'Đã trả',
  disposed: 'Đã xử lý, tiêu hủy',
  lost: 'Mất',
  found: 'Tìm lại được',
  damaged: 'Hư hỏng',
  reversed: 'Hủy lần ghi',
}

/** What became of a bag that is not simply kept. */
const BAG_OUTCOMES = ['returned', 'disposed', 'lost', 'damaged'] as const satisfies readonly BagEventKind[]
export type BagOutcome = (typeof BAG_OUTCOMES)[number]

/** How a bag stands: follows from its events and from whether the stay is over or nearly so. */
export const BAG_STATES = ['stored', 'due-back', 'returned', 'disposed', 'lost', 'damaged'] as const
export type BagState = (typeof BAG_STATES)[number]

export const BAG_STATE_LABELS: Record<BagState, string> = {
  stored: 'Đang giữ',
  'due-back': 'Phải trả',
  returned: 'Đã trả',
  disposed: 'Đã xử lý',
  lost: 'Mất',
  damaged: 'Hư hỏng',
}

/** One thing recorded of a bag. */
export interface BagEvent {
  id: string
  kind: BagEventKind
  at: Instant
  signedBy: string
  note: string | null
  /** The record this one cancels. */
  reverses: string | null
}

/** Records that hold: none that were cancelled, and not the cancellations themselves; in the order given. */
export function standingEvents<Event extends BagEvent>(events: readonly Event[]): Event[] {
  const cancelled = new Set(events.flatMap(({ reverses }) => reverses ?? []))
  return events.filter(({ id, kind }) => kind !== 'reversed' && !cancelled.has(id))
}

/** What became of the bag by its events, oldest first; null while it is simply kept. */
function outcomeOf(events: readonly BagEvent[]): BagOutcome | null {
  const last = standingEvents(events).at(-1)?.kind
  return BAG_OUTCOMES.find((outcome) => outcome === last) ?? null
}

/** How a bag stands by what became of it. @param isDue the person has left for good, or leaves within days */
export function bagStateAfter(outcome: BagOutcome | null, isDue: boolean): BagState {
  if (outcome === null) return isDue ? 'due-back' : 'stored'
  return outcome === 'damaged' && isDue ? 'due-back' : outcome
}

/** How the bag stands after its events, oldest first. @param isDue the person has left for good, or leaves within days */
export function bagStateOf(events: readonly BagEvent[], isDue: boolean): BagState {
  return bagStateAfter(outcomeOf(events), isDue)
}

const ALLOWED: Record<BagState, readonly BagEventKind[]> = {
  stored: ['returned', 'disposed', 'lost', 'damaged'],
  'due-back': ['returned', 'disposed', 'lost', 'damaged'],
  damaged: ['returned', 'disposed', 'lost', 'damaged'],
  lost: ['found', 'disposed'],
  returned: [],
  disposed: [],
}

/** What may be recorded of a bag that stands so. */
export function bagActs(state: BagState): readonly BagEventKind[] {
  return ALLOWED[state]
}

/** What the bag is and how it stands, for a new record. */
export interface BagNow {
  sealNumber: string
  sealedAt: Instant
  state: BagState
  events: readonly BagEvent[]
}

/** Why an event may not be recorded; empty when it may. `now` bounds the moment it happened. */
export function checkBagEvent(bag: BagNow, event: BagEvent, now: Instant): Problem[] {
  const problems: Problem[] = []
  if (event.kind === 'reversed') {
    const last = standingEvents(bag.events).at(-1)
    if (last === undefined || last.id !== event.reverses) {
      const message = 'Chỉ hủy được lần ghi sau cùng còn hiệu lực của túi này. Tải lại để xem.'
      problems.push({ code: 'not-last-event', message, field: 'reverses' })
    }
  } else if (!ALLOWED[bag.state].includes(event.kind)) {
    const message = `Túi niêm phong ${bag.sealNumber} đang ở trạng thái “${BAG_STATE_LABELS[bag.state]}”, không ghi “${BAG_EVENT_LABELS[event.kind]}” được. Hủy lần ghi trước nếu ghi nhầm.`
    problems.push({ code: 'bag-state', message, field: 'kind' })
  }
  if (event.at > now) {
    problems.push({ code: 'in-future', message: 'Thời điểm ở tương lai. Ghi lúc đã xảy ra.', field: 'at' })
  }
  if (event.at < bag.sealedAt) {
    const message = 'Thời điểm trước lúc túi được niêm phong. Xem lại ngày giờ.'
    problems.push({ code: 'before-sealing', message, field: 'at' })
  }
  if (event.kind !== 'returned' && event.kind !== 'found' && event.note === null) {
    const message =
      event.kind === 'reversed' ? 'Ghi lý do hủy lần ghi này.' : 'Ghi việc đã xảy ra và số biên bản nếu có.'
    problems.push({ code: 'note-missing', message, field: 'note' })
  }
  return problems
}
