import type { Insertable } from 'kysely'
import type { WriteDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'
import type { DeskProgramTable } from '../../schema/desk-program.ts'
import type { ReleaseTable } from '../../schema/release.ts'

export function insertRelease(db: WriteDb, release: Insertable<ReleaseTable>): void {
  db.run(qb.insertInto('release').values(release))
}

/** Moves a release to another state; the caller looked at `row_version` in the same transaction. */
export function setReleaseState(
  db: WriteDb,
  id: string,
  values: Pick<
    ReleaseTable,
    'state' | 'trial_desk' | 'trial_at' | 'staged_at' | 'staged_by' | 'reason' | 'row_version'
  >,
): void {
  db.run(qb.updateTable('release').set(values).where('id', '=', id))
}

/** Keeps the last word of a desk about its program. */
export function putDeskProgram(db: WriteDb, program: DeskProgramTable): void {
  const { desk: _desk, ...said } = program
  db.run(
    qb
      .insertInto('desk_program')
      .values(program)
      .onConflict((on) => on.column('desk').doUpdateSet(said)),
  )
}
