import { describe, expect, it } from 'vitest'
import { readCardScan, type CardScan } from './card-scan.ts'

const TODAY = '2026-11-22'
const ADDRESS = 'Thôn Nà Mỏ, Xã Mai Pha, Thành phố Lạng Sơn, Lạng Sơn'
const QR = `020090012345|082123456|Lộc Văn Đức|05031990|Nam|${ADDRESS}|12042021`

/** UTF-8 bytes shown as Windows-1252, as a scanner set to the wrong code page types them. */
function misread(text: string): string {
  const bytes = [...encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|(.)/g)].map(([, hex, char]) =>
    hex === undefined ? (char?.charCodeAt(0) ?? 0) : Number.parseInt(hex, 16),
  )
  const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
  return bytes
    .map((byte) => (byte >= 0x80 && byte < 0xa0 ? high[byte - 0x80] : String.fromCharCode(byte)))
    .join('')
}

function summary(scan: CardScan) {
  if (scan.kind !== 'card') return [scan.kind, scan.kind === 'mangled' ? scan.problem.code : '']
  const { citizenId, name, birthOn, sex } = scan.card
  return [scan.kind, citizenId, name, birthOn, sex, scan.doubts.map(({ code }) => code).join(' ')]
}

const DUC = ['card', '020090012345', 'Lộc Văn Đức', '1990-03-05', 'male']

