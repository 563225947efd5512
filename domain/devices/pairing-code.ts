import { CROCKFORD, readCrockford } from '../crockford.ts'
import type { Problem } from '../errors.ts'

/** Characters of each half: 70 bits. */
const HALF = 14
const SHAPE = /^[0-9A-HJKMNP-TV-Z]{28}$/
const GROUP = 4
const NOT_A_CODE: Problem = {
  code: 'pairing-code-shape',
  field: 'code',
  message:
    'Mã ghép máy có 28 ký tự, gồm 7 nhóm, mỗi nhóm 4 ký tự. Nhập lại đủ như trên màn hình quản trị viên.',
}

/** What a pairing code says: which hub it belongs to, and the secret that opens it once. */
export interface PairingCode {
  /** First 70 bits of the SHA-256 of the hub's public key, as 14 characters. */
  pinPrefix: string
  /** The one-time secret, 14 characters as they are sent and hashed. */
  secret: string
}

/**
 * The code as it is shown: 7 groups of 4. The first half names the hub's key, so that a desk refuses another hub
 * before it sends anything; the second half is the one-time secret.
 * @param pin SHA-256 of the hub's public key (SPKI, DER), 32 bytes
 * @param secretBytes at least 9 random bytes, of which the first 70 bits are used
 */
export function formatPairingCode(pin: Uint8Array, secretBytes: Uint8Array): string {
  const text = first70Bits(pin) + first70Bits(secretBytes)
  return groups(text, ' ')
}

/** A typed code, or what is wrong with it. Case, spaces and dashes do not matter; O is read as 0, I and L as 1. */
export function readPairingCode(text: string): PairingCode | Problem {
  const plain = readCrockford(text)
  if (!SHAPE.test(plain)) return NOT_A_CODE
  return { pinPrefix: plain.slice(0, HALF), secret: plain.slice(HALF) }
}

/** True when the code was made by the hub that holds this key. @param pinHex SHA-256 of its SPKI as 64 hex digits */
export function agreesWithPin(pinPrefix: string, pinHex: string): boolean {
  if (!/^[0-9a-f]{64}$/i.test(pinHex)) return false
  const bytes = Uint8Array.from({ length: 32 }, (_, index) =>
    Number.parseInt(pinHex.slice(2 * index, 2 * index + 2), 16),
  )
  return first70Bits(bytes) === pinPrefix
}

/** A key's fingerprint as people compare it: upper-case hex in groups of four. @param pinHex 64 hex digits */
export function pinText(pinHex: string): string {
  return groups(pinHex.toUpperCase(), ' ')
}

/** @throws RangeError when there are fewer than 70 bits: a shorter secret would be guessable */
function first70Bits(bytes: Uint8Array): string {
  if (bytes.length < 9) throw new RangeError('at least 9 bytes')
  let text = ''
  for (let bit = 0; bit < HALF * 5; bit += 5) {
    const at = bit >> 3
    const pair = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
    text += CROCKFORD[(pair >> (11 - (bit & 7))) & 31] ?? ''
  }
  return text
}

function groups(text: string, between: string): string {
  return (text.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join(between)
}
