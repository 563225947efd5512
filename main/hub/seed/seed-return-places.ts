import { sql, type Insertable } from 'kysely'
import type { WriteDb } from '#db/connection/handles.ts'
import { qb } from '#db/connection/query-builder.ts'
import type { ReturnPlaceTable } from '#db/schema/return-place.ts'
import { addDays } from '#domain/time/day.ts'
import { dayOf, startOfDay } from '#domain/time/instant.ts'
import { insertRows } from './insert-rows.ts'
import type { SeedPlan } from './seed-plan.ts'
import { recorderKey } from './seed-users.ts'

/** Where they return to is written down for those who leave within so many days. */
const DAYS_AHEAD = 90
/** One of so many has no stable residence; every second of these cannot work, and every third has registered one. */
const WITHOUT_RESIDENCE = 9

/** Writes down where people who leave soon will live. Needs the states of the stays. */
export function fillReturnPlaces(db: WriteDb, plan: SeedPlan): void {
  const today = dayOf(plan.asOf)
  const soon = db.all<{ stay_id: string }>(
    sql<{ stay_id: string }>`
      select stay_id from roster where end_on >= ${today} and end_on <= ${addDays(today, DAYS_AHEAD)} order by stay_id`.compile(
      qb,
    ),
  )
  const recordedAt = startOfDay(addDays(today, -3))
  insertRows(
    db,
    'return_place',
    soon.map(({ stay_id: stayId }, at): Insertable<ReturnPlaceTable> => {
      const isNone = at % WITHOUT_RESIDENCE === 0
      const nth = at / WITHOUT_RESIDENCE
      const isRegistered = isNone && nth % 3 === 1
      return {
        stay_id: stayId,
        residence: isNone ? 'none' : 'stable',
        work: isNone && nth % 2 === 0 ? 'unable' : 'able',
        proof: isNone ? 'Xác nhận của Công an xã, Điều 58.3' : null,
        registered_address: isRegistered ? 'Xã Cao Lộc, tỉnh Lạng Sơn' : null,
        registered_on: isRegistered ? addDays(today, -3) : null,
        recorded_at: recordedAt,
        recorded_by: recorderKey(plan, 'tiepnhan'),
      }
    }),
  )
}
