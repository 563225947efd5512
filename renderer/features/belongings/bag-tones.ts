import type { BagState } from '#domain/deposit/bag-events.ts'
import type { Tone } from '#ui/colors.ts'

/** How the state of a bag is coloured, everywhere it is named. */
export const BAG_STATE_TONES: Record<BagState, Tone> = {
  stored: 'ok',
  'due-back': 'soon',
  returned: 'ended',
  disposed: 'ended',
  lost: 'late',
  damaged: 'late',
}
