import type { Insertable } from 'kysely'
import type { WriteDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ObligationMarkTable } from '../../schema/obligation-mark.ts'

/** Keeps what somebody did about an obligation; its row follows before the write ends. */
export function insertMark(db: WriteDb, mark: Insertable<ObligationMarkTable>): void {
  db.run(qb.insertInto('obligation_mark').values(mark))
}
