import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { foldName } from './fold-name.ts'
import { initialsOf, nameSortKey } from './name-order.ts'
import { decodeTelex } from './telex.ts'
import { spellingOf } from './vietnamese-syllable.ts'

describe('foldName', () => {
  it.each([
    ['Hứa Thị Hường', 'hua thi huong'],
    ['Hứa Thị Hường'.normalize('NFD'), 'hua thi huong'],
    ['  ĐẶNG   Đức ', 'dang duc'],
    ['Ổn Thể Thế', 'on the the'],
    ['', ''],
  ])('folds %j', (text, folded) => {
    expect(foldName(text)).toBe(folded)
  })

  it('is idempotent and blind to the Unicode form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldName(foldName(text))).toBe(foldName(text))
        expect(foldName(text.normalize('NFD'))).toBe(foldName(text.normalize('NFC')))
      }),
    )
  })
})

describe('nameSortKey', () => {
  it('sorts by given name, then surname, with Vietnamese letters and tones in order', () => {
    const sorted = [
      'Bế An',
      'Nguyễn An',
      'Nguyễn Văn An',
      'Nguyễn Vân An',
      'Đào An',
      'Lê Àn',
      'Lê Ản',
      'Lê Ãn',
      'Lê Án',
      'Lê Ạn',
      'Lê Anh',
      'Lê Ăn',
      'Lê Ân',
      'Lê Bình',
      'Lê Dũng',
      'Lê Đạt',
      'Lê Ổn',
      'Lê Ơn',
    ]
    const order = ['Bế An', 'Đào An', 'Nguyễn An', 'Nguyễn Văn An', 'Nguyễn Vân An', ...sorted.slice(5)]
    const shuffled = sorted.toSorted((a, b) => ((a.length * 7) % 5) - ((b.length * 7) % 5))
    expect(shuffled.toSorted((a, b) => (nameSortKey(a) < nameSortKey(b) ? -1 : 1))).toEqual(order)
  })

  it('gives NFC and NFD names the same key', () => {
    expect(nameSortKey('Hứa Thị Hường'.normalize('NFD'))).toBe(nameSortKey('Hứa Thị Hường'))
  })
})

describe('initialsOf', () => {
  it.each([
    ['Nguyễn Văn Đức', 'nvd'],
    ["H'Hen Niê", 'hn'],
    ['', ''],
  ])('takes the first letters of %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})

describe('decodeTelex', () => {
  it.each([
    ['nguyeenx vawn an', 'nguyễn văn an'],
    ['nguyeenx vawn ddwcs', 'nguyễn văn đức'],
    ['ddawngj thij huwowng', 'đặng thị hương'],
    ['hwowngf', 'hường'],
    ['luowng', 'lương'],
    ['tuaans', 'tuấn'],
    ['quys', 'quý'],
    ['giangf', 'giàng'],
    ['muaf', 'mùa'],
    ['hoaf', 'hoà'],
    ['hua thi huong', 'hua thi huong'],
    ['sinh', 'sinh'],
    ['nguyen', 'nguyen'],
    ['xyzzy', 'xyzzy'],
  ])('reads %s', (typed, text) => {
    expect(decodeTelex(typed)).toBe(text)
  })
})

describe('spellingOf', () => {
  it.each([
    ['Nguyễn', 'syllable'],
    ['giếng', 'syllable'],
    ['gì', 'syllable'],
    ['Quỳnh', 'syllable'],
    ['Quyết', 'syllable'],
    ['Khuya', 'syllable'],
    ['hoà', 'syllable'],
    ['hòa', 'syllable'],
    ['Lôc', 'wrong-tone'],
    ['Làc', 'wrong-tone'],
    ['Leõ', 'impossible'],
    ['NguyÔn', 'impossible'],
    ['Müller', 'impossible'],
    ['Krông', 'impossible'],
  ])('judges %s', (word, spelling) => {
    expect(spellingOf(word)).toBe(spelling)
  })
})
