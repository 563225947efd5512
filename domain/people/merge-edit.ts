/** The value of one editable field. */
export type FieldValue = string | number | null

/** Fields of a record by name. */
export type FieldValues = Readonly<Record<string, FieldValue>>

export interface FieldEdit {
  field: string
  before: FieldValue
  after: FieldValue
}

/** What becomes of an edit beside what others saved meanwhile. */
export interface MergedEdit {
  /** To be written; fields that already hold the wanted value are left out. */
  edits: FieldEdit[]
  /** Fields that somebody else changed to another value since the editor saw them. */
  clashes: string[]
}

/**
 * Lays an edit over the record as it stands: `seen` is what the editor saw in the fields of `wanted`. A field nobody
 * touched since is written, one that already holds the wanted value needs nothing, any other clashes.
 */
export function mergeEdit(current: FieldValues, seen: FieldValues, wanted: FieldValues): MergedEdit {
  const edits: FieldEdit[] = []
  const clashes: string[] = []
  for (const [field, after] of Object.entries(wanted)) {
    const before = current[field] ?? null
    if (after === before) continue
    if (before === (seen[field] ?? null)) edits.push({ field, before, after })
    else clashes.push(field)
  }
  return { edits, clashes }
}
