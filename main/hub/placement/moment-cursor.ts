import { AppError } from '#domain/errors.ts'

/** Where a page of a list by moment goes on: after the row of this moment and id. */
interface MomentCursor {
  at: string
  id: string
}

export function writeMomentCursor({ at, id }: MomentCursor): string {
  return `${at} ${id}`
}

/** The place named by a cursor. @throws AppError `invalid_input` for text that is none */
export function readMomentCursor(cursor: string | null): MomentCursor | null {
  if (cursor === null) return null
  const [, at, id] = /^(\S+Z) (\S+)$/.exec(cursor) ?? []
  if (at === undefined || id === undefined) throw new AppError('invalid_input')
  return { at, id }
}
