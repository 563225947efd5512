import type { Insertable, Updateable } from 'kysely'
import type { WriteDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'
import type { RequestTable } from '../../schema/request.ts'
import type { RequestStepTable } from '../../schema/request-step.ts'

export function insertRequest(db: WriteDb, row: Insertable<RequestTable>): void {
  db.run(qb.insertInto('request').values(row))
}

export function insertRequestStep(db: WriteDb, row: Insertable<RequestStepTable>): void {
  db.run(qb.insertInto('request_step').values(row))
}

/** Writes what changed of a request and raises its version. */
export function updateRequest(
  db: WriteDb,
  id: string,
  change: Pick<
    Updateable<RequestTable>,
    | 'state'
    | 'owner_id'
    | 'due_on'
    | 'due_rule'
    | 'answer'
    | 'answered_at'
    | 'answered_by'
    | 'answer_year'
    | 'answer_no'
    | 'ended_at'
  >,
): void {
  db.run(
    qb
      .updateTable('request')
      .set((e) => ({ ...change, version: e('version', '+', 1) }))
      .where('id', '=', id),
  )
}
