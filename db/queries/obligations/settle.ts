import type { ObligationLogKind } from '#domain/obligations/obligation-state.ts'
import type { StayObligation } from '#domain/obligations/obligations-of-stay.ts'
import type { DutyCode } from '#domain/law/duties.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
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

/** More than this in one write would hold the others up; the rest follows in batches of its own. */
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
 * that moved or fell away. What is left of a change of very many joins those that follow in batches: no later write
 * carries it.
 */
export function settleObligations(db: WriteDb, now: Instant): void {
  const stale = staleStays.all(db, { limit: MOST_AT_ONCE })
  if (stale.length === 0) return
  let laid = readLaidOut(db)
  if (laid === null) {
    beginRoll(db, now)
    laid = readLaidOut(db)
  }
  if (laid === null) return
  for (const { stay_id: stayId, cause } of stale) {
    settleStay(db, stayId, laid, { now, cause })
    forgetStale.run(db, { stay: stayId })
  }
  if (stale.length === MOST_AT_ONCE) {
    db.run(
      qb
        .insertInto('obligation_backlog')
        .orIgnore()
        .columns(['stay_id', 'cause'])
        .expression((e) => e.selectFrom('obligation_stale').select(['stay_id', 'cause'])),
    )
    db.run(qb.deleteFrom('obligation_stale'))
  }
}

/** Lays one stay's due moments out anew, with a line in the log for each that moved or fell away. */
export function settleStay(
  db: WriteDb,
  stayId: string,
  laid: LaidOut,
  { now, cause }: { now: Instant; cause: string },
): void {
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
  db.run(qb.deleteFrom('obligation_backlog'))
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
  const waiting = qb.selectFrom('obligation_stale').select('stay_id')
  const stale = new Set(
    db.all(waiting.union(qb.selectFrom('obligation_backlog').select('stay_id'))).map((row) => row.stay_id),
  )
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
