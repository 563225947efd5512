import { describe, expect, it } from 'vitest'
import { birthProvinceName } from './birth-provinces.ts'
import { parseCardQr } from './card-qr.ts'
import { checkCitizenId, readCitizenId } from './citizen-id.ts'
import { parseIdentityNumber } from './identity-number.ts'

describe('readCitizenId (ID-01, ID-02)', () => {
  it.each([
    ['020090012345', { provinceCode: '020', sex: 'male', birthYear: 1990 }],
    ['020190012345', { provinceCode: '020', sex: 'female', birthYear: 1990 }],
    ['020301004567', { provinceCode: '020', sex: 'female', birthYear: 2001 }],
    ['001299000001', { provinceCode: '001', sex: 'male', birthYear: 2099 }],
    ['02009001234', undefined],
    ['02009001234a', undefined],
  ])('reads %s', (number, facts) => {
    expect(readCitizenId(number)).toEqual(facts)
  })
})

describe('checkCitizenId (ID-06) warns and never blocks', () => {
  it.each([
    ['020090012345', { sex: 'male', birthYear: 1990 }, []],
    ['020090012345', {}, []],
    ['020090012345', { sex: 'female', birthYear: 1990 }, ['id_sex']],
    ['020090012345', { sex: 'male', birthYear: 1991 }, ['id_birth_year']],
    ['099090012345', { sex: 'female', birthYear: 2000 }, ['id_province', 'id_sex', 'id_birth_year']],
    ['20090012345', {}, ['id_length']],
  ] as const)('%s beside %j', (number, person, codes) => {
    expect(checkCitizenId(number, person).map((problem) => problem.code)).toEqual(codes)
  })

  it('knows exactly the 63 provinces of before 2025 (ID-03)', () => {
    const codes = Array.from({ length: 100 }, (_, i) => String(i).padStart(3, '0'))
    expect(codes.filter((code) => birthProvinceName(code)).length).toBe(63)
    expect(['020', '030', '051', '079'].map(birthProvinceName)).toEqual([
      'Lạng Sơn',
      'Hải Dương',
      'Quảng Ngãi',
      'Hồ Chí Minh',
    ])
  })
})

describe('parseIdentityNumber', () => {
  it.each([
    ['020090012345', false, '020090012345', 'citizen-card', []],
    ["'020090012345", false, '020090012345', 'citizen-card', []],
    ['020 090 012 345', false, '020090012345', 'citizen-card', []],
    ['020.090.012.345', false, '020090012345', 'citizen-card', []],
    ['CCCD: 020090012345', false, '020090012345', 'citizen-card', []],
    ['082123456', false, '082123456', 'old-identity-card', []],
    ['c1234567', false, 'C1234567', 'passport', []],
    ['02007362350', false, '02007362350', 'other', ['id_short']],
    ['20090012345', true, '020090012345', 'citizen-card', ['id_leading_zero']],
    ['20090012345', false, '20090012345', 'other', ['id_short']],
    ['99990012345', true, '99990012345', 'other', ['id_short']],
    ['0200900123456', false, '0200900123456', 'other', ['id_long']],
    ['2.0091E+10', false, '2.0091E+10', 'other', ['id_scientific']],
    ['đang làm lại', false, 'đang làm lại', 'other', ['id_form']],
  ] as const)('reads %j (number cell: %s)', (text, wasNumber, number, kind, codes) => {
    const read = parseIdentityNumber(text, wasNumber)
    expect({ ...read, problems: read?.problems.map((p) => p.code) }).toEqual({
      number,
      kind,
      problems: codes,
    })
  })

  it.each(['', '  ', '-', '---', '...'])('takes %j as no number', (text) => {
    expect(parseIdentityNumber(text)).toBeUndefined()
  })
})

describe('parseCardQr', () => {
  it('reads the seven fields of a citizen card', () => {
    const raw =
      '020090012345|082123456|Lộc Văn Đức|05031990|Nam|Thôn Nà Mỏ, Xã Mai Pha, Thành phố Lạng Sơn, Lạng Sơn|12042021'
    expect(parseCardQr(`${raw}\n`)).toEqual({
      citizenId: '020090012345',
      oldNumber: '082123456',
      name: 'Lộc Văn Đức',
      birthOn: '1990-03-05',
      sex: 'male',
      address: 'Thôn Nà Mỏ, Xã Mai Pha, Thành phố Lạng Sơn, Lạng Sơn',
      issuedOn: '2021-04-12',
      raw,
    })
  })

  it('leaves out what is empty or unreadable and ignores further fields', () => {
    expect(parseCardQr('020301004567||HỨA THỊ HƯỜNG|31022001|Nữ||30062022|x|y')).toEqual({
      citizenId: '020301004567',
      name: 'Hứa Thị Hường',
      sex: 'female',
      issuedOn: '2022-06-30',
      raw: '020301004567||HỨA THỊ HƯỜNG|31022001|Nữ||30062022|x|y',
    })
  })

  it.each(['', 'abc', '020301004567|1|2', '12345||A|01011990|Nam|B|01012020'])('refuses %j', (text) => {
    expect(parseCardQr(text)).toBeUndefined()
  })
})
