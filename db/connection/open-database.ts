import Database from 'better-sqlite3'
import type { Bindable, Query, WriteDb } from './handles.ts'

/** SQLite versions before this one can corrupt a WAL file written by two connections (WAL-reset race). */
const SQLITE_FLOOR = [3, 51, 3] as const

const SYNCHRONOUS_FULL = 2
const TEMP_STORE_MEMORY = 2

export interface OpenOptions {
  file: string
  /** The 32-byte data key. */
  key: Uint8Array
  mode: 'read' | 'write'
  /** Cap on the size of the file in pages: for the disk-full tests only. */
  maxPageCount?: number
}

/** The storage is not what it must be: wrong key, wrong build, wrong pragma. Refuses to start, names no data. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
  readonly kind: 'wrong-key' | 'unsafe-storage' | 'missing'
  constructor(kind: StorageError['kind'], message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.kind = kind
  }
}

/**
 * Opens neo-ve.db with encrypted pages and the durable settings, and proves both. The order matters: the scheme
 * before the key, the key before the first statement, `synchronous` after it (the driver is built to run WAL at
 * NORMAL, which loses acknowledged rows in a power cut).
 */
export function openDatabase(options: OpenOptions): Connection {
  let raw: Database
  try {
    raw = new Database(options.file, {
      timeout: 5000,
      readonly: options.mode === 'read',
      fileMustExist: options.mode === 'read',
    })
  } catch (cause) {
    throw new StorageError('missing', `cannot open the database file`, { cause })
  }
  try {
    raw.pragma(`cipher='sqlcipher'`)
    raw.pragma(`legacy=4`)
    raw.pragma(`key="x'${Buffer.from(options.key).toString('hex')}'"`)
    try {
      raw.prepare('select count(*) from sqlite_master').get()
    } catch (cause) {
      throw new StorageError('wrong-key', 'the data key does not open this database', { cause })
    }
    if (options.mode === 'write') {
      raw.pragma('journal_mode=WAL')
      raw.pragma('synchronous=FULL')
      raw.pragma('wal_autocheckpoint=1000')
      raw.pragma('journal_size_limit=67108864')
    }
    raw.pragma('temp_store=MEMORY')
    raw.pragma('foreign_keys=ON')
    raw.pragma('trusted_schema=OFF')
    raw.pragma('cell_size_check=ON')
    raw.pragma('mmap_size=0')
    raw.pragma('cache_size=-32768')
    if (options.maxPageCount !== undefined) raw.pragma(`max_page_count=${options.maxPageCount}`)
    const connection = new Connection(raw)
    connection.assertRecipe(options.mode)
    return connection
  } catch (error) {
    raw.close()
    throw error
  }
}

/** One open connection with its statement cache. Only this folder sees the driver. */
export class Connection implements WriteDb {
  readonly #raw: Database
  readonly #statements = new Map<string, Database.Statement<unknown[]>>()

  constructor(raw: Database) {
    this.#raw = raw
  }

  /** Refuses a connection whose settings are not the recipe's; cheap enough for a health check. */
  assertRecipe(mode: 'read' | 'write'): void {
    const version = String(this.pluck('select sqlite_version()')).split('.').map(Number)
    for (const [i, floor] of SQLITE_FLOOR.entries()) {
      const part = version[i] ?? 0
      if (part > floor) break
      if (part < floor)
        throw new StorageError('unsafe-storage', `SQLite is older than ${SQLITE_FLOOR.join('.')}`)
    }
    const expected: Record<string, unknown> = { temp_store: TEMP_STORE_MEMORY, foreign_keys: 1 }
    if (mode === 'write') {
      expected['journal_mode'] = 'wal'
      expected['synchronous'] = SYNCHRONOUS_FULL
    }
    for (const [name, value] of Object.entries(expected)) {
      const actual = this.#raw.pragma(name, { simple: true })
      if (actual !== value) {
        throw new StorageError(
          'unsafe-storage',
          `pragma ${name} is ${String(actual)}, must be ${String(value)}`,
        )
      }
    }
  }

  all<R>(query: Query<R>): R[] {
    const { statement, parameters } = this.#prepare(query)
    return statement.all(...parameters) as R[]
  }

  get<R>(query: Query<R>): R | undefined {
    const { statement, parameters } = this.#prepare(query)
    return statement.get(...parameters) as R | undefined
  }

  *iterate<R>(query: Query<R>): IterableIterator<R> {
    // A cached statement is busy while it iterates; a fresh one lets the same query run inside the loop.
    const compiled = 'compile' in query ? query.compile() : query
    const statement = this.#raw.prepare(compiled.sql)
    for (const row of statement.iterate(...(compiled.parameters as Bindable[]))) yield row as R
  }

  run(query: Query<unknown>): { changes: number; lastInsertRowid: number } {
    const { statement, parameters } = this.#prepare(query)
    const result = statement.run(...parameters)
    return { changes: result.changes, lastInsertRowid: Number(result.lastInsertRowid) }
  }

  /** Runs fixed SQL text of the program itself (schema, transaction control): never text from outside. */
  exec(sql: string): void {
    this.#raw.exec(sql)
  }

  /** First column of the first row of fixed SQL text. */
  pluck(sql: string, ...parameters: Bindable[]): unknown {
    return this.#raw
      .prepare(sql)
      .pluck()
      .get(...parameters)
  }

  /** All rows of fixed SQL text, for pragmas and plans. */
  rows<R>(sql: string, ...parameters: Bindable[]): R[] {
    return this.#raw.prepare(sql).all(...parameters) as R[]
  }

  /** False after a statement failed so badly (disk full, I/O) that SQLite rolled everything back by itself. */
  get inTransaction(): boolean {
    return this.#raw.inTransaction
  }

  close(): void {
    this.#statements.clear()
    this.#raw.close()
  }

  #prepare(query: Query<unknown>): { statement: Database.Statement<unknown[]>; parameters: unknown[] } {
    const compiled = 'compile' in query ? query.compile() : query
    const kept = this.#statements.get(compiled.sql)
    if (kept) return { statement: kept, parameters: compiled.parameters as unknown[] }
    const statement = this.#raw.prepare(compiled.sql)
    // Lists of varying length make endless texts; the cache is for those that come back.
    if (this.#statements.size > 800) this.#statements.clear()
    this.#statements.set(compiled.sql, statement)
    return { statement, parameters: compiled.parameters as unknown[] }
  }
}
