import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
} from 'kysely'
import type { AppDatabase } from '../schema/index.ts'

/**
 * Writes bound values as `+?`. This SQLite is built with STAT4 and re-prepares a statement whenever a bound
 * value changes; the unary plus hides the value from the planner, and the kept statement stays prepared.
 */
class PlusCompiler extends SqliteQueryCompiler {
  protected override appendValue(parameter: unknown): void {
    this.append('+')
    super.appendValue(parameter)
  }
}

/** Kysely as a typed compiler only: it holds no connection and cannot run anything by itself. */
export const qb = new Kysely<AppDatabase>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new PlusCompiler(),
  },
})

/** Anything of Kysely's that compiles to SQL yielding rows of R. */
export interface Compilable<R> {
  compile(): CompiledQuery<R>
}
