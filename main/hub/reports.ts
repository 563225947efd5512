import { openDatabase, type Connection } from '#db/connection/open-database.ts'
import { isDamaged } from '#db/connection/driver-errors.ts'
import type { RuleChange } from '#domain/contract/rules.ts'
import { AppError, type Problem } from '#domain/errors.ts'
import { checkRestorable } from './backup/restore-checks.ts'
import { assessChange } from './rules/assess-change.ts'
import { findRead } from './reads.ts'
import type { Actor } from './use-case.ts'
import { verifyDatabase, type VerifyResult } from './verify-database.ts'

/** What a task in the report worker works with. `progress` throws when the task was cancelled. */
export interface ReportTaskContext {
  db: Connection
  key: Uint8Array
  digestKey: Uint8Array
  progress: (done: number, total: number | null, step: string) => void
}

const DAMAGED =
  'Tệp dữ liệu hỏng, có trang không đọc được. Giữ nguyên tệp, gọi hỗ trợ và phục hồi từ bản sao lưu tốt gần nhất.'

/** A page that cannot be read ends the check at once; it must not look like a fault of the program. */
function verify(db: Connection, context: ReportTaskContext): VerifyResult {
  try {
    return verifyDatabase(db, context.digestKey, context.progress)
  } catch (error) {
    if (isDamaged(error)) throw new AppError('rule_violated', DAMAGED)
    throw error
  }
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
      return verify(copy, context)
    } finally {
      copy.close()
    }
  },
  /** Why a private copy may not take the place of the data; it is brought to this version on the way. */
  checkRestorable: (context: ReportTaskContext, input: { file: string; key: Uint8Array }): Problem[] =>
    checkRestorable(input.file, input.key, context.progress),
  /** What a change of a rule would move for everybody on the roll. */
  assessRule: (context: ReportTaskContext, input: { change: RuleChange; withNames: boolean }) =>
    assessChange(context.db, input, (done, total) =>
      context.progress(done, total, 'Tính lại thời hạn, việc đến hạn'),
    ),
  verify: (context: ReportTaskContext, _input: Record<string, never>) => verify(context.db, context),
}

export type ReportTasks = typeof reportTasks
