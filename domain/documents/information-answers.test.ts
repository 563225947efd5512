import { describe, expect, it } from 'vitest'
import { firstCheckSchema } from '../information-sheet/first-check.ts'
import { informationSheetSchema } from '../information-sheet/information-sheet.ts'
import { healthAnswers, informationAnswers, rehabRows, substanceRows } from './information-answers.ts'

describe('what the information sheet prints (Mẫu 17)', () => {
  it('says the lists in words and leaves out what was not asked', () => {
    const sheet = informationSheetSchema.parse({
      religion: 'buddhist',
      policyGroups: ['poor', 'ethnic-hardship'],
      work: 'unstable',
      marital: 'married',
      children: 2,
      priors: [
        { kind: 'conviction', what: 'Trộm cắp tài sản', year: 2015, body: 'TAND huyện Cao Lộc' },
        { kind: 'education-measure', year: 2024 },
      ],
    })
    expect(informationAnswers(sheet)).toEqual({
      quoc_tich: 'Việt Nam',
      ton_giao: 'Phật giáo',
      doi_tuong_chinh_sach: 'Hộ nghèo, Dân tộc thiểu số vùng đặc biệt khó khăn',
      viec_lam: 'Việc làm không ổn định',
      hon_nhan: 'Có vợ, chồng, 2 con',
      tien_an: 'Trộm cắp tài sản, 2015, TAND huyện Cao Lộc',
      tien_su: 'Biện pháp giáo dục, quản lý tại xã, 2024',
    })
    expect(informationAnswers(informationSheetSchema.parse({})).hon_nhan).toBeNull()
  })

  it('names substances with the group and code of the form, the main one first', () => {
    const sheet = informationSheetSchema.parse({
      substances: [
        { substance: 'cannabis', routes: ['smoke'] },
        {
          substance: 'heroin',
          routes: ['sniff', 'inject'],
          sinceYear: 2015,
          frequency: '2 lần/ngày',
          isMain: true,
        },
        { substance: 'other', name: 'Nước vui' },
      ],
    })
    expect(substanceRows(sheet).map(({ name, routes }) => [name, routes])).toEqual([
      ['Heroin (CDTP 3)', 'Hít, Tiêm chích'],
      ['Cần sa', 'Hút'],
      ['Nước vui', null],
    ])
  })

  it('names earlier rehabilitations with place and method codes', () => {
    const sheet = informationSheetSchema.parse({
      rehabs: [{ place: 'home', method: '3', fromYear: 2019, months: 6, isFinished: false }],
    })
    expect(rehabRows(sheet)).toEqual([
      { when: '2019, 6 tháng', place: '2. Gia đình, cộng đồng', method: '3', outcome: 'Chưa hoàn thành' },
    ])
  })

  it('says health by illness, other illnesses only where there are some', () => {
    const check = firstCheckSchema.parse({
      pulse: 82,
      systolic: 120,
      illnesses: [
        { illness: 'hiv', answer: 'no' },
        { illness: 'tuberculosis', answer: 'yes', note: 'đang điều trị' },
        { illness: 'skin', answer: 'yes', note: 'ghẻ' },
        { illness: 'heart', answer: 'no' },
      ],
    })
    expect(healthAnswers(check)).toMatchObject({
      mach: '82',
      huyet_ap: '120/…',
      hiv: 'Không',
      lao: 'Có, đang điều trị',
      gan: null,
      benh_khac: 'Da liễu: ghẻ',
    })
  })
})
