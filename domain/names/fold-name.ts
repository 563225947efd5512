const MARKS = /[\u0300-\u036f]/g
const SPACES = /\s+/g

/**
 * Text as search and comparison see it: marks dropped, đ = d, lower case, single spaces.
 * Idempotent; NFC and NFD text fold alike.
 */
export function foldName(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/[đĐðÐ]/g, 'd')
    .toLowerCase()
    .replace(SPACES, ' ')
    .trim()
}
