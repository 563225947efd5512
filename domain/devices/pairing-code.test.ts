import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreesWithPin, formatPairingCode, pinText, readPairingCode } from './pairing-code.ts'

const PIN = Uint8Array.from({ length: 32 }, (_, index) => (index * 37 + 11) & 255)
const SECRET = Uint8Array.from({ length: 9 }, (_, index) => 255 - index)
const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

function read(text: string) {
  const code = readPairingCode(text)
  if ('message' in code) throw new Error(code.message)
  return code
}

describe('a pairing code', () => {
  test('is 28 characters in 7 groups of 4 without I, L, O and U', () => {
    expect(formatPairingCode(PIN, SECRET)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4} ){6}[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  test('holds the first 70 bits of both halves, most significant first', () => {
    expect(formatPairingCode(new Uint8Array(32), new Uint8Array(9).fill(255)).replaceAll(' ', '')).toBe(
      '0'.repeat(14) + 'Z'.repeat(14),
    )
    expect(read(formatPairingCode(Uint8Array.of(0x08, 0x42, ...new Uint8Array(30)), SECRET)).pinPrefix).toBe(
      '11100000000000',
    )
  })

  test.each([
    ['small letters', (code: string) => code.toLowerCase()],
    ['dashes between groups', (code: string) => code.replaceAll(' ', '-')],
    ['no gaps', (code: string) => code.replaceAll(' ', '')],
    ['long dashes and tabs', (code: string) => code.replace(' ', '–').replace(' ', '\t')],
    ['full-width letters of a Vietnamese or Chinese keyboard', (code: string) => code.replace('Z', 'Ｚ')],
    ['O for 0, I and L for 1', (code: string) => code.replace('0', 'o').replace('1', 'L').replace('1', 'i')],
  ])('is read the same with %s', (_name, change) => {
    const code = formatPairingCode(Uint8Array.of(0, 0x84, 0x21, ...PIN.slice(3)), SECRET)
    expect(read(change(code))).toEqual(read(code))
  })

  test.each([
    ['nothing', ''],
    ['27 characters', '0'.repeat(27)],
    ['29 characters', '0'.repeat(29)],
    ['a letter it never shows', `U${'0'.repeat(27)}`],
    ['a mark inside', `0_${'0'.repeat(26)}`],
  ])('with %s is refused with what to do', (_name, text) => {
    expect(readPairingCode(text)).toMatchObject({ code: 'pairing-code-shape', field: 'code' })
  })

  test('agrees with the key it was made for, in either case, and with no other', () => {
    const { pinPrefix } = read(formatPairingCode(PIN, SECRET))
    expect(agreesWithPin(pinPrefix, hex(PIN))).toBe(true)
    expect(agreesWithPin(pinPrefix, hex(PIN).toUpperCase())).toBe(true)
    expect(agreesWithPin(pinPrefix, hex(PIN).slice(2))).toBe(false)
    expect(agreesWithPin(pinPrefix, '')).toBe(false)
  })

  test('of any key and secret comes back whole, and one changed bit of the first 70 is noticed', () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
    fc.assert(
      fc.property(bytes(32), bytes(9), fc.integer({ min: 0, max: 69 }), (pin, secret, bit) => {
        const code = read(formatPairingCode(pin, secret))
        const other = pin.map((byte, index) => (index === bit >> 3 ? byte ^ (128 >> (bit & 7)) : byte))
        expect(agreesWithPin(code.pinPrefix, hex(pin))).toBe(true)
        expect(agreesWithPin(code.pinPrefix, hex(other))).toBe(false)
        expect(read(formatPairingCode(other, secret)).secret).toBe(code.secret)
      }),
    )
  })

  test('is not made of fewer than 70 bits', () => {
    expect(() => formatPairingCode(PIN, new Uint8Array(8))).toThrow(RangeError)
  })
})

test('a fingerprint is shown in upper case in groups of four', () => {
  expect(pinText('0a1b2c3d')).toBe('0A1B 2C3D')
})
