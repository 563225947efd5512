/** Where Windows-1252 keeps characters between 0x80 and 0x9F; the others stand at their own number. */
const WINDOWS_1252 = new Map(
  '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
    .split('')
    .map((char, index) => [char, 0x80 + index]),
)

function byteOf(char: string): number | undefined {
  const code = char.codePointAt(0) ?? 0
  return WINDOWS_1252.get(char) ?? (code < 0x100 ? code : undefined)
}

/**
 * UTF-8 that a scanner typed byte by byte as Western letters ("Nguyá»…n" → "Nguyễn"); any other text comes back as
 * it is.
 */
export function readAsUtf8(text: string): string {
  if (!/[ÃÂÄÅÆá][\u0080-\u00bf€-™]|á[º»]/.test(text)) return text
  let encoded = ''
  for (const char of text) {
    const byte = byteOf(char)
    if (byte === undefined) return text
    encoded += `%${byte.toString(16).padStart(2, '0')}`
  }
  try {
    return decodeURIComponent(encoded).normalize('NFC')
  } catch {
    return text
  }
}
