import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CROCKFORD } from '../crockford.ts'
import { readSheet, readSheetLine, sheetLines, sheetQr } from './recovery-sheet.ts'

const KEY = Uint8Array.from({ length: 32 }, (_, index) => (index * 37 + 11) % 256)
const LINES = sheetLines(KEY)

const problemsOf = (text: string) => {
  const read = readSheet(text)
  return 'problems' in read ? read.problems.map(({ code, field }) => [code, field]) : []
}

describe('a recovery sheet', () => {
  it('has four lines of four groups of four characters', () => {
    expect(LINES).toHaveLength(4)
    for (const line of LINES) expect(line).toMatch(/^([0-9A-HJKMNP-TV-Z]{4} ){3}[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  it('is read back whatever the key, from the lines and from the QR code', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (key) => {
        const lines = sheetLines(key)
        expect(readSheet(lines.join('\n'))).toEqual({ privateKey: key })
        expect(readSheet(sheetQr(lines))).toEqual({ privateKey: key })
      }),
    )
  })

  it.each([
    ['small letters', LINES.join('\n').toLowerCase()],
    ['dashes for spaces', LINES.join('\n').replaceAll(' ', '–')],
    ['no spaces, empty lines between', LINES.join('\n\n').replaceAll(' ', '')],
    ['O for 0, l for 1', LINES.join('\n').replaceAll('0', 'o').replaceAll('1', 'l')],
    ['full-width characters of a Vietnamese keyboard', LINES.join('\n').replaceAll('A', 'Ａ')],
  ])('is read with %s', (_how, text) => {
    expect(readSheet(text)).toEqual({ privateKey: KEY })
  })

  it('names the line of every single wrong character, and of no other', () => {
    for (const [index, line] of LINES.entries()) {
      for (let at = 0; at < line.length; at += 1) {
        if (line[at] === ' ') continue
        for (const wrong of CROCKFORD) {
          if (wrong === line[at]) continue
          const typed = LINES.with(index, line.slice(0, at) + wrong + line.slice(at + 1))
          expect(problemsOf(typed.join('\n'))).toEqual([['sheet-line-wrong', `lines.${index}`]])
        }
      }
    }
  })

  it('names the line of two neighbours exchanged', () => {
    for (const [index, line] of LINES.entries()) {
      const text = line.replaceAll(' ', '')
      for (let at = 0; at + 1 < text.length; at += 1) {
        if (text[at] === text[at + 1]) continue
        const turned = text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2)
        expect(readSheetLine(turned, index + 1)).toMatchObject({ code: 'sheet-line-wrong' })
      }
    }
  })

  it.each([
    ['lines in another order', [1, 0, 2, 3], [0, 1]],
    ['a line twice', [0, 0, 2, 3], [1]],
  ])('refuses %s', (_what, order, wrong) => {
    const text = order.map((at) => LINES[at]).join('\n')
    expect(problemsOf(text)).toEqual(wrong.map((at) => ['sheet-line-wrong', `lines.${at}`]))
  })

  it.each([
    ['a character too few', LINES[2]?.slice(1) ?? '', 'sheet-line-length'],
    ['a character too many', `${LINES[2] ?? ''}0`, 'sheet-line-length'],
    ['a letter that is not used', (LINES[2] ?? '').replace(/^./, 'U'), 'sheet-line-character'],
    ['a letter with a mark', (LINES[2] ?? '').replace(/^./, 'Đ'), 'sheet-line-character'],
  ])('says of %s which line it is', (_what, third, code) => {
    expect(problemsOf(LINES.with(2, third).join('\n'))).toEqual([[code, 'lines.2']])
  })

  it('asks for the lines that are missing and refuses a fifth', () => {
    expect(problemsOf(LINES.slice(0, 3).join('\n'))).toEqual([['sheet-line-empty', 'lines.3']])
    expect(problemsOf([...LINES, LINES[0]].join('\n'))).toEqual([['sheet-too-long', undefined]])
  })
})
