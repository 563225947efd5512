import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { findLastFieldChange } from '#db/queries/people/reader.ts'
import { AppError } from '#domain/errors.ts'
import {
  mergeEdit,
  type FieldEdit,
  type FieldValue,
  type FieldValues,
  type MergedEdit,
} from '#domain/people/merge-edit.ts'
import type { FieldChange } from '../use-case.ts'

/** The record an edit is about, as it stands. */
export interface EditedRecord {
  entity: 'person' | 'stay' | 'dossier'
  id: string
  personId: string
  version: number
  values: Readonly<Record<string, FieldValue>>
  /** What the history calls a field, where that is another word than the field's own. */
  nameOf?: (field: string) => string
}

export interface RecordEdit {
  version: number
  fields: Readonly<Record<string, FieldValue | undefined>>
  /** What the editor saw in these fields; null when that is not known: every other value then clashes. */
  seen: Readonly<Record<string, FieldValue>> | null
}

/**
 * The fields to write. Whoever looked at an older version still writes the fields nobody else touched; a field that
 * was changed meanwhile refuses the whole edit with both sides, and nothing is written.
 * @throws AppError `conflict` with the clashing fields as they stand, who changed them and when
 */
export function editsToWrite(db: ReadDb, record: EditedRecord, edit: RecordEdit): FieldEdit[] {
  const wanted: Record<string, FieldValue> = {}
  for (const [field, value] of Object.entries(edit.fields)) if (value !== undefined) wanted[field] = value
  const seen = edit.version === record.version ? record.values : edit.seen
  const { edits, clashes } =
    seen === null ? overUnseen(record.values, wanted) : mergeEdit(record.values, seen, wanted)
  if (clashes.length === 0) return edits
  const named = clashes.map((field) => record.nameOf?.(field) ?? field)
  const last = findLastFieldChange(db, record.entity, record.id, named)
  const name = last && actorNames(db, [last.actor]).get(last.actor)
  throw new AppError('conflict', undefined, {
    current: {
      ...Object.fromEntries(clashes.map((field) => [field, record.values[field] ?? null])),
      version: record.version,
    },
    ...(last && name !== undefined ? { changedBy: name, changedAt: last.at } : {}),
  })
}

function overUnseen(current: FieldValues, wanted: FieldValues): MergedEdit {
  const clashes = Object.keys(wanted).filter((field) => (current[field] ?? null) !== wanted[field])
  return { edits: [], clashes }
}

function asText(value: FieldValue): string | null {
  return value === null ? null : String(value)
}

/** The edits as the history keeps them. */
export function historyOf(record: EditedRecord, edits: readonly FieldEdit[]): FieldChange[] {
  return edits.map(({ field, before, after }) => ({
    entity: record.entity,
    entityId: record.id,
    personId: record.personId,
    field,
    before: asText(before),
    after: asText(after),
  }))
}
