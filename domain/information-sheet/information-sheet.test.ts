import { describe, expect, it } from 'vitest'
import { ETHNIC_GROUPS } from './ethnic-groups.ts'
import { firstCheckSchema } from './first-check.ts'
import { informationSheetSchema, sheetFormsOn } from './information-sheet.ts'
import { SUBSTANCE_CODES, SUBSTANCES } from './substances.ts'

describe('the information sheet (Mẫu 17)', () => {
  it('may be empty: everything has a start', () => {
    expect(informationSheetSchema.parse({})).toMatchObject({
      nationality: 'Việt Nam',
      substances: [],
      rehabs: [],
      marital: null,
    })
  })

  it.each([
    ['an unknown substance', { substances: [{ substance: 'tea' }] }],
    ['an unknown field', { bloodType: 'A' }],
    ['a route twice too many', { substances: [{ substance: 'heroin', routes: Array(6).fill('inject') }] }],
    ['an ethnic group that is not on the list', { ethnicity: 'Người Tày' }],
    ['a weight of a scale error', { weightKg: 700 }],
    ['a year that cannot be', { firstUseYear: 19 }],
  ])('refuses %s', (_, body) => {
    expect(informationSheetSchema.safeParse(body).success).toBe(false)
  })

  it.each([
    ['2026-06-30', 'D116-19', 'D116-20'],
    ['2026-07-01', 'D163-17', 'D163-18'],
  ])('on %s is %s, the plan %s (D116 Điều 22; D163 Điều 84)', (day, sheet, plan) => {
    expect(sheetFormsOn(day)).toEqual({ sheet, plan })
  })

  it('counts opiates 1 to 3 and stimulants 1 to 2, as the form does', () => {
    const codes = SUBSTANCES.flatMap((one) => SUBSTANCE_CODES[one] ?? []).map(
      ({ group, code }) => `${group}${code}`,
    )
    expect(codes).toEqual(['CDTP1', 'CDTP2', 'CDTP3', 'ATS1', 'ATS2'])
  })

  it('knows the 54 ethnic groups, foreigners and nobody’s, each once', () => {
    expect(new Set(ETHNIC_GROUPS).size).toBe(56)
    expect(ETHNIC_GROUPS).toEqual(expect.arrayContaining(['Tày', 'Nùng', 'Mông', 'Khơ-me', 'Ê-đê']))
  })
})

describe('the first health check (IN-02)', () => {
  it.each([
    [{ systolic: 120, diastolic: 80, pulse: 72 }, true],
    [{ systolic: 80, diastolic: 120 }, false],
    [{ pulse: 7 }, false],
    [{ illnesses: [{ illness: 'hiv', answer: 'unknown' }] }, true],
    [{ illnesses: [{ illness: 'hiv', answer: 'maybe' }] }, false],
  ])('%j: %s', (body, good) => {
    expect(firstCheckSchema.safeParse(body).success).toBe(good)
  })
})
