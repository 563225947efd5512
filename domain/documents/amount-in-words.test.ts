import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountInWords } from './amount-in-words.ts'

describe('an amount in words', () => {
  it.each([
    [0, 'Không đồng'],
    [5, 'Năm đồng'],
    [10, 'Mười đồng'],
    [15, 'Mười lăm đồng'],
    [21, 'Hai mươi mốt đồng'],
    [105, 'Một trăm linh năm đồng'],
    [1_000, 'Một nghìn đồng'],
    [1_001, 'Một nghìn không trăm linh một đồng'],
    [20_500, 'Hai mươi nghìn năm trăm đồng'],
    [1_205_000, 'Một triệu hai trăm linh năm nghìn đồng'],
    [1_000_010, 'Một triệu không trăm mười đồng'],
    [2_000_000_000, 'Hai tỷ đồng'],
    [
      999_999_999_999,
      'Chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín đồng',
    ],
  ])('%d is “%s”', (amount, words) => {
    expect(amountInWords(amount)).toBe(words)
  })

  it('refuses what is no amount of whole đồng', () => {
    for (const amount of [-1, 0.5, Number.NaN, 1e12]) expect(() => amountInWords(amount)).toThrow(RangeError)
  })

  it('tells any two amounts apart', () => {
    const amount = fc.integer({ min: 0, max: 999_999_999_999 })
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(amountInWords(a) === amountInWords(b)).toBe(a === b)
      }),
    )
  })
})
