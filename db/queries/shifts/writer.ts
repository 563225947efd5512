import type { Insertable, Updateable } from 'kysely'
import type { AppDatabase } from '../../schema/index.ts'
import { qb } from '../../connection/query-builder.ts'
import type { WriteDb } from '../../connection/handles.ts'

export function insertShiftTime(db: WriteDb, row: Insertable<AppDatabase['shift_time']>): void {
  db.run(qb.insertInto('shift_time').values(row))
}

/** Times set for a day that has not come yet are replaced, not added to. */
export function clearShiftTimes(db: WriteDb, validFrom: string): void {
  db.run(qb.deleteFrom('shift_time').where('valid_from', '=', validFrom))
}

export function insertPost(db: WriteDb, row: Insertable<AppDatabase['post']>): void {
  db.run(qb.insertInto('post').values(row))
}

export function insertDuty(db: WriteDb, row: Insertable<AppDatabase['duty']>): void {
  db.run(qb.insertInto('duty').values(row))
}

export function insertTeam(db: WriteDb, row: Insertable<AppDatabase['team']>): void {
  db.run(qb.insertInto('team').values(row))
}

export function insertMember(db: WriteDb, row: Insertable<AppDatabase['team_member']>): void {
  db.run(qb.insertInto('team_member').values(row))
}

export function updatePost(db: WriteDb, id: string, change: Updateable<AppDatabase['post']>): void {
  db.run(qb.updateTable('post').set(change).where('id', '=', id))
}

export function updateTeam(db: WriteDb, id: string, change: Updateable<AppDatabase['team']>): void {
  db.run(qb.updateTable('team').set(change).where('id', '=', id))
}

/** Takes somebody off duty; the row stays. */
export function endDuty(db: WriteDb, id: string, by: { at: string; key: string }): void {
  db.run(qb.updateTable('duty').set({ removed_at: by.at, removed_by: by.key }).where('id', '=', id))
}

/** Takes somebody out of a team; the row stays. */
export function endMembership(db: WriteDb, id: string, by: { at: string; key: string }): void {
  db.run(qb.updateTable('team_member').set({ to_at: by.at, removed_by: by.key }).where('id', '=', id))
}

/** Names the zones somebody works in, over those named before. */
export function setUserZones(db: WriteDb, userId: string, zoneIds: readonly string[]): void {
  db.run(qb.deleteFrom('user_zone').where('user_id', '=', userId))
  for (const zoneId of new Set(zoneIds)) {
    db.run(qb.insertInto('user_zone').values({ user_id: userId, zone_id: zoneId }))
  }
}
