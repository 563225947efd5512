import { formatBirth, parseBirth } from '#domain/people/birth.ts'
import type { FieldValue, FieldValues } from '#domain/people/merge-edit.ts'
import { PERSON_FIELD_LABELS, STAY_FIELD_LABELS } from '#domain/people/person-fields.ts'
import { SEX_LABELS, SEXES } from '#domain/people/sex.ts'
import { formatDay, isDay } from '#domain/time/day.ts'

/** One editable field of a record on a form. */
export interface RecordField {
  field: string
  label: string
  kind: 'text' | 'area' | 'birth' | 'day' | 'number' | 'sex' | 'sex-or-none'
  required?: boolean
  hint?: string
}

/** What stands in the boxes, as typed; days as `YYYY-MM-DD`. */
export type TypedValues = Readonly<Record<string, string>>

export const PERSON_FORM: readonly RecordField[] = [
  { field: 'name', label: PERSON_FIELD_LABELS.name, kind: 'text', required: true },
  { field: 'alias', label: PERSON_FIELD_LABELS.alias, kind: 'text' },
  {
    field: 'birth',
    label: PERSON_FIELD_LABELS.birth,
    kind: 'birth',
    hint: 'Chỉ biết năm hoặc tháng thì ghi phần đã biết: 1990, 03/1990.',
  },
  { field: 'sex', label: PERSON_FIELD_LABELS.sex, kind: 'sex', required: true },
  {
    field: 'placementSex',
    label: PERSON_FIELD_LABELS.placementSex,
    kind: 'sex-or-none',
    hint: 'Chỉ ghi khi khác giới tính trên giấy tờ.',
  },
  { field: 'ethnicity', label: PERSON_FIELD_LABELS.ethnicity, kind: 'text' },
  { field: 'occupation', label: PERSON_FIELD_LABELS.occupation, kind: 'text' },
  { field: 'education', label: PERSON_FIELD_LABELS.education, kind: 'text' },
  { field: 'note', label: PERSON_FIELD_LABELS.note, kind: 'area' },
]

export const STAY_FORM: readonly RecordField[] = [
  { field: 'dossierNumber', label: STAY_FIELD_LABELS.dossierNumber, kind: 'text' },
  { field: 'decisionNumber', label: STAY_FIELD_LABELS.decisionNumber, kind: 'text' },
  {
    field: 'decisionOn',
    label: STAY_FIELD_LABELS.decisionOn,
    kind: 'day',
    hint: 'Ngày này quyết định thời hạn tính theo luật nào.',
  },
  { field: 'decisionIssuer', label: STAY_FIELD_LABELS.decisionIssuer, kind: 'text' },
  { field: 'ordinal', label: STAY_FIELD_LABELS.ordinal, kind: 'number', required: true },
  { field: 'ordinalSource', label: STAY_FIELD_LABELS.ordinalSource, kind: 'text', required: true },
  { field: 'startOn', label: STAY_FIELD_LABELS.startOn, kind: 'day' },
  { field: 'startSource', label: STAY_FIELD_LABELS.startSource, kind: 'text' },
  {
    field: 'termMonths',
    label: STAY_FIELD_LABELS.termMonths,
    kind: 'number',
    hint: 'Theo quyết định; với Luật 120/2025 có thể để trống, thời hạn tính theo số lần.',
  },
  { field: 'heldFrom', label: STAY_FIELD_LABELS.heldFrom, kind: 'day' },
]

/** A stored value as it stands in its box. */
export function typedOf(field: RecordField, value: FieldValue): string {
  if (value === null) return ''
  return field.kind === 'birth' ? formatBirth(String(value)) : String(value)
}

/** A stored value as people read it; empty text for nothing. */
export function shownOf(field: RecordField, value: FieldValue): string {
  if (value === null) return ''
  const text = String(value)
  if (field.kind === 'birth') return formatBirth(text)
  if (field.kind === 'day') return isDay(text) ? formatDay(text) : text
  const sex = SEXES.find((known) => known === text)
  return field.kind.startsWith('sex') && sex ? SEX_LABELS[sex] : text
}

/** What was typed as a value, or the sentence of what is wrong with it. */
export function readTyped(field: RecordField, typed: string): { value: FieldValue } | { problem: string } {
  const text = typed.trim()
  if (text === '')
    return field.required ? { problem: `${field.label} không được để trống.` } : { value: null }
  if (field.kind === 'birth') {
    const birth = parseBirth(text)
    if (birth !== undefined) return { value: birth }
    return {
      problem: 'Ngày sinh không có thật. Ghi ngày/tháng/năm, tháng/năm hoặc chỉ năm, ví dụ 05/03/1990.',
    }
  }
  if (field.kind !== 'number') return { value: text }
  return /^\d{1,3}$/.test(text)
    ? { value: Number(text) }
    : { problem: `${field.label}: ghi bằng số, ví dụ 24.` }
}

/** Fields whose typed value differs from the one the editor began with, and what is wrong with any. */
export function changedFields(
  fields: readonly RecordField[],
  base: FieldValues,
  typed: TypedValues,
): { changed: FieldValues; problems: Readonly<Record<string, string>> } {
  const changed: Record<string, FieldValue> = {}
  const problems: Record<string, string> = {}
  for (const field of fields) {
    const read = readTyped(field, typed[field.field] ?? '')
    if ('problem' in read) problems[field.field] = read.problem
    else if (read.value !== (base[field.field] ?? null)) changed[field.field] = read.value
  }
  return { changed, problems }
}
