import { foldName } from './fold-name.ts'

const ALPHABET = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
const TONE_RANK: Record<string, string> = {
  '\u0300': '1',
  '\u0309': '2',
  '\u0303': '3',
  '\u0301': '4',
  '\u0323': '5',
}
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/
/** Letters of the alphabet in order, each as one ASCII character that sorts the same way. */
const LETTER_KEYS = new Map(ALPHABET.split('').map((letter, i) => [letter, String.fromCharCode(65 + i)]))

/**
 * Plain text that sorts names as Vietnamese lists do: by given name (last word), then surname, then the words
 * between; letters a ă â b … đ … y, then tones ngang, huyền, hỏi, ngã, sắc, nặng. Compare with `<`.
 */
export function nameSortKey(name: string): string {
  const words = name.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean)
  const given = words.pop() ?? ''
  return [given, ...words].map(wordKey).join(' ')
}

function wordKey(word: string): string {
  let letters = ''
  let tone = '0'
  for (const char of word) {
    const decomposed = char.normalize('NFD')
    const mark = TONES.exec(decomposed)?.[0]
    if (mark) tone = TONE_RANK[mark] ?? '0'
    const letter = mark ? decomposed.replace(mark, '').normalize('NFC') : char
    letters += LETTER_KEYS.get(letter) ?? ''
  }
  return letters + tone
}

/** First letters of the words, folded: "Nguyễn Văn Đức" → "nvd". */
export function initialsOf(name: string): string {
  return foldName(name)
    .split(' ')
    .map((word) => /[a-z]/.exec(word)?.[0] ?? '')
    .join('')
}
