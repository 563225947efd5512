import type { CustodyEvent } from '#domain/custody/custody-event.ts'
import type { RollDelta } from '#domain/roll/roll-deltas.ts'
import { addMonths, type Day } from '#domain/time/day.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import { compareObligations, rebuildObligations } from '../obligations/settle.ts'
import { setHorizon } from '../roll/census.ts'
import { readClockRules } from '../rules/reader.ts'
import { deriveStay, type DerivedStay } from './derive-stay.ts'
import { bedFinder, stayFactsQuery, toCustodyEvent, toStayFacts, type StayFacts } from './reader.ts'

const eventsPage = prepared<{ from: string; to: string }>()((p) =>
  qb
    .selectFrom('custody_event')
    .select(['seq', 'id', 'stay_id', 'at', 'recorded_at', 'kind', 'facts'])
    .where('stay_id', '>=', p.from)
    .where('stay_id', '<=', p.to)
    .orderBy('stay_id')
    .orderBy('at')
    .orderBy('seq'),
)

const PAGE = 500

/** Every stay with what its events come to, page by page: never all rows at once. */
function* deriveAll(db: ReadDb): Generator<{ facts: StayFacts; derived: DerivedStay }> {
  const findBed = bedFinder(db)
  const rules = readClockRules(db)
  let after = ''
  for (;;) {
    const stays = db
      .all(stayFactsQuery().where('stay.id', '>', after).orderBy('stay.id').limit(PAGE))
      .map(toStayFacts)
    const first = stays[0]
    const last = stays.at(-1)
    if (!first || !last) return
    const events = Map.groupBy(
      eventsPage.all(db, { from: first.stayId, to: last.stayId }).map(toCustodyEvent),
      (event: CustodyEvent) => event.stayId,
    )
    for (const facts of stays)
      yield { facts, derived: deriveStay(facts, events.get(facts.stayId) ?? [], findBed, rules) }
    after = last.stayId
  }
}

interface CensusRow {
  zone_id: string
  track: string
  sex: string
  state: string
}

/** Sums deltas of all stays; then the totals with which each month begins. */
class CensusSum {
  readonly #deltas = new Map<string, { day: Day; row: CensusRow; delta: number }>()

  add(deltas: readonly RollDelta[]): void {
    for (const { day, zoneId, track, sex, state, delta } of deltas) {
      const row = { zone_id: zoneId ?? '', track, sex, state }
      const id = `${day}|${row.zone_id}|${track}|${sex}|${state}`
      const known = this.#deltas.get(id)
      if (known) known.delta += delta
      else this.#deltas.set(id, { day, row, delta })
    }
  }

