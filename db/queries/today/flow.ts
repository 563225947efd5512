import { sql } from 'kysely'
import {
  addToRollCount,
  emptyRollCount,
  type RollCount,
  type RollKey,
  type RollState,
} from '#domain/roll/roll-count.ts'
import { addDays, addMonths, type Day } from '#domain/time/day.ts'
import { endOfDay, startOfDay } from '#domain/time/instant.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { censusAtStartOf } from '../roll/census.ts'

const receivedBetween = prepared<{ from: string; to: string }>()((p) =>
  qb
    .selectFrom('stay_state')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('received_at', '>=', p.from)
    .where('received_at', '<', p.to),
)

const endedBetween = prepared<{ from: string; to: string }>()((p) =>
  qb
    .selectFrom('stay_state')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('state', '=', sql.lit<'ended'>('ended'))
    .where('ended_at', '>=', p.from)
    .where('ended_at', '<', p.to),
)

/** People received and ended on each of the `days` days up to `today`, the oldest first. */
export function countFlow(db: ReadDb, today: Day, days: number) {
  return Array.from({ length: days }, (_, index) => {
    const day = addDays(today, index + 1 - days)
    const range = { from: startOfDay(day), to: endOfDay(day) }
    return {
      day,
      received: receivedBetween.get(db, range)?.count ?? 0,
      ended: endedBetween.get(db, range)?.count ?? 0,
    }
  })
}

/** Everything the census has laid down and what came after, by the two keys that are needed: zone and state. */
const statesNow = prepared<Record<string, never>>()(() => {
  const laid = qb.selectFrom('census_horizon').select('last_month')
  return qb
    .selectFrom(
      qb
        .selectFrom('census_month')
        .select(['zone_id', 'state', 'total as persons'])
        .where('month', '=', laid)
        .unionAll(
          qb
            .selectFrom('census_delta')
            .select(['zone_id', 'state', 'delta as persons'])
            .where('day', '>=', (e) => e.fn.coalesce(laid, sql.lit(''))),
        )
        .as('part'),
    )
    .select(['zone_id', 'state'])
    .select((e) => e.fn.sum<number>('persons').as('persons'))
    .groupBy(['zone_id', 'state'])
})

/** Persons on the roll now, in total and by zone. */
export interface RollNow {
  total: RollCount
  byZone: Map<string, RollCount>
}

/** The roll as it is now. Nothing is recorded for the future, so that the census of today's end is the present. */
export function countRollNow(db: ReadDb): RollNow {
  const total = emptyRollCount()
  const byZone = new Map<string, RollCount>()
  for (const { zone_id: zone, state, persons } of statesNow.all(db, {})) {
    const key = keyOf(state as RollState, zone === '' ? null : zone)
    const count = byZone.get(zone) ?? emptyRollCount()
    byZone.set(zone, count)
    addToRollCount(total, key, persons)
    addToRollCount(count, key, persons)
  }
  return { total, byZone }
}

/** Totals by zone and state do not ask for track and sex. */
function keyOf(state: RollState, zoneId: string | null): RollKey {
  return { zoneId, state, track: 'compulsory', sex: 'male' }
}

const ABSENT = ['suspended', 'escaped', 'interrupted'] as const satisfies readonly RollState[]

const monthTotals = prepared<{ month: string }>()((p) =>
  qb
    .selectFrom('census_month')
    .select((e) => [
      e.fn.sum<number | null>('total').as('on_roll'),
      e.fn.sum<number | null>('total').filterWhere('state', 'not in', ABSENT).as('present'),
    ])
    .where('month', '=', p.month),
)

/** The roll with which each of the `months` months up to that of `today` began, the oldest first. */
export function countCourse(db: ReadDb, today: Day, months: number) {
  const thisMonth = `${today.slice(0, 7)}-01`
  return Array.from({ length: months }, (_, index) => {
    const day = addMonths(thisMonth, index + 1 - months)
    const laid = monthTotals.get(db, { month: day })
    if (laid && laid.on_roll !== null) return { day, onRoll: laid.on_roll, present: laid.present ?? 0 }
    // A month begun since the last write has no totals laid down yet.
    const count = emptyRollCount()
    for (const { key, total } of censusAtStartOf(db, day)) addToRollCount(count, key, total)
    return { day, onRoll: count.onRoll, present: count.present }
  })
}
