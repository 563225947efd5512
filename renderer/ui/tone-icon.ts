import {
  IconAlertTriangle,
  IconArrowUpRight,
  IconCircleCheck,
  IconCircleDashed,
  IconClockExclamation,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Tone } from '#ui/colors.ts'

/** The shape that carries a tone for eyes that do not see its colour. */
export const TONE_ICONS: Record<Tone, TablerIcon> = {
  ok: IconCircleCheck,
  soon: IconClockExclamation,
  late: IconAlertTriangle,
  away: IconArrowUpRight,
  ended: IconCircleDashed,
}