  deltas(): { day: Day; row: CensusRow; delta: number }[] {
    return [...this.#deltas.values()]
      .filter(({ delta }) => delta !== 0)
      .toSorted((a, b) => (a.day < b.day ? -1 : 1))
  }

  /** Totals at the start of each month after the first change, up to `lastMonth`; zeros left out. */
  months(lastMonth: Day): { month: Day; row: CensusRow; total: number }[] {
    const found: { month: Day; row: CensusRow; total: number }[] = []
    const running = new Map<string, { row: CensusRow; total: number }>()
    const deltas = this.deltas()
    const firstDay = deltas[0]?.day
    if (firstDay === undefined) return []
    let next = 0
    for (
      let month = addMonths(`${firstDay.slice(0, 7)}-01`, 1);
      month <= lastMonth;
      month = addMonths(month, 1)
    ) {
      for (; next < deltas.length; next += 1) {
        const delta = deltas[next]
        if (!delta || delta.day >= month) break
        const id = `${delta.row.zone_id}|${delta.row.track}|${delta.row.sex}|${delta.row.state}`
        const known = running.get(id)
        if (known) known.total += delta.delta
        else running.set(id, { row: delta.row, total: delta.delta })
      }
      for (const { row, total } of running.values()) if (total !== 0) found.push({ month, row, total })
    }
    return found
  }
}

/** Throws the derived tables away and makes them anew from the events. Search is rebuilt by its own function. */
export function rebuildDerived(db: WriteDb, today: Day, progress: (done: number) => void = () => {}): void {
  for (const table of ['roster', 'stay_state', 'census_delta', 'census_month'] as const)
    db.run(qb.deleteFrom(table))
  const census = new CensusSum()
  let done = 0
  for (const { derived } of deriveAll(db)) {
    if (derived.state) db.run(qb.insertInto('stay_state').values(derived.state))
    if (derived.roster) db.run(qb.insertInto('roster').values(derived.roster))
    census.add(derived.deltas)
    done += 1
    if (done % 1000 === 0) progress(done)
  }
  const lastMonth = `${today.slice(0, 7)}-01`
  for (const { day, row, delta } of census.deltas())
    db.run(qb.insertInto('census_delta').values({ day, ...row, delta }))
  for (const { month, row, total } of census.months(lastMonth)) {
    db.run(qb.insertInto('census_month').values({ month, ...row, total }))
  }
  setHorizon(db, lastMonth)
  rebuildObligations(db)
}

/** A row of a derived table that is not what the events come to. */
export interface DerivedDifference {
  table: 'stay_state' | 'roster' | 'census_delta' | 'census_month' | 'obligation'
  key: string
}

const MOST_SHOWN = 200

/** Compares every derived row with what the events come to now. Empty when all agree. */
export function compareDerived(db: ReadDb, progress: (done: number) => void = () => {}): DerivedDifference[] {
  const differences: DerivedDifference[] = []
  const note = (table: DerivedDifference['table'], key: string) => {
    if (differences.length < MOST_SHOWN) differences.push({ table, key })
  }
  const census = new CensusSum()
  const expectedStates = new Set<string>()
  const expectedRoster = new Set<string>()
  let done = 0
  for (const { facts, derived } of deriveAll(db)) {
    const state = db.get(stateOf(facts.stayId))
    const roster = db.get(rosterOf(facts.stayId))
    if (!same(state, derived.state)) note('stay_state', facts.stayId)
    if (!same(roster, derived.roster)) note('roster', facts.stayId)
    if (derived.state) expectedStates.add(facts.stayId)
    if (derived.roster) expectedRoster.add(facts.stayId)
    census.add(derived.deltas)
    done += 1
    if (done % 1000 === 0) progress(done)
  }
  for (const row of db.iterate(qb.selectFrom('stay_state').select('stay_id')))
    if (!expectedStates.has(row.stay_id)) note('stay_state', row.stay_id)
  for (const row of db.iterate(qb.selectFrom('roster').select('stay_id')))
    if (!expectedRoster.has(row.stay_id)) note('roster', row.stay_id)
  const lastMonth = db.get(qb.selectFrom('census_horizon').select('last_month'))?.last_month
  compareSums(
    census.deltas().map(({ day, row, delta }) => [keyOf(day, row), delta]),
    db.all(qb.selectFrom('census_delta').selectAll()).map((row) => [keyOf(row.day, row), row.delta]),
    (key) => note('census_delta', key),
  )
  compareSums(
    lastMonth === undefined
      ? []
      : census.months(lastMonth).map(({ month, row, total }) => [keyOf(month, row), total]),
    db.all(qb.selectFrom('census_month').selectAll()).map((row) => [keyOf(row.month, row), row.total]),
    (key) => note('census_month', key),
  )
  compareObligations(db, (key) => note('obligation', key))
  return differences
}

const stateOf = (stayId: string) => qb.selectFrom('stay_state').selectAll().where('stay_id', '=', stayId)
const rosterOf = (stayId: string) => qb.selectFrom('roster').selectAll().where('stay_id', '=', stayId)

function keyOf(day: Day, row: CensusRow): string {
  return `${day}|${row.zone_id}|${row.track}|${row.sex}|${row.state}`
}

function compareSums(
  expected: readonly (readonly [string, number])[],
  actual: readonly (readonly [string, number])[],
  note: (key: string) => void,
): void {
  const left = new Map(expected)
  for (const [key, sum] of actual) {
    if ((left.get(key) ?? 0) !== sum) note(key)
    left.delete(key)
  }
  for (const [key, sum] of left) if (sum !== 0) note(key)
}

function same(actual: object | undefined, expected: object | null): boolean {
  if (!actual || !expected) return !actual && !expected
  const left = actual as Record<string, unknown>
  const right = expected as Record<string, unknown>
  return Object.keys(left).every((key) => (left[key] ?? null) === (right[key] ?? null))
}
