import type { Insertable } from 'kysely'
import type { WriteDb } from '#db/connection/handles.ts'
import type { CashCloseTable } from '#db/schema/cash-close.ts'
import type { LedgerMoveTable } from '#db/schema/ledger-move.ts'
import { addDays, weekday, type Day } from '#domain/time/day.ts'
import { atTime, dayOf } from '#domain/time/instant.ts'
import { insertRows } from './insert-rows.ts'
import { FILED_DAYS } from './seed-taken.ts'
import type { SeedPlan } from './seed-plan.ts'
import { recorderKey, seedUsers } from './seed-users.ts'
import { SeededRandom, uuidMaker } from './seeded-random.ts'

const ID_BLOCK = 59_900
const CLOSED_AT = '17:00'
/** The box is left open on some days and closed with the next. */
const FORGOTTEN_SHARE = 0.02

/**
 * The days on which the cash box was counted, in the year up to the last working day before yesterday: yesterday's
 * close is what the first screen asks for. Every count agrees; differences are written by the desk only.
 */
export function fillCloses(
  db: WriteDb,
  plan: SeedPlan,
  entries: readonly Insertable<LedgerMoveTable>[],
): void {
  const random = new SeededRandom(plan.seed, 'closes')
  const newId = uuidMaker(random, ID_BLOCK)
  const by = recorderKey(plan, 'tiepnhan')
  const witness = seedUsers(plan)[0]?.name ?? ''
  const today = dayOf(plan.asOf)
  const closes: Insertable<CashCloseTable>[] = []
  let next = 0
  let [opening, received, paid] = [0, 0, 0]
  for (let day: Day = addDays(today, -FILED_DAYS); day < addDays(today, -1); day = addDays(day, 1)) {
    if (weekday(day) > 5 || random.chance(FORGOTTEN_SHARE)) continue
    const closedAt = atTime(day, CLOSED_AT)
    for (; next < entries.length && (entries[next]?.at ?? '') <= closedAt; next += 1) {
      const { debit, credit, amount = 0 } = entries[next] ?? {}
      if (debit === 'cash') received += amount
      if (credit === 'cash') paid += amount
    }
    closes.push({
      id: newId(),
      day,
      until_seq: next,
      opening,
      received,
      paid,
      counted: opening + received - paid,
      explanation: null,
      witness,
      closed_at: closedAt,
      closed_by: by,
    })
    opening += received - paid
    received = 0
    paid = 0
  }
  insertRows(db, 'cash_close', closes)
}
