import { expect, test } from 'vitest'
import {
  changedFields,
  PERSON_FORM,
  readTyped,
  shownOf,
  STAY_FORM,
  typedOf,
} from '#renderer/features/people/record-fields.ts'

const base = {
  name: 'Hứa Thị Hương',
  alias: null,
  birth: '1990-03',
  sex: 'female',
  ordinal: 1,
  termMonths: 24,
}
const typed = Object.fromEntries(
  PERSON_FORM.map((field) => [field.field, typedOf(field, base[field.field as keyof typeof base] ?? null)]),
)

function fieldNamed(name: string) {
  const field = [...PERSON_FORM, ...STAY_FORM].find((one) => one.field === name)
  if (!field) throw new Error(`no field ${name}`)
  return field
}

test('a form nobody typed in changes nothing', () => {
  expect(changedFields(PERSON_FORM, base, typed)).toEqual({ changed: {}, problems: {} })
})

test('only what differs is sent, an emptied box as nothing', () => {
  const next = { ...typed, alias: ' Hương Tồ ', birth: '' }
  expect(changedFields(PERSON_FORM, base, next).changed).toEqual({ alias: 'Hương Tồ', birth: null })
})

test.each([
  ['name', '  ', 'Họ và tên không được để trống.'],
  ['birth', '31/02/1990', 'Ngày sinh không có thật'],
  ['termMonths', 'hai năm', 'ghi bằng số'],
])('%s “%s” is refused: %s', (name, text, sentence) => {
  expect(readTyped(fieldNamed(name), text)).toEqual({ problem: expect.stringContaining(sentence) })
})

test('values are shown as people write them', () => {
  expect(shownOf(fieldNamed('birth'), '1990-03')).toBe('03/1990')
  expect(shownOf(fieldNamed('sex'), 'female')).toBe('Nữ')
  expect(shownOf(fieldNamed('startOn'), '2026-08-10')).toBe('10/08/2026')
})
