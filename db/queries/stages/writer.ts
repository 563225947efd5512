import type { Insertable, Updateable } from 'kysely'
import type { WriteDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'
import type { StageRecordTable } from '../../schema/stage-record.ts'

export function insertStageRecord(db: WriteDb, row: Insertable<StageRecordTable>): void {
  db.run(qb.insertInto('stage_record').values(row))
}

export function updateStageRecord(db: WriteDb, id: string, change: Updateable<StageRecordTable>): void {
  db.run(qb.updateTable('stage_record').set(change).where('id', '=', id))
}
