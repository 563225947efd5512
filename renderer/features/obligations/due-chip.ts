import type { ObligationView } from '#domain/contract/obligations.ts'
import { OBLIGATION_STATE_LABELS } from '#domain/obligations/obligation-state.ts'
import { daysBetween } from '#domain/time/day.ts'
import { endOfDay, dayOf, formatInstant, type Instant } from '#domain/time/instant.ts'
import type { Tone } from '#ui/colors.ts'
import { formatDaysLeft } from '#ui/format.ts'

type DueFacts = Pick<ObligationView, 'state' | 'dueAt' | 'doneAt' | 'opensAt'>

/** How an obligation stands, in a word and its moment, with a tone. */
export function dueChip(
  { state, dueAt, doneAt, opensAt }: DueFacts,
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

/** The same where there is no room for a line: how long it is, and the moment it is counted to. */
export function dueInDays(facts: DueFacts, now: Instant): { tone: Tone; text: string; at: Instant } {
  const { state, dueAt, opensAt } = facts
  const { tone, text } = dueChip(facts, now)
  if (state !== 'scheduled') return { tone, text, at: dueAt }
  if (dueAt >= now && opensAt !== null && now < opensAt) return { tone, text: 'chờ đến', at: opensAt }
  const days = daysBetween(dayOf(now), dayOf(dueAt))
  if (days === 0) return { tone, text: dueAt < now ? 'quá hạn hôm nay' : 'hạn hôm nay', at: dueAt }
  return { tone, text: formatDaysLeft(days), at: dueAt }
}
