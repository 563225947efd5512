import type { Insertable } from 'kysely'
import type { WriteDb } from '#db/connection/handles.ts'
import { qb } from '#db/connection/query-builder.ts'
import type { AppDatabase } from '#db/schema/index.ts'
import { rebuildDerived } from '#db/queries/custody/rebuild-derived.ts'
import { rebuildSearch } from '#db/queries/search/index-person.ts'
import { addDays } from '#domain/time/day.ts'
import { dayOf, startOfDay } from '#domain/time/instant.ts'
import { DEMO_LOGINS } from '../setup/demo-logins.ts'
import { createCentre } from '../setup/writes.ts'
import type { WriteContext } from '../use-case.ts'
import { inventBlock } from './seed-block.ts'
import { seedZones } from './seed-places.ts'
import { seedUsers } from './seed-users.ts'
import type { SeedBlock, SeedPlan } from './seed-plan.ts'

type Progress = (done: number, total: number | null, step: string) => void

const CENTRE_ID = 'ffff0000-0000-4000-8000-000000000000'

type SeededTable = 'place' | 'person' | 'identity_paper' | 'address' | 'stay' | 'custody_event'

/** Inserts rows that all have the same columns: the statement is compiled once for all of them. */
function insertAll<T extends SeededTable>(
  db: WriteDb,
  table: T,
  rows: readonly Insertable<AppDatabase[T]>[],
): void {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  const statement = qb
    .insertInto<SeededTable>(table)
    .values(first as never)
    .compile()
  for (const row of rows) {
    const values = row as Record<string, unknown>
    db.run({ ...statement, parameters: columns.map((column) => values[column]) })
  }
}

/** Writes the zones of the centre, before its blocks. */
export function fillZones(db: WriteDb, plan: SeedPlan): void {
  insertAll(db, 'place', seedZones(plan, startOfDay(addDays(dayOf(plan.asOf), -4400))))
}

/** Writes the people, rooms and history of one block. The derived tables wait for {@link finishSample}. */
export function fillBlock(db: WriteDb, plan: SeedPlan, block: SeedBlock): void {
  const rows = inventBlock(plan, block)
  insertAll(db, 'place', rows.places)
  insertAll(db, 'person', rows.people)
  insertAll(db, 'identity_paper', rows.papers)
  insertAll(db, 'address', rows.addresses)
  insertAll(db, 'stay', rows.stays)
  insertAll(db, 'custody_event', rows.events)
}

/** Makes the centre and its accounts, and computes everything derived from what was filled in. */
export function finishSample(
  db: WriteDb,
  context: WriteContext,
  input: { plan: SeedPlan; passwordHash: string; progress: Progress },
): void {
  const { plan, passwordHash, progress } = input
  rebuildDerived(db, dayOf(context.now), (done) => progress(done, null, 'Tính lại bảng tổng hợp'))
  rebuildSearch(db, (done) => progress(done, null, 'Lập chỉ mục tìm kiếm'))
  createCentre(db, context, {
    id: CENTRE_ID,
    name: 'Cơ sở cai nghiện ma túy dùng thử',
    code: 'DT',
    headTitle: 'Trưởng cơ sở',
    headName: DEMO_LOGINS[0]?.name ?? null,
    superiorBody: 'Công an tỉnh Lạng Sơn',
    court: 'Tòa án nhân dân khu vực 2 - Lạng Sơn',
    provinceCode: '20',
    address: 'Xã Cao Lộc, tỉnh Lạng Sơn',
    isDemo: true,
    users: seedUsers(plan).map((user) => ({ ...user, passwordHash, mustChangePassword: false })),
  })
  context.audit({
    action: 'centre.sample-filled',
    facts: { people: plan.blocks.reduce((sum, { present }) => sum + present, 0), seed: plan.seed },
  })
}

/** The whole fictitious centre in one transaction: for the small one of the first run. */
export function fillSample(
  db: WriteDb,
  context: WriteContext,
  input: { plan: SeedPlan; passwordHash: string },
): null {
  fillZones(db, input.plan)
  for (const block of input.plan.blocks) fillBlock(db, input.plan, block)
  finishSample(db, context, { ...input, progress: () => {} })
  return null
}
