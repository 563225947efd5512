// The driver's package hides its own typings behind "exports"; this is the part of the API that db/ uses.
declare module 'better-sqlite3' {
  namespace Database {
    interface Options {
      readonly?: boolean
      fileMustExist?: boolean
      timeout?: number
    }
    interface RunResult {
      changes: number
      lastInsertRowid: number | bigint
    }
    interface Statement<P extends unknown[] = unknown[]> {
      run(...parameters: P): RunResult
      get(...parameters: P): unknown
      all(...parameters: P): unknown[]
      iterate(...parameters: P): IterableIterator<unknown>
      pluck(toggle?: boolean): this
    }
  }
  class Database {
    constructor(file: string, options?: Database.Options)
    readonly open: boolean
    readonly inTransaction: boolean
    prepare(sql: string): Database.Statement
    pragma(source: string, options?: { simple?: boolean }): unknown
    exec(sql: string): this
    close(): this
  }
  export default Database
}
