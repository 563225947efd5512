import { describe, expect, it } from 'vitest'
import { letterheadFields, placeAndDay } from './letterhead.ts'

describe('place and day of a document (NĐ 30/2020/NĐ-CP)', () => {
  it.each([
    ['2026-11-22', 'Lạng Sơn, ngày 22 tháng 11 năm 2026'],
    ['2026-02-05', 'Lạng Sơn, ngày 05 tháng 02 năm 2026'],
    ['2026-03-01', 'Lạng Sơn, ngày 01 tháng 3 năm 2026'],
  ])('%s', (on, text) => {
    expect(placeAndDay('Lạng Sơn', on)).toBe(text)
  })

  it('leaves dots for an unknown place', () => {
    expect(placeAndDay(null, '2026-11-22')).toBe('………………, ngày 22 tháng 11 năm 2026')
  })
})

describe('the heading', () => {
  const centre = {
    name: 'Cơ sở cai nghiện ma túy Đèo Giang',
    superiorBody: null,
    headTitle: 'Phó Trưởng cơ sở',
    headName: null,
    court: null,
    placeName: 'Lạng Sơn',
  }
  const data = {
    fullNumber: null,
    on: '2026-11-22',
    centre,
    formNumber: null,
    issuedWith: null,
    title: 'Biên nhận',
    copies: ['Người gửi'],
  }

  it('is in capitals with Vietnamese marks, and dots where nothing is known', () => {
    expect(letterheadFields(data)).toMatchObject({
      ten_co_so: 'CƠ SỞ CAI NGHIỆN MA TÚY ĐÈO GIANG',
      chuc_danh_nguoi_ky: 'PHÓ TRƯỞNG CƠ SỞ',
      co_quan_chu_quan: '………………………',
      so_ky_hieu: '……/…………',
      noi_nhan: '- Người gửi;\n- Lưu: hồ sơ.',
    })
  })

  it('names the form and the decree it came with', () => {
    const fields = letterheadFields({ ...data, formNumber: 'Mẫu số 42', issuedWith: 'Kèm theo NĐ 163' })
    expect(fields.mau_so).toBe('Mẫu số 42\n(Kèm theo NĐ 163)')
  })
})
