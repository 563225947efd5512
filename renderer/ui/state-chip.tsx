import {
  IconAmbulance,
  IconArrowUpRight,
  IconBriefcase,
  IconCalendarPlus,
  IconCircleCheck,
  IconCircleDashed,
  IconCandle,
  IconGavel,
  IconHome,
  IconPlayerPause,
  IconRun,
  IconScale,
  type TablerIcon,
} from '@tabler/icons-react'
import {
  CUSTODY_STATE_LABELS,
  OUT_KIND_LABELS,
  type CustodyState,
  type OutKind,
} from '#domain/custody/event-kinds.ts'
import type { Tone } from '#ui/colors.ts'
import { ToneChip } from '#ui/tone-chip.tsx'

const STATE_TONES: Record<CustodyState, Tone> = {
  expected: 'ended',
  inside: 'ok',
  out: 'away',
  escaped: 'late',
  interrupted: 'ended',
  ended: 'ended',
}

const STATE_ICONS: Record<CustodyState, TablerIcon> = {
  expected: IconCalendarPlus,
  inside: IconCircleCheck,
  out: IconArrowUpRight,
  escaped: IconRun,
  interrupted: IconPlayerPause,
  ended: IconCircleDashed,
}

const OUT_ICONS: Record<OutKind, TablerIcon> = {
  funeral: IconCandle,
  hospital: IconAmbulance,
  proceedings: IconScale,
  'home-treatment': IconHome,
  court: IconGavel,
  'work-outside': IconBriefcase,
  other: IconArrowUpRight,
}

export interface StateChipProps {
  state: CustodyState
  /** Why outside; only with state `out`. */
  outKind?: OutKind | null
  /** Past the hour of return: the chip turns red and says so. */
  overdue?: boolean
}

/** Where a person stands in custody at this moment. */
export function StateChip({ state, outKind, overdue = false }: StateChipProps) {
  if (state === 'out' && outKind) {
    const text = OUT_KIND_LABELS[outKind]
    return overdue ? (
      <ToneChip tone="late" text={`Quá hạn · ${text}`} />
    ) : (
      <ToneChip tone="away" text={text} icon={OUT_ICONS[outKind]} />
    )
  }
  return (
    <ToneChip
      tone={STATE_TONES[state]}
      text={CUSTODY_STATE_LABELS[state]}
      icon={STATE_ICONS[state]}
      quiet={state === 'inside'}
    />
  )
}
