import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DOTS, formatNumber, numberedRows, printable, shown, shownDay, shownNumber } from './merge-fields.ts'

describe('texts that go into a document', () => {
  it.each([
    ['a\r\nb\rc', 'a\nb\nc'],
    ['a\u0000b\u0008c\u001bd', 'abcd'],
    ['Tu\u0301', 'Tú'],
    ['x\ud800y', 'xy'],
    ['a\tb', 'a b'],
    ['<w:p/> & "q"', '<w:p/> & "q"'],
  ])('%j is printed as %j', (typed, printed) => {
    expect(printable(typed)).toBe(printed)
  })

  it('hold nothing XML forbids, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const text = printable(typed)
        expect(text.isWellFormed()).toBe(true)
        expect(
          Array.from(text).filter(
            (sign) => sign !== '\n' && (sign < ' ' || sign === '\uFFFE' || sign === '\uFFFF'),
          ),
        ).toEqual([])
      }),
    )
  })

  it('are dots when there is nothing', () => {
    for (const nothing of [null, undefined, '', '  \n']) expect(shown(nothing)).toBe(DOTS)
    expect(shownDay(null)).toBe('…/…/……')
    expect(shownNumber(null)).toBe('………')
    expect(shownNumber(Number.NaN)).toBe('………')
  })

  it.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1.000'],
    [1_234_567.5, '1.234.567,5'],
    [-12_000, '-12.000'],
  ])('%d is written %s', (value, text) => {
    expect(formatNumber(value)).toBe(text)
  })

  it('are numbered in tables, with empty lines to write on', () => {
    const rows = numberedRows([{ ten: 'Ví da', so_to: null }], ['ten', 'so_to'])
    expect(rows).toEqual([
      { stt: '1', ten: 'Ví da', so_to: '' },
      { stt: ' ', ten: ' ', so_to: ' ' },
      { stt: ' ', ten: ' ', so_to: ' ' },
    ])
  })
})
