import type { ShiftSchedule } from '#domain/shifts/shift-times.ts'
import type { Instant } from '#domain/time/instant.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

const times = prepared<Record<string, never>>()(() =>
  qb.selectFrom('shift_time').select(['valid_from', 'name', 'starts']).orderBy('valid_from').orderBy('no'),
)
const dutyFrom = prepared<{ from: string; to: string }>()((p) =>
  qb
    .selectFrom('duty')
    .innerJoin('user', 'user.id', 'duty.user_id')
    .leftJoin('post', 'post.id', 'duty.post_id')
    .select([
      'duty.id',
      'duty.shift_at',
      'duty.user_id',
      'duty.post_id',
      'duty.is_lead',
      'user.display_name',
      'post.name as post_name',
      'post.zone_id',
    ])
    .where('duty.shift_at', '>=', p.from)
    .where('duty.shift_at', '<=', p.to)
    .where('duty.removed_at', 'is', null)
    .orderBy('duty.shift_at')
    .orderBy('duty.is_lead', 'desc')
    .orderBy('user.display_name'),
)

/** Every schedule of shifts the centre has set, the oldest first. */
export function listSchedules(db: ReadDb): ShiftSchedule[] {
  const byDay = Map.groupBy(times.all(db, {}), (row) => row.valid_from)
  return [...byDay].map(([validFrom, rows]) => ({
    validFrom,
    times: rows.map(({ name, starts }) => ({ name, starts })),
  }))
}

/** Who is written down for the shifts that begin from one instant to another, both included. */
export function listDuty(db: ReadDb, from: Instant, to: Instant) {
  return dutyFrom.all(db, { from, to })
}

const openPosts = prepared<Record<string, never>>()(() =>
  qb
    .selectFrom('post')
    .leftJoin('place', 'place.id', 'post.zone_id')
    .select(['post.id', 'post.name', 'post.zone_id', 'post.version', 'place.name as zone_name'])
    .where('post.retired_at', 'is', null)
    .orderBy('place.sort')
    .orderBy('post.name'),
)
const postById = prepared<{ id: string }>()((p) => qb.selectFrom('post').selectAll().where('id', '=', p.id))
const dutyById = prepared<{ id: string }>()((p) =>
  qb.selectFrom('duty').selectAll().where('id', '=', p.id).where('removed_at', 'is', null),
)
const zonesOfUsers = prepared<Record<string, never>>()(() => qb.selectFrom('user_zone').selectAll())
const zonesOfUser = prepared<{ user: string }>()((p) =>
  qb.selectFrom('user_zone').select('zone_id').where('user_id', '=', p.user),
)

/** Posts that are manned now. */
export function listPosts(db: ReadDb) {
  return openPosts.all(db, {})
}

export function findPost(db: ReadDb, id: string) {
  return postById.get(db, { id })
}

/** Somebody's duty that stands. */
export function findDuty(db: ReadDb, id: string) {
  return dutyById.get(db, { id })
}

/** Zones by account. */
export function listUserZones(db: ReadDb): Map<string, string[]> {
  const byUser = Map.groupBy(zonesOfUsers.all(db, {}), (row) => row.user_id)
  return new Map([...byUser].map(([userId, rows]) => [userId, rows.map((row) => row.zone_id)]))
}

/** The zones an account works in. */
export function zonesOf(db: ReadDb, userId: string): string[] {
  return zonesOfUser.all(db, { user: userId }).map((row) => row.zone_id)
}
