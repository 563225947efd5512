import { openDatabase, type Connection } from '#db/connection/open-database.ts'
import { findRead } from './reads.ts'
import type { Actor } from './use-case.ts'
import { verifyDatabase } from './verify-database.ts'

/** What a task in the report worker works with. `progress` throws when the task was cancelled. */
export interface ReportTaskContext {
  db: Connection
  key: Uint8Array
  digestKey: Uint8Array
  progress: (done: number, total: number | null, step: string) => void
}

/** Long reading tasks, by name. */
export const reportTasks = {
  /** A `report` route of the contract. */
  read: (context: ReportTaskContext, input: { path: string; input: unknown; actor: Actor; now: string }) => {
    const read = findRead(input.path)
    if (!read) throw new Error(`no reading use case ${input.path}`)
    return read(context.db, { actor: input.actor, now: input.now, viewed: () => {} }, input.input)
  },
  copyDatabase: (context: ReportTaskContext, input: { target: string }) => {
    context.db.exec(`VACUUM INTO '${input.target.replaceAll("'", "''")}'`)
    return null
  },
  /** Opens a copy with the same key and checks all of it. */
  checkCopy: (context: ReportTaskContext, input: { file: string }) => {
    const copy = openDatabase({ file: input.file, key: context.key, mode: 'read' })
    try {
      return verifyDatabase(copy, context.digestKey, context.progress)
    } finally {
      copy.close()
    }
  },
  verify: (context: ReportTaskContext, _input: Record<string, never>) =>
    verifyDatabase(context.db, context.digestKey, context.progress),
}

export type ReportTasks = typeof reportTasks
