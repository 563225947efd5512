import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { tidyName, tidyText } from './tidy-name.ts'

describe('tidyName', () => {
  it.each([
    ['NguyÔn V¨n An', 'Nguyễn Văn An'],
    ['Vò Thu Th¶o', 'Vũ Thu Thảo'],
    ['§µm M¹nh H­ng', 'Đàm Mạnh Hưng'],
    ['Høa C«ng Ổn', 'Hứa Công Ổn'],
    ['Hå ChÝ Minh', 'Hồ Chí Minh'],
    ['TrÇn ThÞ ¸nh', 'Trần Thị Ánh'],
    ['L­¬ng Quang ViÖt', 'Lương Quang Việt'],
    ['Léc ThÕ Qu©n', 'Lộc Thế Quân'],
    ['Vi H­ng', 'Vi Hưng'],
    ['BÕ ThÕ Ổn', 'Bế Thế Ổn'],
    ['NGUYÔN V¡N AN', 'Nguyễn Văn An'],
    ['nguyÔn v¨n an', 'Nguyễn Văn An'],
  ])('decodes %s typed in a TCVN3 font', (typed, name) => {
    const tidied = tidyName(typed)
    expect(tidied.name).toBe(name)
    expect(tidied.repairs).toContain('encoding')
  })

  it('decodes a name whose surname alone shows TCVN3', () => {
    expect(tidyName('Vò Nam')).toEqual({ name: 'Vũ Nam', repairs: ['encoding'] })
  })

  it.each([
    ['Nguyeãn Vaên An', 'Nguyễn Văn An'],
    ['Traàn Thò Höông', 'Trần Thị Hương'],
    ['NGUYEÃN VAÊN ÑÖÙC', 'Nguyễn Văn Đức'],
    ['Leâ Hoàng', 'Lê Hồng'],
    ['Buøi Xuaân Quyù', 'Bùi Xuân Quý'],
    ['Huyønh Thanh Bình', 'Huỳnh Thanh Bình'],
    ['Leâ Vaên Löïc', 'Lê Văn Lực'],
    ['Phaïm Minh Kieät', 'Phạm Minh Kiệt'],
  ])('decodes %s typed in a VNI font', (typed, name) => {
    const tidied = tidyName(typed)
    expect(tidied.name).toBe(name)
    expect(tidied.repairs).toContain('encoding')
  })

  it.each([
    'Lò Văn Nam',
    'Hoàng Văn Toàn',
    'Hoà Bình',
    'Thuý Hoà',
    'Giàng A Só',
    'Sùng Mí Pó',
    'Y Krông Niê',
    "H'Hen Niê",
    'Müller',
    'François Nguyễn',
    'Cầm Bá Lôt',
    'Ngô Ý',
    'Quí Âu',
    'Tôn Nữ Hòa',
    'Võ Thị Sáu',
    '=cmd|calc!A0',
    '=HYPERLINK("http://a","b")',
  ])('leaves %s exactly as it is', (name) => {
    expect(tidyName(name)).toEqual({ name, repairs: [] })
  })

  it.each([
    ['NGUYỄN VĂN AN', 'Nguyễn Văn An', ['case']],
    ['nguyễn văn an', 'Nguyễn Văn An', ['case']],
    ['Nguyễn văn An', 'Nguyễn Văn An', ['case']],
    ['NGuyễn  VĂN An ', 'Nguyễn Văn An', ['case', 'spacing']],
    ["H'HEN NIÊ", "H'Hen Niê", ['case']],
    ['Hoàng   Nam', 'Hoàng Nam', ['spacing']],
    ['Lê\u00a0An', 'Lê An', ['spacing']],
    ['Lê\u200b An\ufeff', 'Lê An', ['invisible']],
    ['Lê\u0007 An', 'Lê An', ['invisible']],
    ['Hù\u00adng Nam', 'Hùng Nam', ['invisible']],
    ['Ðặng Nam', 'Đặng Nam', ['unicode']],
    ["'Nguyễn An", 'Nguyễn An', ['spacing']],
    ['12. Nguyễn An', 'Nguyễn An', ['spacing']],
    ['Nguyễn Văn Hường'.normalize('NFD'), 'Nguyễn Văn Hường', ['unicode']],
    ['', '', []],
    ['   ', '', ['spacing']],
  ] as const)('repairs %j', (typed, name, repairs) => {
    expect(tidyName(typed)).toEqual({ name, repairs })
  })

  it.each(['ôu', 'Ôu'])('reads %s in capitals as the old font it would be read as the next time', (text) => {
    expect(tidyName(text).name).toBe('Ễu')
  })

  it('changes nothing the second time', () => {
    const letter = fc.constantFrom(
      ..."aăâeêioôơuưyđbcghnnptAĐÊàảãáạễếộ  .,'-019=\u0301\u200b\u00a0".split(''),
    )
    fc.assert(
      fc.property(fc.string({ unit: letter, maxLength: 40 }), (text) => {
        const once = tidyName(text).name
        expect(tidyName(once).name).toBe(once)
      }),
      { numRuns: 300 },
    )
  })
})

describe('tidyText', () => {
  it.each([
    ['B¾t buéc', 'Bắt buộc'],
    ['Tù nguyÖn', 'Tự nguyện'],
    ['N÷', 'Nữ'],
    ['Hä vµ tªn', 'Họ và tên'],
    ['Ngµy th¸ng n¨m sinh', 'Ngày tháng năm sinh'],
    ['163/Q§-TA', '163/QĐ-TA'],
    ['Hoï vaø teân', 'Họ và tên'],
    ['Xã Mai Pha, Thành phố Lạng Sơn', 'Xã Mai Pha, Thành phố Lạng Sơn'],
    ['5 × 3', '5 × 3'],
    ['37°C', '37°C'],
    ['Khu «A»', 'Khu «A»'],
    ['Heroin + đá', 'Heroin + đá'],
  ])('reads %s as %s', (typed, text) => {
    expect(tidyText(typed).text).toBe(text)
  })
})
