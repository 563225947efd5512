import type { PersonEdit } from '#domain/contract/people.ts'
import type { PersonFile } from '#domain/contract/person-shapes.ts'
import { formatBirth } from '#domain/people/birth.ts'
import type { FieldValue } from '#domain/people/merge-edit.ts'
import { PERSON_FIELD_LABELS } from '#domain/people/person-fields.ts'
import { SEX_LABELS } from '#domain/people/sex.ts'

/** Fields of a person of which one value stays when two records are merged. */
export const MERGED_FIELDS = [
  'name',
  'alias',
  'birth',
  'sex',
  'placementSex',
  'ethnicity',
  'occupation',
  'education',
  'note',
] as const satisfies readonly (keyof PersonEdit)[]
export type MergedField = (typeof MERGED_FIELDS)[number]

/** Whose value stays. */
export type MergeSide = 'kept' | 'merged'
export type MergeChoice = Readonly<Partial<Record<MergedField, MergeSide>>>

export function mergedFieldLabel(field: MergedField): string {
  return PERSON_FIELD_LABELS[field]
}

/** A field as people read it; empty text for nothing. */
export function mergedFieldText(file: PersonFile, field: MergedField): string {
  const value = file[field]
  if (value === null) return ''
  if (field === 'birth') return formatBirth(value)
  if (field === 'sex' || field === 'placementSex') return SEX_LABELS[value === 'female' ? 'female' : 'male']
  return value
}

/** Whose value of a field stays while nobody chose: the kept record's, the other's where the kept one has none. */
export function sideOf(
  field: MergedField,
  choice: MergeChoice,
  files: { kept: PersonFile; merged: PersonFile },
): MergeSide {
  return choice[field] ?? (files.kept[field] === null && files.merged[field] !== null ? 'merged' : 'kept')
}

/** What the kept record has to be corrected to after the merge, with what stood there; null for nothing. */
export function correctionOf(
  choice: MergeChoice,
  files: { kept: PersonFile; merged: PersonFile },
): { fields: PersonEdit; seen: Record<string, FieldValue> } | null {
  const taken = MERGED_FIELDS.filter(
    (field) => sideOf(field, choice, files) === 'merged' && files.kept[field] !== files.merged[field],
  )
  if (taken.length === 0) return null
  return {
    fields: Object.fromEntries(taken.map((field) => [field, files.merged[field]])),
    seen: Object.fromEntries(taken.map((field) => [field, files.kept[field]])),
  }
}

/** True for somebody on the roll: in the centre, out for a time, or escaped. */
export function isOnRoll(file: PersonFile): boolean {
  return file.stays.some(({ state }) => state !== 'ended' && state !== 'expected')
}

/** Which of two records stays, until somebody says otherwise: who is on the roll, then the longer file. */
export function betterKept(a: PersonFile, b: PersonFile): PersonFile {
  if (isOnRoll(a) !== isOnRoll(b)) return isOnRoll(a) ? a : b
  return b.stays.length + b.papers.length > a.stays.length + a.papers.length ? b : a
}
