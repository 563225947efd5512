import type { ReadDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'

/** A centre gets a handful of releases in a year. */
const SHOWN = 50
const DESKS_SHOWN = 500

/** Releases the hub took in, newest first. */
export function listReleases(db: ReadDb) {
  return db.all(qb.selectFrom('release').selectAll().orderBy('made_at', 'desc').limit(SHOWN))
}

export function findRelease(db: ReadDb, id: string) {
  return db.get(qb.selectFrom('release').selectAll().where('id', '=', id))
}

/** The newest release taken in, withdrawn ones included: an older one is not taken any more. */
export function newestRelease(db: ReadDb) {
  return db.get(qb.selectFrom('release').select(['version', 'made_at']).orderBy('made_at', 'desc').limit(1))
}

/** What every desk last said about its program. */
export function listDeskPrograms(db: ReadDb) {
  return db.all(qb.selectFrom('desk_program').selectAll().orderBy('desk').limit(DESKS_SHOWN))
}

export function findDeskProgram(db: ReadDb, desk: string) {
  return db.get(qb.selectFrom('desk_program').selectAll().where('desk', '=', desk))
}
