import type { EscapeCandidate, EscapeLine } from '#domain/contract/escape-shapes.ts'
import { ESCAPE_STANDING_LABELS, type EscapeStanding } from '#domain/incidents/escape-standing.ts'
import { formatInstant, type Instant } from '#domain/time/instant.ts'
import { addHours } from '#domain/time/instant.ts'
import type { Tone } from '#ui/colors.ts'

/** Names in a sentence; the rest are counted. */
export function namesOf(people: readonly { name: string }[], most = 5): string {
  const shown = people.slice(0, most).map(({ name }) => name)
  const more = people.length - shown.length
  return more > 0 ? `${shown.join(', ')} và ${more} người khác` : shown.join(', ')
}

const TONES: Record<EscapeStanding, Tone> = {
  away: 'late',
  recovered: 'ok',
  ended: 'ended',
  withdrawn: 'ended',
}

/** How an escape stands, as a chip. */
export function standingChip({ standing, recoveredAt }: Pick<EscapeLine, 'standing' | 'recoveredAt'>): {
  tone: Tone
  text: string
} {
  const text =
    recoveredAt === null
      ? ESCAPE_STANDING_LABELS[standing]
      : `${ESCAPE_STANDING_LABELS[standing]} ${formatInstant(recoveredAt)}`
  return { tone: TONES[standing], text }
}

/** `3 ngày`, `5 giờ`, `20 phút`: how long somebody has been away. */
export function awayText(from: Instant, now: Instant): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(from)) / 60_000))
  if (minutes < 60) return `${minutes} phút`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `${hours} giờ` : `${Math.floor(hours / 24)} ngày`
}

/** Sentences of what the law asks for after an escape, each with its article. */
export function lawSentences(
  { search, told }: Pick<EscapeCandidate, 'search' | 'told'>,
  at: Instant,
): { text: string; source: string; isUnsettled: boolean }[] {
  const searching =
    search === null
      ? []
      : [
          {
            text: `${search.issuer}${search.form === null ? '' : ` (${search.form})`}.${search.note === null ? '' : ` ${search.note}.`}`,
            source: `${search.rule}, ${search.article}`,
            isUnsettled: search.confidence === 'unsettled',
          },
        ]
  return [
    ...searching,
    ...told.map((one) => ({
      text: `${one.what}${one.hours === null ? '' : ` trước ${formatInstant(addHours(at, one.hours))} (${one.hours} giờ)`}.${one.note === null ? '' : ` ${one.note}.`}`,
      source: `${one.rule}, ${one.article}`,
      isUnsettled: false,
    })),
  ]
}
