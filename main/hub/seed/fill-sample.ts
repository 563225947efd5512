import type { WriteDb } from '#db/connection/handles.ts'
import { rebuildDerived } from '#db/queries/custody/rebuild-derived.ts'
import { rebuildObligations } from '#db/queries/obligations/settle.ts'
import { rebuildSearch } from '#db/queries/search/index-person.ts'
import { addDays } from '#domain/time/day.ts'
import { dayOf, startOfDay } from '#domain/time/instant.ts'
import { DEMO_LOGINS } from '../setup/demo-logins.ts'
import { lookOver } from '../sweep/look-over.ts'
import { storeSweep } from '../sweep/writes.ts'
import { createCentre } from '../setup/writes.ts'
import type { WriteContext } from '../use-case.ts'
import { insertRows } from './insert-rows.ts'
import { numberIncidents } from './number-incidents.ts'
import { inventBlock } from './seed-block.ts'
import { fillCare } from './seed-care.ts'
import { fillConductCases } from './seed-conduct-cases.ts'
import { fillDeaths } from './seed-deaths.ts'
import { fillDesk } from './seed-desk.ts'
import { fillDevices } from './seed-devices.ts'
import { fillEscapes } from './seed-escapes.ts'
import { fillGoingsOut } from './seed-goings-out.ts'
import { fillIncidents } from './seed-incidents.ts'
import { fillLedger } from './seed-ledger.ts'
import { fillStore } from './seed-store.ts'
import { fillObligations } from './seed-obligations.ts'
import { fillOutages } from './seed-outages.ts'
import { fillReturnPlaces } from './seed-return-places.ts'
import { fillRequests } from './seed-requests.ts'
import { seedZones } from './seed-places.ts'
import { fillShifts } from './seed-shifts.ts'
import { seedUsers } from './seed-users.ts'
import { fillVisits } from './seed-visits.ts'
import type { SeedBlock, SeedPlan } from './seed-plan.ts'

type Progress = (done: number, total: number | null, step: string) => void

const CENTRE_ID = 'ffff0000-0000-4000-8000-000000000000'

/** Writes the zones of the centre, before its blocks. */
export function fillZones(db: WriteDb, plan: SeedPlan): void {
  insertRows(db, 'place', seedZones(plan, startOfDay(addDays(dayOf(plan.asOf), -4400))))
}

/** Writes the people, rooms and history of one block. The derived tables wait for {@link finishSample}. */
export function fillBlock(db: WriteDb, plan: SeedPlan, block: SeedBlock): void {
  const rows = inventBlock(plan, block)
  insertRows(db, 'place', rows.places)
  insertRows(db, 'person', rows.people)
  insertRows(db, 'identity_paper', rows.papers)
  insertRows(db, 'address', rows.addresses)
  insertRows(db, 'stay', rows.stays)
  insertRows(db, 'custody_event', rows.events)
  insertRows(db, 'dossier_item', rows.taken.items)
  insertRows(db, 'relative', rows.taken.relatives)
  insertRows(db, 'mark', rows.taken.marks)
  insertRows(db, 'information_sheet', rows.taken.sheets)
  insertRows(db, 'rehab_plan', rows.taken.plans)
  insertRows(db, 'exam', rows.taken.exams)
  insertRows(db, 'property_bag', rows.taken.bags)
  insertRows(db, 'property_event', rows.taken.bagEvents)
  insertRows(db, 'property_line', rows.taken.lines)
  insertRows(db, 'alert', rows.alerts)
}

/**
 * Makes the centre and its accounts, and computes everything derived from what was filled in. Money and the desk's
 * lists follow: receipts are numbered across all blocks, and who is expected or kept apart is chosen from the roll.
 */
export function finishSample(
  db: WriteDb,
  context: WriteContext,
  input: { plan: SeedPlan; passwordHash: string; progress: Progress },
): void {
  const { plan, passwordHash, progress } = input
  rebuildDerived(db, dayOf(context.now), (done) => progress(done, null, 'Tính lại bảng tổng hợp'))
  rebuildSearch(db, (done) => progress(done, null, 'Lập chỉ mục tìm kiếm'))
  progress(0, null, 'Ghi sổ lưu ký')
  fillLedger(db, plan)
  fillStore(db, plan)
  fillDesk(db, plan)
  fillVisits(db, plan, context.now)
  fillCare(db, plan)
  fillGoingsOut(db, plan)
  fillConductCases(db, plan)
  fillReturnPlaces(db, plan)
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
  progress(0, null, 'Ghi vụ việc')
  fillDevices(db, plan)
  fillOutages(db, plan)
  fillRequests(db, plan)
  fillIncidents(db, plan)
  storeSweep(db, context, { findings: lookOver(db, context.now) })
  fillShifts(db, plan)
  // What was seen of somebody last follows from the counts of the shifts.
  fillEscapes(db, plan)
  fillDeaths(db, plan)
  numberIncidents(db)
  // Working days are counted by the calendar, which came with the centre; notices of incidents end what is due.
  progress(0, null, 'Ghi việc đến hạn')
  fillObligations(db, plan)
  rebuildObligations(db)
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
