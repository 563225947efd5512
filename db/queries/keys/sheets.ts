import { qb } from '../../connection/query-builder.ts'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'

/** The sheet in use; undefined until one is confirmed. */
export function findActiveSheet(db: ReadDb) {
  return db.get(qb.selectFrom('recovery_sheet').selectAll().where('state', '=', 'active'))
}

/** A sheet that was printed and not confirmed yet. */
export function findUnconfirmedSheet(db: ReadDb, id: string) {
  return db.get(
    qb.selectFrom('recovery_sheet').selectAll().where('id', '=', id).where('state', '=', 'unconfirmed'),
  )
}

export function insertSheet(
  db: WriteDb,
  sheet: { id: string; publicKey: Uint8Array; madeAt: string; madeBy: string },
): void {
  db.run(
    qb.insertInto('recovery_sheet').values({
      id: sheet.id,
      public_key: sheet.publicKey,
      made_at: sheet.madeAt,
      made_by: sheet.madeBy,
      state: 'unconfirmed',
      confirmed_at: null,
      confirmed_by: null,
      replaced_at: null,
    }),
  )
}

/** Makes a printed sheet the one in use; the one before it is replaced. */
export function activateSheet(db: WriteDb, id: string, at: string, by: string): void {
  db.run(
    qb
      .updateTable('recovery_sheet')
      .set({ state: 'replaced', replaced_at: at })
      .where('state', '=', 'active'),
  )
  db.run(
    qb
      .updateTable('recovery_sheet')
      .set({ state: 'active', confirmed_at: at, confirmed_by: by })
      .where('id', '=', id)
      .where('state', '=', 'unconfirmed'),
  )
}

/** Sheets of the past and present, newest first. */
export function listSheets(db: ReadDb) {
  return db.all(
    qb
      .selectFrom('recovery_sheet')
      .select(['id', 'made_at', 'made_by', 'state', 'confirmed_at', 'replaced_at'])
      .where('state', '!=', 'unconfirmed')
      .orderBy('made_at', 'desc')
      .limit(50),
  )
}

export type DrillRow = ReturnType<typeof listDrills>[number]

/** Tests of the sheet, newest first. */
export function listDrills(db: ReadDb) {
  return db.all(qb.selectFrom('backup_drill').selectAll().orderBy('done_at', 'desc').limit(20))
}

/** When a sheet last passed its test; null when it never did. */
export function lastPassedDrillAt(db: ReadDb, sheet: string): string | null {
  const row = db.get(
    qb
      .selectFrom('backup_drill')
      .select('done_at')
      .where('outcome', '=', 'passed')
      .where('sheet', '=', sheet)
      .orderBy('done_at', 'desc')
      .limit(1),
  )
  return row?.done_at ?? null
}

export function insertDrill(db: WriteDb, drill: DrillRow): void {
  db.run(qb.insertInto('backup_drill').values(drill))
}
