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
