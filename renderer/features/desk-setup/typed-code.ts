const CHARACTERS = 28
const GROUP = 4
const NOT_PART = /[^0-9A-Z]/g

/** A pairing code as it is typed or pasted: upper case, in groups of four, no more than it has characters. */
export function formatTypedCode(text: string): string {
  const plain = text.normalize('NFKC').toUpperCase().replace(NOT_PART, '').slice(0, CHARACTERS)
  return (plain.match(/.{1,4}/g) ?? []).join(' ')
}

/**
 * Where the caret stands in the formatted text, so that typing in the middle of a code goes on there.
 * @param text what the box holds before it is formatted
 * @param caret the caret's place in it
 */
export function caretInCode(text: string, caret: number): number {
  const before = text.slice(0, caret).toUpperCase().replace(NOT_PART, '').length
  const groupsBefore = before === 0 ? 0 : Math.ceil(before / GROUP) - 1
  return Math.min(before, CHARACTERS) + groupsBefore
}
