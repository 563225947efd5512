import type { ObligationView } from '#domain/contract/obligations.ts'
import { OBLIGATION_STATE_LABELS } from '#domain/obligations/obligation-state.ts'
import { endOfDay, dayOf, formatInstant, type Instant } from '#domain/time/instant.ts'
import type { Tone } from '#ui/colors.ts'

/** How an obligation stands, in a word and its moment, with a tone. */
export function dueChip(
  { state, dueAt, doneAt, opensAt }: Pick<ObligationView, 'state' | 'dueAt' | 'doneAt' | 'opensAt'>,
  now: Instant,
): { tone: Tone; text: string } {
  if (state !== 'scheduled') {
    const late = state === 'done' && doneAt !== null && doneAt > dueAt
    return { tone: late ? 'soon' : 'ok', text: `${OBLIGATION_STATE_LABELS[state]}${late ? ', trễ' : ''}` }
  }
  if (dueAt < now) return { tone: 'late', text: `Quá hạn ${formatInstant(dueAt)}` }
  if (opensAt !== null && now < opensAt) return { tone: 'ended', text: `Chờ đến ${formatInstant(opensAt)}` }
  return { tone: dueAt < endOfDay(dayOf(now)) ? 'soon' : 'ended', text: `Hạn ${formatInstant(dueAt)}` }
}
