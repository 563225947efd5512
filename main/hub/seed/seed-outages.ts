import type { Insertable } from 'kysely'
import type { WriteDb } from '#db/connection/handles.ts'
import { qb } from '#db/connection/query-builder.ts'
import type { BedOutageTable } from '#db/schema/bed-outage.ts'
import type { OutageReason } from '#domain/placement/capacity.ts'
import { addDays } from '#domain/time/day.ts'
import { addHours, dayOf, startOfDay } from '#domain/time/instant.ts'
import { insertRows } from './insert-rows.ts'
import type { SeedPlan } from './seed-plan.ts'
import { recorderKey } from './seed-users.ts'
import { SeededRandom, uuidMaker } from './seeded-random.ts'

const BLOCK_OF_OUTAGES = 65_524
/** Beds out now; the first of them should be back already. */
const OUT_NOW = 3
const REASONS: readonly OutageReason[] = ['damp', 'damage', 'pests', 'maintenance', 'disinfection']

/** A few free beds out of service, outages of the past year, and a room that is to be closed next week. */
export function fillOutages(db: WriteDb, plan: SeedPlan): void {
  const newId = uuidMaker(new SeededRandom(plan.seed, 'outages'), BLOCK_OF_OUTAGES)
  const today = dayOf(plan.asOf)
  const by = recorderKey(plan, 'khu')
  const free = db.all(
    qb
      .selectFrom('place as bed')
      .leftJoin('roster', 'roster.bed_id', 'bed.id')
      .select(['bed.id', 'bed.room_id'])
      .where('bed.kind', '=', 'bed')
      .where('roster.stay_id', 'is', null)
      .where('bed.retired_at', 'is', null)
      .orderBy('bed.id')
      .limit(12),
  )
  const outages = free.map(({ id }, i): Insertable<BedOutageTable> => {
    const isOpen = i < OUT_NOW
    const from = addDays(today, isOpen ? -9 - i : -40 - 25 * i)
    return {
      id: newId(),
      place_id: id,
      reason: REASONS[i % REASONS.length] ?? 'damage',
      note: i % 2 === 0 ? 'Chờ tổ sửa chữa' : null,
      from_at: addHours(startOfDay(from), 9),
      back_on: addDays(from, i === 0 ? 7 : 14),
      ended_at: isOpen ? null : addHours(startOfDay(addDays(from, 12)), 10),
      recorded_by: by,
      scope_id: null,
      ended_by: isOpen ? null : by,
    }
  })
  insertRows(db, 'bed_outage', outages)
  const last = free.at(-1)
  if (!last?.room_id) return
  insertRows(db, 'outage_plan', [
    {
      id: newId(),
      place_id: last.room_id,
      reason: 'refurbishment',
      note: 'Sơn lại, thay nền',
      from_on: addDays(today, 7),
      back_on: addDays(today, 21),
      made_at: plan.asOf,
      made_by: by,
      begun_at: null,
      cancelled_at: null,
      cancelled_by: null,
    },
  ])
}
