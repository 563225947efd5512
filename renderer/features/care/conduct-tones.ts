import type { ConductRating } from '#domain/care/conduct.ts'
import type { Tone } from '#ui/colors.ts'

/** The colour beside the word of a rating. */
export const CONDUCT_TONES: Record<ConductRating, Tone> = {
  good: 'ok',
  fair: 'away',
  average: 'soon',
  poor: 'late',
}
