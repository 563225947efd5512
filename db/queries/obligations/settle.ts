import type { ObligationLogKind } from '#domain/obligations/obligation-state.ts'
import type { StayObligation } from '#domain/obligations/obligations-of-stay.ts'
import type { DutyCode } from '#domain/law/duties.ts'
import { addDays } from '#domain/time/day.ts'
import { dayOf, startOfDay, type Instant } from '#domain/time/instant.ts'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import { changeStays } from '../custody/writer.ts'
import { deriveObligations, readLaidOut, type LaidOut } from './derive.ts'
import { allCases, findCase } from './facts.ts'

const staleStays = prepared<{ limit: number }>()((p) =>
  qb.selectFrom('obligation_stale').select(['stay_id', 'cause']).orderBy('stay_id').limit(p.limit),
)

const forgetStale = prepared<{ stay: string }>()((p) =>
  qb.deleteFrom('obligation_stale').where('stay_id', '=', p.stay),
)

const rowsOfStay = prepared<{ stay: string }>()((p) =>
  qb.selectFrom('obligation').selectAll().where('stay_id', '=', p.stay).orderBy('key'),
)

const removeRow = prepared<{ stay: string; key: string }>()((p) =>
  qb.deleteFrom('obligation').where('stay_id', '=', p.stay).where('key', '=', p.key),
)

const removeNext = prepared<{ stay: string }>()((p) =>
  qb.deleteFrom('obligation_next').where('stay_id', '=', p.stay),
)

const insertNext = prepared<{ stay: string; on: string }>()((p) =>
  qb.insertInto('obligation_next').values({ stay_id: p.stay, enters_on: p.on }),
)

const insertLog = prepared<{
  stay: string
  key: string
  duty: string
  at: string
  kind: string
  old_due: string | null
  new_due: string | null
  cause: string
}>()((p) =>
  qb.insertInto('obligation_log').values({
    stay_id: p.stay,
    key: p.key,
    duty: p.duty as DutyCode,
    at: p.at,
    kind: p.kind as ObligationLogKind,
    old_due: p.old_due,
    new_due: p.new_due,
    cause: p.cause,
  }),
)

/** More than this in one write would hold the others up; the rest follows with the next look of the hub. */
const MOST_AT_ONCE = 100

/** Begins the laying out of due moments: nothing that fell due before `now`'s day is asked for. */
export function beginRoll(db: WriteDb, now: Instant, trackedFrom = dayOf(now)): void {
  const rolledOn = dayOf(now)
  db.run(
    qb
      .insertInto('obligation_roll')
      .values({ id: 1, tracked_from: trackedFrom, rolled_on: rolledOn })
      .onConflict((conflict) => conflict.doNothing()),
  )
}

/**
 * Brings the obligations of stays that changed in this transaction along, with a line in the log for each due moment
 * that moved or fell away. @returns how many stays are still to follow
 */
export function settleObligations(db: WriteDb, now: Instant, most = MOST_AT_ONCE): number {
  const stale = staleStays.all(db, { limit: most })
  if (stale.length === 0) return 0
  let laid = readLaidOut(db)
  if (laid === null) {
    beginRoll(db, now)
    laid = readLaidOut(db)
  }
  if (laid === null) return 0
  for (const { stay_id: stayId, cause } of stale) {
    // A rule moves the end of the term too.
    if (cause === 'rules' || cause === 'program') changeStays(db, now, [stayId], () => {})
    settleStay(db, stayId, laid, now, cause)
    forgetStale.run(db, { stay: stayId })
  }
  return stale.length < most ? 0 : countStale(db)
}

/** Stays whose obligations are still to be reckoned anew. */
export function countStale(db: ReadDb): number {
  return (
    db.get(qb.selectFrom('obligation_stale').select((e) => e.fn.countAll<number>().as('count')))?.count ?? 0
  )
}

function settleStay(db: WriteDb, stayId: string, laid: LaidOut, now: Instant, cause: string): void {
  const found = findCase(db, stayId)
  const derived = found === undefined ? { rows: [], all: [], entersOn: null } : deriveObligations(found, laid)
  const before = new Map(rowsOfStay.all(db, { stay: stayId }).map((row) => [row.key, row]))
  const fresh = new Map(derived.all.map((one) => [one.key, one]))
  for (const [key, old] of before) {
    const one = fresh.get(key)
    const isLaidOut = derived.rows.some((row) => row.key === key)
    note(db, { stayId, now, cause }, old, one)
    if (!isLaidOut) removeRow.run(db, { stay: stayId, key })
  }
  for (const row of derived.rows) {
    const old = before.get(row.key)
    if (old && sameRow(old, row)) continue
    if (old) removeRow.run(db, { stay: stayId, key: row.key })
    db.run(qb.insertInto('obligation').values(row))
  }
  removeNext.run(db, { stay: stayId })
  if (derived.entersOn !== null) insertNext.run(db, { stay: stayId, on: derived.entersOn })
}

type StoredRow = ReturnType<typeof rowsOfStay.all>[number]

