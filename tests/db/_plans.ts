import type { ReadDb } from '#db/connection/handles.ts'
import type { Connection } from '#db/connection/open-database.ts'

/** How SQLite goes about what a reading function asks, a line per step. */
export function plansOf(db: Connection, read: (db: ReadDb) => unknown): string[] {
  const plans: string[] = []
  const explain = (query: Parameters<ReadDb['all']>[0]) => {
    const compiled = 'compile' in query ? query.compile() : query
    const asked = { ...compiled, sql: `explain query plan ${compiled.sql}` }
    plans.push(...db.all<{ detail: string }>(asked as never).map(({ detail }) => detail))
  }
  read({
    all: (query) => {
      explain(query)
      return []
    },
    get: (query) => {
      explain(query)
      return undefined
    },
    iterate: (query) => {
      explain(query)
      return [].values()
    },
  })
  return plans
}
