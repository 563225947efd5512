import type { Insertable, Updateable } from 'kysely'
import type { WriteDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ConductCaseTable } from '../../schema/conduct-case.ts'
import type { ConductStepTable } from '../../schema/conduct-step.ts'

export function insertCase(db: WriteDb, row: Insertable<ConductCaseTable>): void {
  db.run(qb.insertInto('conduct_case').values(row))
}

export function insertCaseStep(db: WriteDb, row: Insertable<ConductStepTable>): void {
  db.run(qb.insertInto('conduct_step').values(row))
}

/** Writes what changed of a case and raises its version. */
export function updateCase(
  db: WriteDb,
  id: string,
  change: Omit<Updateable<ConductCaseTable>, 'id' | 'version'>,
): void {
  db.run(
    qb
      .updateTable('conduct_case')
      .set((e) => ({ ...change, version: e('version', '+', 1) }))
      .where('id', '=', id),
  )
}