/** The log line for what became of a row that stood: moved, fallen away, done, exempt, taken back. */
function note(
  db: WriteDb,
  { stayId, now, cause }: { stayId: string; now: Instant; cause: string },
  old: StoredRow,
  one: StayObligation | undefined,
): void {
  const base = { stay: stayId, key: old.key, duty: old.duty, at: now, cause }
  if (one === undefined) {
    // Met by the record, such as a paper that came: that is an end, not a cancelling.
    if (old.state !== 'scheduled') return
    insertLog.run(db, { ...base, kind: 'cancelled', old_due: old.due_at, new_due: null })
    return
  }
  if (one.dueAt !== old.due_at)
    insertLog.run(db, { ...base, kind: 'moved', old_due: old.due_at, new_due: one.dueAt })
  if (one.state === old.state) return
  const kind = one.state === 'scheduled' ? 'reopened' : one.state
  insertLog.run(db, { ...base, kind, old_due: old.due_at, new_due: one.dueAt })
}

function sameRow(a: object, b: object): boolean {
  const left = a as Record<string, unknown>
  const right = b as Record<string, unknown>
  return Object.keys(left).every((key) => (left[key] ?? null) === (right[key] ?? null))
}

/** Throws the rows away and makes them anew from the facts. The log and the marks stay: they are no derived thing. */
export function rebuildObligations(db: WriteDb, progress: (done: number) => void = () => {}): void {
  const laid = readLaidOut(db)
  db.run(qb.deleteFrom('obligation'))
  db.run(qb.deleteFrom('obligation_next'))
  db.run(qb.deleteFrom('obligation_stale'))
  if (laid === null) return
  let done = 0
  for (const one of allCases(db)) {
    const { rows, entersOn } = deriveObligations(one, laid)
    for (const row of rows) db.run(qb.insertInto('obligation').values(row))
    if (entersOn !== null) insertNext.run(db, { stay: one.facts.stayId, on: entersOn })
    done += 1
    if (done % 1000 === 0) progress(done)
  }
}

/** Obligations that are not what the facts come to; stays known to be still to follow are left out. */
export function compareObligations(db: ReadDb, note: (key: string) => void): void {
  const laid = readLaidOut(db)
  const stale = new Set(db.all(qb.selectFrom('obligation_stale').select('stay_id')).map((row) => row.stay_id))
  const expectedStays = new Set<string>()
  if (laid !== null) {
    for (const one of allCases(db)) {
      const { stayId } = one.facts
      expectedStays.add(stayId)
      if (stale.has(stayId)) continue
      const { rows } = deriveObligations(one, laid)
      const stored = new Map(rowsOfStay.all(db, { stay: stayId }).map((row) => [row.key, row]))
      for (const row of rows) {
        const found = stored.get(row.key)
        if (!found || !sameRow(found, row)) note(`${stayId}:${row.key}`)
        stored.delete(row.key)
      }
      for (const key of stored.keys()) note(`${stayId}:${key}`)
    }
  }
  for (const row of db.iterate(qb.selectFrom('obligation').select('stay_id').distinct()))
    if (!expectedStays.has(row.stay_id)) note(row.stay_id)
}

/**
 * Goes over to the day of `now`: what comes into sight is marked to be laid out, and follows in batches.
 * `everybody` when rows of rules begin to hold in between. @returns true when the day is a new one
 */
export function rollTo(db: WriteDb, now: Instant, everybody: boolean): boolean {
  const today = dayOf(now)
  const roll = db.get(qb.selectFrom('obligation_roll').selectAll())
  if (!roll) {
    beginRoll(db, now)
    markEverybody(db, 'roll')
    return true
  }
  if (roll.rolled_on >= today) return false
  db.run(qb.updateTable('obligation_roll').set({ rolled_on: today }))
  if (everybody) markEverybody(db, 'rules')
  else
    db.run(
      qb
        .insertInto('obligation_stale')
        .orIgnore()
        .columns(['stay_id', 'cause'])
        .expression((e) =>
          e
            .selectFrom('obligation_next')
            .select((row) => ['stay_id', row.val('roll').as('cause')])
            .where('enters_on', '<=', today),
        ),
    )
  return true
}

/** Marks everybody on the roll to be reckoned anew, in the batches that follow. */
export function markEverybody(db: WriteDb, cause: string): void {
  db.run(
    qb
      .insertInto('obligation_stale')
      .orIgnore()
      .columns(['stay_id', 'cause'])
      .expression((e) => e.selectFrom('roster').select((row) => ['stay_id', row.val(cause).as('cause')])),
  )
}

/** Days before the first day asked for in which something may have begun that falls due after it. */
const LONGEST_LEAD_DAYS = 366

/** Marks everybody on the roll and who was on it since the laying out began, to be reckoned anew. */
export function markKnown(db: WriteDb, cause: string): void {
  markEverybody(db, cause)
  const roll = db.get(qb.selectFrom('obligation_roll').select('tracked_from'))
  if (!roll) return
  const since = startOfDay(addDays(roll.tracked_from, -LONGEST_LEAD_DAYS))
  db.run(
    qb
      .insertInto('obligation_stale')
      .orIgnore()
      .columns(['stay_id', 'cause'])
      .expression((e) =>
        e
          .selectFrom('custody_event')
          .distinct()
          .select((row) => ['stay_id', row.val(cause).as('cause')])
          .where('at', '>=', since),
      ),
  )
}
