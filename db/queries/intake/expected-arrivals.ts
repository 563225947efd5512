import type { Insertable, Updateable } from 'kysely'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ExpectedArrivalTable } from '../../schema/expected-arrival.ts'

export function findExpected(db: ReadDb, id: string) {
  return db.get(qb.selectFrom('expected_arrival').selectAll().where('id', '=', id))
}
export type ExpectedRow = NonNullable<ReturnType<typeof findExpected>>

/** Arrivals in a state: those expected soonest first, closed ones latest first. */
export function listExpected(db: ReadDb, state: ExpectedRow['state'], limit: number): ExpectedRow[] {
  const query = qb.selectFrom('expected_arrival').selectAll().where('state', '=', state).limit(limit)
  return db.all(
    state === 'expected'
      ? query.orderBy('expected_on').orderBy('created_at')
      : query.orderBy('closed_at', 'desc').orderBy('id'),
  )
}

export function insertExpected(db: WriteDb, row: Insertable<ExpectedArrivalTable>): void {
  db.run(qb.insertInto('expected_arrival').values(row))
}

/** Closes an arrival that is still expected; its version counts on. */
export function closeExpected(
  db: WriteDb,
  row: ExpectedRow,
  change: Pick<
    Updateable<ExpectedArrivalTable>,
    'state' | 'stay_id' | 'closed_at' | 'closed_by' | 'cancel_reason'
  >,
): void {
  db.run(
    qb
      .updateTable('expected_arrival')
      .set({ ...change, version: row.version + 1 })
      .where('id', '=', row.id),
  )
}
