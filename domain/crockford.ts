/** Crockford's base 32: no I, L, O, U, so that what is read from a screen or from paper is typed without doubt. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** What was typed, in these characters: case, spaces and dashes do not matter; O is read as 0, I and L as 1. */
export function readCrockford(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}
