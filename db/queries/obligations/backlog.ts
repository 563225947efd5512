import { addDays } from '#domain/time/day.ts'
import { dayOf, startOfDay, type Instant } from '#domain/time/instant.ts'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import { changeStays } from '../custody/writer.ts'
import { readLaidOut } from './derive.ts'
import { beginRoll, settleStay } from './settle.ts'

/** So many hold a write up for less than a tenth of a second. */
const BATCH = 20

/** Causes that may move the end of the term too. */
const MOVES_TERM: readonly string[] = ['rules', 'program']

const nextOfBacklog = prepared<{ limit: number }>()((p) =>
  qb.selectFrom('obligation_backlog').select(['stay_id', 'cause']).orderBy('stay_id').limit(p.limit),
)

const doneOfBacklog = prepared<{ stay: string }>()((p) =>
  qb.deleteFrom('obligation_backlog').where('stay_id', '=', p.stay),
)

/** Stays that wait to be reckoned anew. */
export function countBacklog(db: ReadDb): number {
  return (
    db.get(qb.selectFrom('obligation_backlog').select((e) => e.fn.countAll<number>().as('count')))?.count ?? 0
  )
}

/** Reckons the next batch of those that wait anew; nobody before the first laying out. @returns how many */
export function followBacklog(db: WriteDb, now: Instant): number {
  const laid = readLaidOut(db)
  if (laid === null) return 0
  const batch = nextOfBacklog.all(db, { limit: BATCH })
  for (const { stay_id: stayId, cause } of batch) {
    if (MOVES_TERM.includes(cause)) changeStays(db, now, [stayId], () => {})
    settleStay(db, stayId, laid, { now, cause })
    doneOfBacklog.run(db, { stay: stayId })
  }
  return batch.length
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
        .insertInto('obligation_backlog')
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

/** Who waits already keeps the cause, unless the new one may move the term as well. */
function waitingFor(cause: string) {
  const insert = qb.insertInto('obligation_backlog')
  return MOVES_TERM.includes(cause) ? insert.orReplace() : insert.orIgnore()
}

/**
 * Reckons everybody on the roll anew: the first batch at once, so that a small house sees what became of it, the
 * others one after another, so that nobody waits for them.
 */
export function reckonEverybody(db: WriteDb, now: Instant, cause: string): void {
  markEverybody(db, cause)
  followBacklog(db, now)
}

/** Marks everybody on the roll to be reckoned anew, in the batches that follow. */
export function markEverybody(db: WriteDb, cause: string): void {
  db.run(
    waitingFor(cause)
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
    waitingFor(cause)
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
