import { z } from 'zod'

/** Shapes that many routes answer with. */

/** A page of a keyset list; `next` is the cursor of the one after it. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), next: z.string().nullable() })
}

/** A record that was written, with the version it has now. */
export const changedShape = z.object({ id: z.string(), version: z.number() })

/** What forbids or warns: a sentence, and the field it is about where it is about one. */
export const problemShape = z.object({ code: z.string(), message: z.string(), field: z.string().optional() })
