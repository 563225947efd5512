import type { Problem } from '#domain/errors.ts'
import type { Sex } from '#domain/people/sex.ts'
import { birthProvinceName } from './birth-provinces.ts'

interface CitizenIdFacts {
  provinceCode: string
  sex: Sex
  birthYear: number
}

/**
 * What a 12-digit citizen number says (ID-01, ID-02; NĐ 137/2015 Điều 13): digits 1-3 province of birth
 * registration, digit 4 century and sex, digits 5-6 year. Undefined when it is not 12 digits.
 */
export function readCitizenId(number: string): CitizenIdFacts | undefined {
  if (!/^\d{12}$/.test(number)) return undefined
  const century = Number(number[3])
  return {
    provinceCode: number.slice(0, 3),
    sex: century % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(number.slice(4, 6)),
  }
}

/**
 * Warnings about a citizen number beside what else is known of the person. They never block (ID-06): sex and
 * birth year get corrected, old cards hold errors, and there is no check digit (ID-05).
 */
export function checkCitizenId(number: string, person: { sex?: Sex; birthYear?: number } = {}): Problem[] {
  const facts = readCitizenId(number)
  if (!facts) {
    return [
      {
        code: 'id_length',
        message: `Số định danh phải có 12 chữ số, ô này có ${number.length}. Xem lại giấy tờ.`,
      },
    ]
  }
  const warnings: Problem[] = []
  if (birthProvinceName(facts.provinceCode) === undefined) {
    warnings.push({
      code: 'id_province',
      message: `Ba số đầu ${facts.provinceCode} không phải mã tỉnh nơi đăng ký khai sinh. Xem lại giấy tờ.`,
    })
  }
  if (person.sex && person.sex !== facts.sex) {
    const said = facts.sex === 'male' ? 'nam' : 'nữ'
    warnings.push({
      code: 'id_sex',
      message: `Số thứ tư của số định danh chỉ giới tính ${said}, khác giới tính đã ghi.`,
    })
  }
  if (person.birthYear !== undefined && person.birthYear !== facts.birthYear) {
    warnings.push({
      code: 'id_birth_year',
      message: `Số định danh chỉ năm sinh ${facts.birthYear}, khác năm sinh đã ghi ${person.birthYear}.`,
    })
  }
  return warnings
}