describe('fifty odd bursts, each with a sensible outcome', () => {
  it.each<[string, string, (string | undefined)[]]>([
    ['as printed', QR, [...DUC, '']],
    ['with Enter', `${QR}\r\n`, [...DUC, '']],
    ['with Tab behind', `${QR}\t`, [...DUC, '']],
    ['with spaces around', `   ${QR}   `, [...DUC, '']],
    ['with a byte order mark', `\ufeff${QR}`, [...DUC, '']],
    ['with a zero-width space inside', QR.replace('Văn', 'Vă\u200bn'), [...DUC, '']],
    ['spaces around the bars', QR.replaceAll('|', ' | '), [...DUC, '']],
    ['decomposed letters', QR.normalize('NFD'), [...DUC, '']],
    ['capitals', QR.replace('Lộc Văn Đức', 'LỘC VĂN ĐỨC'), [...DUC, '']],
    ['small letters', QR.replace('Lộc Văn Đức', 'lộc văn đức'), [...DUC, '']],
    ['Icelandic Ð for Đ', QR.replace('Đức', 'Ðức'), [...DUC, '']],
    ['no old number', QR.replace('082123456', ''), [...DUC, '']],
    ['an old number with spaces', QR.replace('082123456', '082 123 456'), [...DUC, '']],
    ['an old number of 12 digits', QR.replace('082123456', '020090012345'), [...DUC, '']],
    ['an eighth field', `${QR}|`, [...DUC, '']],
    ['eleven fields', `${QR}|Lộc Văn A|Vi Thị B||`, [...DUC, '']],
    ['broken bars', QR.replaceAll('|', '¦'), [...DUC, 'scan-layout']],
    ['box-drawing bars', QR.replaceAll('|', '│'), [...DUC, 'scan-layout']],
    ['tildes of another layout', QR.replaceAll('|', '~'), [...DUC, 'scan-layout']],
    ['tabs instead of bars', QR.replaceAll('|', '\t'), [...DUC, 'scan-layout']],
    ['semicolons', QR.replaceAll('|', ';'), [...DUC, 'scan-layout']],
    ['the field of the old number left out', QR.replace('|082123456', ''), [...DUC, 'scan-layout']],
    ['pulled twice', `${QR}${QR}`, [...DUC, 'scan-twice']],
    ['pulled twice with Enter', `${QR}\n${QR}\n`, [...DUC, 'scan-twice']],
    ['UTF-8 typed as Western letters', misread(QR), [...DUC, '']],
    [
      'the name as Telex keys',
      QR.replace('Lộc Văn Đức', 'LOOCJ VAWN DDUWCS'),
      [...DUC, 'scan-name-repaired'],
    ],
    ['the name in TCVN3', QR.replace('Lộc Văn Đức', 'Léc V¨n §øc'), [...DUC, 'scan-name-repaired']],
    [
      'the name without marks',
      QR.replace('Lộc Văn Đức', 'Loc Van Duc'),
      ['card', '020090012345', 'Loc Van Duc', '1990-03-05', 'male', ''],
    ],
    [
      'question marks for letters',
      QR.replace('Lộc', 'L?c'),
      ['card', '020090012345', 'L?c Văn Đức', '1990-03-05', 'male', 'scan-name'],
    ],
    [
      'no name',
      QR.replace('Lộc Văn Đức', ''),
      ['card', '020090012345', undefined, '1990-03-05', 'male', 'scan-name'],
    ],
    [
      'a one-word name',
      QR.replace('Lộc Văn Đức', 'Đức'),
      ['card', '020090012345', 'Đức', '1990-03-05', 'male', ''],
    ],
    [
      'a hyphenated name',
      QR.replace('Lộc Văn Đức', 'Y Moan Ê-BAN'),
      ['card', '020090012345', 'Y Moan Ê-Ban', '1990-03-05', 'male', ''],
    ],
    ['a birth with slashes', QR.replace('05031990', '05/03/1990'), [...DUC, '']],
    ['a birth with dashes, year first', QR.replace('05031990', '1990-03-05'), [...DUC, '']],
    ['a birth without its leading zero', QR.replace('05031990', '5031990'), [...DUC, '']],
    [
      'a birth that does not exist',
      QR.replace('05031990', '31021990'),
      ['card', '020090012345', 'Lộc Văn Đức', undefined, 'male', 'scan-birth'],
    ],
    [
      'only a year of birth',
      QR.replace('05031990', '1990'),
      ['card', '020090012345', 'Lộc Văn Đức', undefined, 'male', 'scan-birth'],
    ],
    [
      'no birth',
      QR.replace('05031990', ''),
      ['card', '020090012345', 'Lộc Văn Đức', undefined, 'male', 'scan-birth'],
    ],
    [
      'a birth in the future',
      QR.replace('05031990', '05032190'),
      ['card', '020090012345', 'Lộc Văn Đức', '2190-03-05', 'male', 'scan-birth id_birth_year'],
    ],
    [
      'a birth year unlike the number',
      QR.replace('05031990', '05031991'),
      ['card', '020090012345', 'Lộc Văn Đức', '1991-03-05', 'male', 'id_birth_year'],
    ],
    ['sex in capitals', QR.replace('|Nam|', '|NAM|'), [...DUC, '']],
    [
      'a woman under a man’s number',
      QR.replace('|Nam|', '|Nữ|'),
      ['card', '020090012345', 'Lộc Văn Đức', '1990-03-05', 'female', 'id_sex'],
    ],
    [
      'sex without its tone',
      QR.replace('|Nam|', '|Nu|'),
      ['card', '020090012345', 'Lộc Văn Đức', '1990-03-05', 'female', 'id_sex'],
    ],
    [
      'sex unreadable',
      QR.replace('|Nam|', '|N?|'),
      ['card', '020090012345', 'Lộc Văn Đức', '1990-03-05', undefined, 'scan-sex'],
    ],
    ['no address', QR.replace(ADDRESS, ''), [...DUC, 'scan-address']],
    [
      'a province code that never was',
      QR.replace('020090', '099090'),
      ['card', '099090012345', 'Lộc Văn Đức', '1990-03-05', 'male', 'id_province'],
    ],
    ['a number of 11 digits', QR.slice(1), ['mangled', 'scan-number']],
    ['a number of 13 digits', `0${QR}`, ['mangled', 'scan-number']],
    [
      'digits made letters by an input method',
      QR.replace('020090012345', '0200900123ă5'),
      ['mangled', 'scan-number'],
    ],
    ['the head of the burst typed elsewhere', QR.slice(6), ['mangled', 'scan-number']],
    ['only the tail', QR.slice(30), ['other', '']],
    ['a typed number', '020090012345', ['other', '']],
    ['a typed name', 'Lộc Văn Đức', ['other', '']],
    ['nothing', '', ['other', '']],
    ['a web address of another QR', 'https://vneid.gov.vn/x?id=020090012345', ['other', '']],
    ['the machine-readable lines of the back', 'IDVNM0900123456020090012345<<4', ['other', '']],
  ])('%s', (_, burst, expected) => {
    expect(summary(readCardScan(burst, TODAY))).toEqual(expected)
  })

  it('keeps the burst and the old address as they came, and both dates', () => {
    const scan = readCardScan(QR, TODAY)
    expect(scan).toMatchObject({
      card: { oldNumber: '082123456', issuedOn: '2021-04-12', address: ADDRESS, raw: QR },
    })
  })

  it('says to switch the input method off', () => {
    const scan = readCardScan(QR.replace('020090012345', '0200900123ă5'), TODAY)
    expect(scan.kind === 'mangled' && scan.problem.message).toContain('Unikey')
  })
})
