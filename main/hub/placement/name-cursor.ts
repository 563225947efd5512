import { AppError } from '#domain/errors.ts'

/** Where a list by name goes on: after the sort key and stay of the last row shown. */
export interface NameCursor {
  key: string
  stay: string
}

export function writeNameCursor({ key, stay }: NameCursor): string {
  return JSON.stringify([key, stay])
}

/** Reads a cursor; null is the beginning. @throws AppError `invalid_input` for text that is none */
export function readNameCursor(cursor: string | null): NameCursor {
  if (cursor === null) return { key: '', stay: '' }
  const parts = parse(cursor)
  if (parts === undefined) throw new AppError('invalid_input')
  return parts
}

function parse(cursor: string): NameCursor | undefined {
  let read: unknown
  try {
    read = JSON.parse(cursor)
  } catch {
    return undefined
  }
  if (!Array.isArray(read)) return undefined
  const [key, stay] = read as unknown[]
  return typeof key === 'string' && typeof stay === 'string' ? { key, stay } : undefined
}
