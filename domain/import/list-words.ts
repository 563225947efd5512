import { foldName } from '#domain/names/fold-name.ts'
import type { Sex } from '#domain/people/sex.ts'
import type { Track } from '#domain/stay/track.ts'

const TRACK_WORDS: { track: Track; words: RegExp }[] = [
  {
    track: 'held',
    words:
      /\b(?:lap ho so|lap hs|cho lap|cho ho so|luu giu|luu giu tam thoi|tam giu|cho (?:qd|quyet dinh|toa)|chua co (?:qd|quyet dinh)|xac dinh tinh trang|thoi gian lap)\b|^(?:lhs|dlhs)$/,
  },
  { track: 'compulsory', words: /\bbat buoc\b|^(?:bb|cnbb|cai bb|dien bb|cai nghien bb)$|^(?:bb|cnbb) \d+/ },
  {
    track: 'voluntary',
    words:
      /\btu nguyen\b|^(?:tn|cntn|cai tn|dien tn|cai nghien tn|tu nguyen tai co so)$|\bhop dong\b|^(?:tn|cntn) \d+/,
  },
]

/** The track that a word in a list names; undefined when it names none or more than one ("BB/TN?"). */
export function parseTrack(text: string): Track | undefined {
  const words = foldName(text)
    .replace(/\./g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  const found = TRACK_WORDS.filter((one) => one.words.test(words)).map((one) => one.track)
  // "Bắt buộc (đang lập hồ sơ)": the dossier is still being made, whatever it will become.
  if (found[0] === 'held' && !found.includes('voluntary')) return 'held'
  return found.length === 1 ? found[0] : undefined
}

/** Nam / Nữ and their abbreviations; undefined for anything else. */
export function parseSex(text: string): Sex | undefined {
  const word = foldName(text).replace(/[^a-z0-9]+/g, '')
  if (/^(?:nam|trai|m|male|namgioi|ong)$/.test(word)) return 'male'
  if (/^(?:nu|gai|f|female|nugioi|ba)$/.test(word)) return 'female'
  return undefined
}

/** A tick in a Nam or Nữ column. */
export function isTick(text: string): boolean {
  return /^(?:x|v|1|\+|✓|✔|☑|true|co|nam|nu)$/i.test(foldName(text))
}

const LONGEST_TERM = 60

/**
 * A term in whole months: "24", "24 tháng", "2 năm", "1 năm 6 tháng". Undefined when no number of months from 1
 * to 60 can be read; words ("hai mươi bốn") are not read.
 */
export function parseTermMonths(text: string): number | undefined {
  const words = foldName(text.replace(/[()]/g, ' '))
  const match = /^(?:(\d{1,2}) ?nam)?(?:[ ,]*(\d{1,3})(?:[.,]0+)? ?(?:thang|th|t)?\.?)?$/.exec(words)
  if (!match || (match[1] === undefined && match[2] === undefined)) return undefined
  const months = Number(match[1] ?? 0) * 12 + Number(match[2] ?? 0)
  return months >= 1 && months <= LONGEST_TERM ? months : undefined
}

const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6, vii: 7, viii: 8 }

/** Which stay this is for the person: "2", "lần 2", "lần thứ II", "lần đầu". Undefined when unreadable. */
export function parseOrdinal(text: string): number | undefined {
  const words = foldName(text)
  if (/^(?:lan )?(?:thu )?(?:dau|nhat)(?: tien)?$/.test(words)) return 1
  const match = /^(?:lan )?(?:thu )?(\d{1,2}|[iv]+)(?: lan)?$/.exec(words)?.[1]
  const ordinal = match === undefined ? undefined : (ROMAN[match] ?? Number(match))
  return ordinal !== undefined && ordinal >= 1 && ordinal <= 20 ? ordinal : undefined
}
