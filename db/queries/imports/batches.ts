import type { Insertable } from 'kysely'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import type { ImportBatchTable } from '../../schema/import-batch.ts'
import type { ImportRowTable } from '../../schema/import-row.ts'

const batchById = prepared<{ id: string }>()((p) =>
  qb.selectFrom('import_batch').selectAll().where('id', '=', p.id),
)

const rowByNumber = prepared<{ batch: string; row: number }>()((p) =>
  qb.selectFrom('import_row').selectAll().where('batch_id', '=', p.batch).where('row', '=', p.row),
)

const newestOfFile = prepared<{ sha256: string }>()((p) =>
  qb
    .selectFrom('import_batch')
    .select(['started_at', 'started_by', 'imported'])
    .where('file_sha256', '=', p.sha256)
    .where('state', '!=', 'undone')
    .orderBy('started_at', 'desc')
    .limit(1),
)

/** An import by its id. */
export function findBatch(db: ReadDb, id: string) {
  return batchById.get(db, { id })
}

/** A row kept of an import: refused, parked, or who it became. */
export function findImportRow(db: ReadDb, batchId: string, row: number) {
  return rowByNumber.get(db, { batch: batchId, row })
}

/** The last import of the same bytes that was not undone. */
export function findImportOfFile(db: ReadDb, sha256: string) {
  return newestOfFile.get(db, { sha256 })
}

const MOST_LISTED = 200

/** Imports, newest first, with how many parked rows await a decision. */
export function listBatches(db: ReadDb) {
  return db.all(
    qb
      .selectFrom('import_batch')
      .selectAll('import_batch')
      .select((e) =>
        e
          .selectFrom('import_row')
          .select((row) => row.fn.countAll<number>().as('n'))
          .whereRef('import_row.batch_id', '=', 'import_batch.id')
          .where('import_row.verdict', '=', 'duplicate')
          .where('import_row.decision', 'is', null)
          .as('undecided'),
      )
      .orderBy('started_at', 'desc')
      .limit(MOST_LISTED),
  )
}

/** A page of the refused or parked rows of an import, in the order of the list. */
export function listImportRows(
  db: ReadDb,
  page: { batchId: string; verdict: ImportRowTable['verdict']; offset: number; limit: number },
): { total: number; rows: ImportRowTable[] } {
  const of = qb
    .selectFrom('import_row')
    .where('batch_id', '=', page.batchId)
    .where('verdict', '=', page.verdict)
  const total = db.get(of.select((e) => e.fn.countAll<number>().as('n')))?.n ?? 0
  return { total, rows: db.all(of.selectAll().orderBy('row').limit(page.limit).offset(page.offset)) }
}

/** Numbers of all rows kept of an import. */
export function listRowNumbers(db: ReadDb, batchId: string): number[] {
  return db
    .all(qb.selectFrom('import_row').select('row').where('batch_id', '=', batchId))
    .map(({ row }) => row)
}

/** Rows of an import that became people not yet taken back. */
export function listUndoableRows(db: ReadDb, batchId: string): number[] {
  return db
    .all(
      qb
        .selectFrom('import_row')
        .innerJoin('stay', 'stay.id', 'import_row.stay_id')
        .select('import_row.row')
        .where('import_row.batch_id', '=', batchId)
        .where('stay.cancelled_at', 'is', null)
        .orderBy('import_row.row'),
    )
    .map(({ row }) => row)
}

export function insertBatch(db: WriteDb, batch: Insertable<ImportBatchTable>): void {
  db.run(qb.insertInto('import_batch').values(batch))
}

/** Changes an import's own row: its state and counts. */
export function changeBatch(db: WriteDb, id: string, change: Partial<Omit<ImportBatchTable, 'id'>>): void {
  db.run(qb.updateTable('import_batch').set(change).where('id', '=', id))
}

export function insertImportRow(db: WriteDb, row: Insertable<ImportRowTable>): void {
  db.run(qb.insertInto('import_row').values(row))
}

/** Changes who a parked row became and what was decided. */
export function changeImportRow(
  db: WriteDb,
  batchId: string,
  row: number,
  change: Partial<Omit<ImportRowTable, 'batch_id' | 'row'>>,
): void {
  db.run(qb.updateTable('import_row').set(change).where('batch_id', '=', batchId).where('row', '=', row))
}
