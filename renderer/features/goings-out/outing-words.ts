import type { Outing, OutNow } from '#domain/contract/goings-out-shapes.ts'
import { OUT_KIND_LABELS, OUT_KINDS } from '#domain/custody/event-kinds.ts'
import { OUTING_RULES } from '#domain/goings-out/outing-kinds.ts'
import { OUTING_STATE_LABELS, type OutingState } from '#domain/goings-out/outing-state.ts'
import { choices } from '#ui/choices.ts'
import type { Tone } from '#ui/colors.ts'

const STATE_TONES: Record<OutingState, Tone> = {
  requested: 'soon',
  'first-approved': 'soon',
  approved: 'ok',
  denied: 'ended',
  withdrawn: 'ended',
  out: 'away',
  returned: 'ok',
  escaped: 'late',
  suspended: 'away',
  interrupted: 'ended',
  ended: 'ended',
}

/** How an outing stands, as a chip. */
export function outingChip({ state, isOverdue, kind }: Pick<Outing, 'state' | 'isOverdue' | 'kind'>): {
  tone: Tone
  text: string
} {
  if (isOverdue) return { tone: 'late', text: 'Quá hạn trở lại' }
  if (state === 'requested' && !OUTING_RULES[kind].needsDecision) return { tone: 'soon', text: 'Chờ đi' }
  return { tone: STATE_TONES[state], text: OUTING_STATE_LABELS[state] }
}

/** Why somebody is out, suspended ones apart. */
export function outText(row: Pick<OutNow, 'outKind' | 'isSuspended'>): string {
  return row.isSuspended ? 'Tạm đình chỉ' : OUT_KIND_LABELS[row.outKind]
}

/** Kinds to filter by. */
export const OUT_CHOICES = [
  ...choices(OUT_KINDS, OUT_KIND_LABELS),
  { value: 'suspended' as const, label: 'Tạm đình chỉ' },
]
