import type { CompiledQuery } from 'kysely'
import type { Compilable } from './query-builder.ts'
import type { Bindable, ReadDb, WriteDb } from './handles.ts'

const MARKER = Symbol('parameter')

interface Marker {
  [MARKER]: string
}

function isMarker(value: unknown): value is Marker {
  return typeof value === 'object' && value !== null && MARKER in value
}

/**
 * A hot query, built and compiled once. `build` receives stand-ins typed as the parameters; each call binds real
 * values to the kept text, so neither Kysely nor SQLite works twice.
 */
export function prepared<P extends Record<string, Bindable>>() {
  return function define<R>(build: (p: P) => Compilable<R>) {
    let template: CompiledQuery<R> | undefined
    function bind(params: P): CompiledQuery<R> {
      if (!template) {
        const standIns = new Proxy({} as P, { get: (_, name) => ({ [MARKER]: String(name) }) })
        template = build(standIns).compile()
      }
      return {
        ...template,
        parameters: template.parameters.map((value) => (isMarker(value) ? params[value[MARKER]] : value)),
      }
    }
    return {
      all: (db: ReadDb, params: P): R[] => db.all(bind(params)),
      get: (db: ReadDb, params: P): R | undefined => db.get(bind(params)),
      run: (db: WriteDb, params: P) => db.run(bind(params)),
    }
  }
}
