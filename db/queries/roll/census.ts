import type { RollKey } from '#domain/roll/roll-count.ts'
import type { RollDelta } from '#domain/roll/roll-deltas.ts'
import type { Day } from '#domain/time/day.ts'
import { addMonths } from '#domain/time/day.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'

/**
 * The daily census: `census_delta` holds what changes at the end of each day, `census_month` the totals with which
 * each month begins, up to `census_horizon`. A late event adds its difference to its day and to the months begun
 * since, a few dozen rows however old it is; nothing has to be rebuilt.
 */

/** The first day of a day's month. */
function monthOf(day: Day): Day {
  return `${day.slice(0, 7)}-01`
}

const horizon = prepared<Record<string, never>>()(() => qb.selectFrom('census_horizon').select('last_month'))

const addDelta = prepared<CensusKey & { day: string; delta: number }>()((p) =>
  qb
    .insertInto('census_delta')
    .values({ day: p.day, zone_id: p.zone_id, track: p.track, sex: p.sex, state: p.state, delta: p.delta })
    .onConflict((conflict) =>
      conflict
        .columns(['day', 'zone_id', 'track', 'sex', 'state'])
        .doUpdateSet((e) => ({ delta: e('census_delta.delta', '+', e.ref('excluded.delta')) })),
    ),
)

const dropEmptyDelta = prepared<CensusKey & { day: string }>()((p) =>
  qb
    .deleteFrom('census_delta')
    .where('day', '=', p.day)
    .where('zone_id', '=', p.zone_id)
    .where('track', '=', p.track)
    .where('sex', '=', p.sex)
    .where('state', '=', p.state)
    .where('delta', '=', 0),
)

const addMonth = prepared<CensusKey & { month: string; total: number }>()((p) =>
  qb
    .insertInto('census_month')
    .values({
      month: p.month,
      zone_id: p.zone_id,
      track: p.track,
      sex: p.sex,
      state: p.state,
      total: p.total,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['month', 'zone_id', 'track', 'sex', 'state'])
        .doUpdateSet((e) => ({ total: e('census_month.total', '+', e.ref('excluded.total')) })),
    ),
)

const monthRows = prepared<{ month: string }>()((p) =>
  qb.selectFrom('census_month').selectAll().where('month', '=', p.month),
)

const deltaRows = prepared<{ from: string; to: string }>()((p) =>
  qb
    .selectFrom('census_delta')
    .select(['zone_id', 'track', 'sex', 'state'])
    .select((e) => e.fn.sum<number>('delta').as('delta'))
    .where('day', '>=', p.from)
    .where('day', '<=', p.to)
    .groupBy(['zone_id', 'track', 'sex', 'state']),
)

interface CensusKey extends Record<string, string | number> {
  zone_id: string
  track: string
  sex: string
  state: string
}

function toColumns(key: RollKey): CensusKey {
  return { zone_id: key.zoneId ?? '', track: key.track, sex: key.sex, state: key.state }
}

function toKey(row: { zone_id: string; track: string; sex: string; state: string }): RollKey {
  return {
    zoneId: row.zone_id === '' ? null : row.zone_id,
    track: row.track,
    sex: row.sex,
    state: row.state,
  } as RollKey
}

/** Applies the difference between what a stay contributed before and what it contributes now. */
export function applyCensusChange(
  db: WriteDb,
  before: readonly RollDelta[],
  after: readonly RollDelta[],
): void {
  const changes = new Map<string, { day: Day; key: CensusKey; delta: number }>()
  const add = (delta: RollDelta, sign: 1 | -1) => {
    const key = toColumns(delta)
    const id = `${delta.day}|${key.zone_id}|${key.track}|${key.sex}|${key.state}`
    const known = changes.get(id)
    if (known) known.delta += sign * delta.delta
    else changes.set(id, { day: delta.day, key, delta: sign * delta.delta })
  }
  for (const delta of before) add(delta, -1)
  for (const delta of after) add(delta, 1)
  const lastMonth = horizon.get(db, {})?.last_month
  for (const { day, key, delta } of changes.values()) {
    if (delta === 0) continue
    addDelta.run(db, { ...key, day, delta })
    dropEmptyDelta.run(db, { ...key, day })
    if (lastMonth === undefined) continue
    for (let month = addMonths(monthOf(day), 1); month <= lastMonth; month = addMonths(month, 1)) {
      addMonth.run(db, { ...key, month, total: delta })
    }
  }
}

/** Lays the totals of every month begun by `today` down; cheap when nothing is missing. */
export function extendCensusMonths(db: WriteDb, today: Day): void {
  const target = monthOf(today)
  const known = horizon.get(db, {})?.last_month
  if (known !== undefined && known >= target) return
  const first = known ?? firstMonth(db) ?? target
  for (let month = first; month < target; month = addMonths(month, 1)) {
    const next = addMonths(month, 1)
    for (const { key, total } of totalsBefore(db, month, next)) {
      addMonth.run(db, { ...toColumns(key), month: next, total })
    }
  }
  setHorizon(db, target)
}

export function setHorizon(db: WriteDb, month: Day): void {
  db.run(
    qb
      .insertInto('census_horizon')
      .values({ id: 1, last_month: month })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ last_month: month })),
  )
}

function firstMonth(db: ReadDb): Day | undefined {
  const day = db.get(qb.selectFrom('census_delta').select((e) => e.fn.min('day').as('day')))?.day
  return day ? monthOf(day) : undefined
}

/** Totals at the end of the day before `until`, from the totals with which `month` begins. */
function totalsBefore(db: ReadDb, month: Day, until: Day): { key: RollKey; total: number }[] {
  const totals = new Map<string, { key: RollKey; total: number }>()
  const add = (row: { zone_id: string; track: string; sex: string; state: string }, count: number) => {
    const id = `${row.zone_id}|${row.track}|${row.sex}|${row.state}`
    const known = totals.get(id)
    if (known) known.total += count
    else totals.set(id, { key: toKey(row), total: count })
  }
  for (const row of monthRows.all(db, { month })) add(row, row.total)
  const lastDay = previousDay(until)
  if (lastDay >= month)
    for (const row of deltaRows.all(db, { from: month, to: lastDay })) add(row, Number(row.delta))
  return [...totals.values()].filter(({ total }) => total !== 0)
}

function previousDay(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** The census with which a day begins, that is at the end of the day before. */
export function censusAtStartOf(db: ReadDb, day: Day): { key: RollKey; total: number }[] {
  const lastMonth = horizon.get(db, {})?.last_month
  if (lastMonth === undefined) return totalsBefore(db, '0000-01-01', day)
  const month = monthOf(day)
  return totalsBefore(db, month <= lastMonth ? month : lastMonth, day)
}
