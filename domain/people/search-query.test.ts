import { expect, test } from 'vitest'
import { readSearch } from './search-query.ts'
import { searchTextOf } from './search-text.ts'

function wordsOf(text: string): string[][] {
  return readSearch(text).map((reading) => reading.terms.map((term) => term.exact))
}

test.each<[title: string, text: string, readings: string[][]]>([
  ['keeps tones as typed', 'Hứa Thị Hương', [['hứa', 'thị', 'hương']]],
  ['composes decomposed letters', 'Hương'.normalize('NFD'), [['hương']]],
  [
    'reads Telex beside the letters typed',
    'nguyeenx vawn an',
    [
      ['nguyeenx', 'vawn', 'an'],
      ['nguyễn', 'văn', 'an'],
    ],
  ],
  ['takes toneless words for themselves', 'hua thi huong', [['hua', 'thi', 'huong']]],
  ['fills up a short date', '5/3/1990', [['05/03/1990']]],
  ['finds nothing in punctuation', ' " * ( ) - : ', []],
  ['keeps operators of the index as mere words', 'a AND b', [['a', 'and', 'b']]],
  ['counts eight words', 'a b c d e f g h i k', [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']]],
])('%s', (_title, text, readings) => {
  expect(wordsOf(text)).toEqual(readings)
})

test('ten thousand letters are cut short', () => {
  expect(readSearch('a'.repeat(10_000))[0]?.terms[0]?.exact).toHaveLength(200)
})

test('a person is found by initials, numbers both ways, birth date, dossier and bed', () => {
  expect(
    searchTextOf({
      name: 'Nguyễn Văn Đức',
      alias: 'Đức Lùn',
      birthOn: '1990-03-05',
      birthPrecision: 'day',
      paperNumbers: ['001090000042'],
      dossierNumbers: ['HS-12/2026'],
      bedCode: 'A2-05',
    }),
  ).toEqual({
    folded: 'nguyen van duc duc lun',
    exact: 'nguyễn văn đức đức lùn',
    codes: 'nvd dl 001090000042 r240000090100 05/03/1990 hs-12/2026 hs122026 r620221 a2-05 a205',
  })
})

test('of an uncertain birth only what is known can be found', () => {
  const subject = {
    name: 'Lý A',
    alias: null,
    birthOn: '1990-01-01',
    paperNumbers: [],
    dossierNumbers: [],
    bedCode: null,
  }
  expect(searchTextOf({ ...subject, birthPrecision: 'year' }).codes).toBe('la 1990')
  expect(searchTextOf({ ...subject, birthPrecision: 'month' }).codes).toBe('la 01/1990')
})
