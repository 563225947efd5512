import type { CompiledQuery } from 'kysely'
import type { Compilable } from './query-builder.ts'

/** What SQLite binds. Booleans are 0 | 1 in the schema on purpose. */
export type Bindable = string | number | bigint | Uint8Array | null

/** A query ready to run: either a Kysely builder or one already compiled. */
export type Query<R> = Compilable<R> | CompiledQuery<R>

/** Runs reading queries, synchronously, on cached prepared statements. */
export interface ReadDb {
  all<R>(query: Query<R>): R[]
  get<R>(query: Query<R>): R | undefined
  iterate<R>(query: Query<R>): IterableIterator<R>
}

/** Inside the writer's transaction. A function that changes data asks for this type, so a reader cannot call it. */
export interface WriteDb extends ReadDb {
  run(query: Query<unknown>): { changes: number; lastInsertRowid: number }
}
