import { spellingOf } from './vietnamese-syllable.ts'

const TONE_KEYS: Record<string, string> = { f: '\u0300', r: '\u0309', x: '\u0303', s: '\u0301', j: '\u0323' }
const VOWELS = /[aăâeêioôơuưy]/

/**
 * Reads Telex keystrokes typed without an input method: "nguyeenx vawn ddwcs" → "nguyễn văn đức". Words that
 * make no Vietnamese syllable when read so are left as typed. Lower case out.
 */
export function decodeTelex(text: string): string {
  return text
    .toLowerCase()
    .split(/(\s+)/)
    .map((word) => (/^[a-z]+$/.test(word) ? decodeWord(word) : word))
    .join('')
}

function decodeWord(word: string): string {
  const { letters, tone } = readKeys(word)
  const shaped = letters
    .replace(/dd/g, 'đ')
    .replace(/(?<=^[^aeo]*)d([^d]*)d$/, 'đ$1')
    .replace(/uow|uwow/g, 'ươ')
    .replace(/aa/g, 'â')
    .replace(/ee/g, 'ê')
    .replace(/oo/g, 'ô')
    .replace(/aw/g, 'ă')
    .replace(/ow/g, 'ơ')
    .replace(/uw/g, 'ư')
    .replace(/w/g, 'ư')
  const decoded = placeTone(shaped, tone)
  return decoded !== word && spellingOf(decoded) === 'syllable' ? decoded : word
}

/** Splits keystrokes into letters and the last tone key pressed after a vowel. */
function readKeys(word: string): { letters: string; tone: string } {
  let letters = ''
  let tone = ''
  for (const key of word) {
    const mark = TONE_KEYS[key]
    if (mark !== undefined && /[aeiouyw]/.test(letters)) tone = mark
    else if (key === 'z' && tone) tone = ''
    else letters += key
  }
  return { letters, tone }
}

/** Puts the tone where the new orthography does: the marked vowel, else the last before a final, else the first. */
function placeTone(word: string, tone: string): string {
  if (!tone) return word
  const start = /^(?:qu|gi(?=[aăâeêoôơuư]))/.exec(word)?.[0].length ?? 0
  const letters = word.split('')
  const spots = letters.flatMap((letter, i) => (i >= start && VOWELS.test(letter) ? [i] : []))
  const marked = spots.filter((i) => /[ăâêôơư]/.test(letters[i] ?? '')).at(-1)
  const isClosed = (spots.at(-1) ?? 0) < letters.length - 1
  const spot = marked ?? (isClosed ? spots.at(-1) : openSpot(letters, spots))
  if (spot === undefined) return word
  letters[spot] = `${letters[spot] ?? ''}${tone}`
  return letters.join('').normalize('NFC')
}

function openSpot(letters: string[], spots: number[]): number | undefined {
  if (spots.length === 3) return spots[1]
  const pair = spots.map((i) => letters[i]).join('')
  return pair === 'oa' || pair === 'oe' || pair === 'uy' ? spots[1] : spots[0]
}
