import type { Insertable } from 'kysely'
import type { WriteDb } from '#db/connection/handles.ts'
import { qb } from '#db/connection/query-builder.ts'
import type { AppDatabase } from '#db/schema/index.ts'

/** Inserts rows that all have the same columns: the statement is compiled once for all of them. */
export function insertRows<T extends keyof AppDatabase>(
  db: WriteDb,
  table: T,
  rows: readonly Insertable<AppDatabase[T]>[],
): void {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  const statement = qb
    .insertInto<keyof AppDatabase>(table)
    .values(first as never)
    .compile()
  for (const row of rows) {
    const values = row as Record<string, unknown>
    db.run({ ...statement, parameters: columns.map((column) => values[column]) })
  }
}
