import type { RollWord } from '#domain/contract/roll.ts'
import { ROLL_WORDS } from '#domain/contract/roll.ts'
import { OUT_KIND_LABELS, OUT_KINDS } from '#domain/custody/event-kinds.ts'
import { SEXES, type Sex } from '#domain/people/sex.ts'
import { TRACKS, type Track } from '#domain/stay/track.ts'
import { parseInstant, type Instant } from '#domain/time/instant.ts'

/** What a number of the roll counts, in words. */
export function rollWordLabel(word: RollWord): string {
  const kind = OUT_KINDS.find((known) => word === `out:${known}`)
  if (kind) return OUT_KIND_LABELS[kind]
  return WORD_LABELS[word as keyof typeof WORD_LABELS]
}

const WORD_LABELS = {
  onRoll: 'Trong danh sách',
  present: 'Có mặt',
  inZone: 'Trong khu',
  out: 'Ra ngoài',
  suspended: 'Tạm đình chỉ',
  escaped: 'Bỏ trốn',
  interrupted: 'Gián đoạn',
  awaitingBed: 'Chờ xếp giường',
} as const

/** What the list behind a number holds; null = all, at = null is now. */
export interface RollQuestion {
  at: Instant | null
  word: RollWord
  zoneId: string | null
  track: Track | null
  sex: Sex | null
}

/** The address of the list behind a number. */
export function rollHref(question: Partial<RollQuestion>): string {
  const { at = null, word = 'onRoll', zoneId = null, track = null, sex = null } = question
  const parts = Object.entries({ luc: at, tu: word, khu: zoneId, dien: track, gioi: sex }).flatMap(
    ([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`]),
  )
  return `/quan-so/nguoi?${parts.join('&')}`
}

/** The address of the roll at a moment; null = now. */
export function rollAtHref(at: Instant | null): string {
  return at === null ? '/quan-so' : `/quan-so?luc=${encodeURIComponent(at)}`
}

/** The moment an address asks for; null = now, also for text that is none. */
export function readRollMoment(search: Readonly<Record<string, unknown>>): Instant | null {
  const text = search['luc']
  return typeof text === 'string' ? (parseInstant(text) ?? null) : null
}

/** The list an address asks for; parts that make no sense count as absent. */
export function readRollQuestion(search: Readonly<Record<string, unknown>>): RollQuestion {
  const zone = search['khu']
  return {
    at: readRollMoment(search),
    word: ROLL_WORDS.find((word) => word === search['tu']) ?? 'onRoll',
    zoneId: typeof zone === 'string' && zone !== '' ? zone : null,
    track: TRACKS.find((track) => track === search['dien']) ?? null,
    sex: SEXES.find((sex) => sex === search['gioi']) ?? null,
  }
}
