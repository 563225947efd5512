/** What no keyboard types on purpose and no paper shows: control, zero-width and direction characters, half letters. */
const UNSEEN = /[^\P{Cc}\n]|[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu

/** The text as it is kept: what can be seen, composed, lines ending with \n. */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/\p{Cs}/gu, '')
    .replace(UNSEEN, '')
    .normalize('NFC')
}

/** The same on one line. */
export function plainLine(text: string): string {
  return plainText(text).replaceAll('\n', ' ')
}
