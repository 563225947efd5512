import { describe, expect, it } from 'vitest'
import { bedCodesOf } from './lodger-text.ts'

describe('bedCodesOf', () => {
  it.each([
    ['01-03', ['01', '02', '03']],
    ['8–10', ['8', '9', '10']],
    ['08-10', ['08', '09', '10']],
    ['A1-A3, B7', ['A1', 'A2', 'A3', 'B7']],
    ['  ', []],
    ['10-01', ['10-01']],
    ['1-999', ['1-999']],
  ])('reads %j as %j', (text, codes) => {
    expect(bedCodesOf(text)).toEqual(codes)
  })
})
