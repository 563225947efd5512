import { sql } from 'kysely'
import {
  addToRollCount,
  addToRollBreakdown,
  emptyRollBreakdown,
  emptyRollCount,
  type RollBreakdown,
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

/** The roll as it is now. Nothing is recorded for the future, so that the census of today's end is the present. */
export function rollToday(db: ReadDb, today: Day): RollBreakdown {
  const breakdown = emptyRollBreakdown()
  for (const { key, total } of censusAtStartOf(db, addDays(today, 1)))
    addToRollBreakdown(breakdown, key, total)
  return breakdown
}

const monthStates = prepared<{ month: string }>()((p) =>
  qb
    .selectFrom('census_month')
    .select('state')
    .select((e) => e.fn.sum<number>('total').as('total'))
    .where('month', '=', p.month)
    .groupBy('state'),
)

/** The roll with which each of the `months` months up to that of `today` began, the oldest first. */
export function countCourse(db: ReadDb, today: Day, months: number) {
  const thisMonth = `${today.slice(0, 7)}-01`
  return Array.from({ length: months }, (_, index) => {
    const day = addMonths(thisMonth, index + 1 - months)
    const count = emptyRollCount()
    for (const { state, total } of statesAtStartOf(db, day)) {
      addToRollCount(count, { zoneId: '', track: 'compulsory', sex: 'male', state }, total)
    }
    return { day, onRoll: count.onRoll, present: count.present }
  })
}

/** A month begun since the last write has no totals laid down yet. */
function statesAtStartOf(db: ReadDb, month: Day): { state: RollState; total: number }[] {
  const laid = monthStates.all(db, { month })
  if (laid.length > 0) return laid.map(({ state, total }) => ({ state: state as RollState, total }))
  return censusAtStartOf(db, month).map(({ key, total }) => ({ state: key.state, total }))
}
