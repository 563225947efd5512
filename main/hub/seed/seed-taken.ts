import type { Insertable } from 'kysely'
import type { DossierItemTable } from '#db/schema/dossier-item.ts'
import type { ExamTable } from '#db/schema/exam.ts'
import type { InformationSheetTable } from '#db/schema/information-sheet.ts'
import type { MarkTable } from '#db/schema/mark.ts'
import type { PropertyBagTable } from '#db/schema/property-bag.ts'
import type { PropertyEventTable } from '#db/schema/property-event.ts'
import type { PropertyLineTable } from '#db/schema/property-line.ts'
import type { RehabPlanTable } from '#db/schema/rehab-plan.ts'
import type { RelativeTable } from '#db/schema/relative.ts'
import { FIRST_CHECK_VERSION } from '#domain/information-sheet/first-check.ts'
import { SHEET_VERSION, sheetFormsOn } from '#domain/information-sheet/information-sheet.ts'
import { compactCode } from '#domain/people/search-text.ts'
import { shippedRules } from '#domain/stay/clock-of-stay.ts'
import { addDays, daysBetween, type Day } from '#domain/time/day.ts'
import { addHours, dayOf, type Instant } from '#domain/time/instant.ts'
import { planDueOn } from '../dossier/sheets.ts'
import { inventFamily, inventMarks, inventParent, type InventedFamily } from './invented-family.ts'
import type { InventedPerson } from './invented-people.ts'
import { inventBodySize, inventFirstCheck, inventSheet, type BodySize } from './invented-sheet.ts'
import type { InventedStay } from './invented-happenings.ts'
import { inventDossier, MISSING_PAPER_DAYS } from './seed-dossier.ts'
import type { SeedBlock, SeedPlan } from './seed-plan.ts'
import { recorderKey } from './seed-users.ts'
import { SeededRandom, uuidMaker } from './seeded-random.ts'

/** What the desk took down about the people of a block, as rows. */
export interface TakenRows {
  items: Insertable<DossierItemTable>[]
  relatives: Insertable<RelativeTable>[]
  marks: Insertable<MarkTable>[]
  sheets: Insertable<InformationSheetTable>[]
  plans: Insertable<RehabPlanTable>[]
  exams: Insertable<ExamTable>[]
  bags: Insertable<PropertyBagTable>[]
  bagEvents: Insertable<PropertyEventTable>[]
  lines: Insertable<PropertyLineTable>[]
}

/** A stay with whose it is and the id it has on file. */
export interface StayOnFile {
  id: string
  who: InventedPerson
  ordinal: number
  stay: InventedStay
}

/** Files of stays that ended before so many days are on paper only. */
export const FILED_DAYS = 365

/** In every so many blocks, one paper is late. */
const BLOCKS_PER_LATE = 5
const LATE_WINDOW_DAYS = 30
const PLAN_APPROVED_AFTER_DAYS = 30
const BAGS_PER_BLOCK = 1000
/** Of the bags of people who left, those still here. */
const OWED_SHARE = 0.1
/** Of the people who left in the last year, those whose bag is on file. */
const LATE_BAG_SHARE = 0.2

const SEALED: readonly [string, ...string[]] = [
  'Điện thoại di động',
  'Ví da',
  'Nhẫn kim loại màu vàng',
  'Đồng hồ đeo tay',
  'Chìa khóa xe máy',
  'Căn cước công dân',
  'Dây lưng',
]
const KEPT: readonly [string, ...string[]] = ['Bộ quần áo', 'Dép nhựa', 'Khăn mặt', 'Áo ấm']

/**
 * Everything intake took for the stays of a block: whole for those who are on the roll, papers and plan for those who
 * left within {@link FILED_DAYS}, one relative for everybody else.
 */
export function inventTaken(plan: SeedPlan, block: SeedBlock, stays: readonly StayOnFile[]): TakenRows {
  const random = new SeededRandom(plan.seed, 'taken', block.index)
  const newId = uuidMaker(random, block.index)
  const intake = recorderKey(plan, 'tiepnhan')
  const medical = recorderKey(plan, 'yte')
  const filedSince = addHours(plan.asOf, -24 * FILED_DAYS)
  const rows: TakenRows = {
    items: [],
    relatives: [],
    marks: [],
    sheets: [],
    plans: [],
    exams: [],
    bags: [],
    bagEvents: [],
    lines: [],
  }
  const isFiled = ({ stay }: StayOnFile) => stay.endedAt === null || stay.endedAt >= filedSince
  const filedPeople = new Set(stays.filter(isFiled).map(({ who }) => who))
  const families = new Map<InventedPerson, InventedFamily>()
  const known = new Set<InventedPerson>()
  const by = (at: Instant, hours: number) => earlier(addHours(at, hours), plan.asOf)
  let isLatePending = block.index % BLOCKS_PER_LATE === 0
  for (const entry of stays) {
    const { id, who, ordinal, stay } = entry
    const receivedAt = stay.happenings[0]?.at ?? plan.asOf
    const on = dayOf(receivedAt)
    if (!isFiled(entry)) {
      if (known.has(who) || filedPeople.has(who)) continue
      known.add(who)
      rows.relatives.push(inventParent(random, newId, who, receivedAt))
      continue
    }
    const isHere = stay.endedAt === null
    const age = daysBetween(on, dayOf(plan.asOf))
    const isLate = isLatePending && isHere && age > MISSING_PAPER_DAYS && age < LATE_WINDOW_DAYS
    if (isLate) isLatePending = false
    const isIncomplete = isLate || (isHere && age <= MISSING_PAPER_DAYS && random.chance(0.5))
    const taken = { at: by(receivedAt, 0.4), by: intake }
    rows.items.push(...inventPapers(random, newId, entry, { ...taken, on, isIncomplete }))
    const plans = sheetFormsOn(on)
    const isApproved = age > PLAN_APPROVED_AFTER_DAYS
    rows.plans.push({
      id: newId(),
      stay_id: id,
      form: plans.plan,
      state: isApproved ? 'approved' : 'started',
      due_on: planDueOn(shippedRules().book, on),
      started_at: taken.at,
      started_by: intake,
      version: isApproved ? 2 : 1,
    })
    let family = families.get(who)
    if (!family) {
      family = inventFamily(random, newId, who, taken.at)
      families.set(who, family)
      rows.relatives.push(...family.relatives)
      rows.marks.push(...inventMarks(random, newId, who.person.id, taken))
    }
    const seal = block.index * BAGS_PER_BLOCK + rows.bags.length + 1
    const sealed = { at: by(receivedAt, 0.3), by: intake, seal }
    if (stay.endedAt !== null) {
      // One bag in ten nobody has asked for yet: it is owed.
      if (random.chance(LATE_BAG_SHARE)) {
        const bagId = takeThings(random, newId, rows, id, sealed)
        if (random.chance(1 - OWED_SHARE))
          rows.bagEvents.push(givenBack(newId(), bagId, who, stay.endedAt, intake))
      }
      continue
    }
    const size = inventBodySize(random, who)
    const sheetAt = addHours(receivedAt, random.whole(3, 60))
    if (sheetAt <= plan.asOf) {
      rows.sheets.push({
        id: newId(),
        stay_id: id,
        form: plans.sheet,
        shape: SHEET_VERSION,
        body: JSON.stringify(inventSheet(random, { who, family, size, on, ordinal })),
        updated_at: sheetAt,
        updated_by: intake,
      })
    }
    const checkedAt = addHours(receivedAt, 0.75)
    if (checkedAt <= plan.asOf) rows.exams.push(examRow(random, newId(), id, size, checkedAt, medical))
    if (random.chance(0.8)) takeThings(random, newId, rows, id, sealed)
  }
  return rows
}

function earlier(one: Instant, other: Instant): Instant {
  return one < other ? one : other
}

/** The papers of the reception, and those that came with a decision made while the person was held. */
function inventPapers(
  random: SeededRandom,
  newId: () => string,
  { id, who, stay }: StayOnFile,
  reception: { at: Instant; by: string; on: Day; isIncomplete: boolean },
): Insertable<DossierItemTable>[] {
  const { terms, decision } = stay
  const { at, by, on, isIncomplete } = reception
  const held = { number: `${random.whole(1, 480)}/QĐ-CAX`, on, issuer: 'Trưởng Công an cấp xã' }
  const first = {
    stayId: id,
    track: terms.initialTrack,
    actOn: on,
    at,
    by,
    decision:
      terms.initialTrack === 'held'
        ? held
        : decision && { ...decision, on: terms.decisionOn ?? addDays(on, -1) },
    isIncomplete,
  }
  const filed = inventDossier(random, newId, who, first, [])
  const change = stay.happenings.find((later) => 'act' in later && later.act.kind === 'track-changed')
  if (change === undefined || !('act' in change) || change.act.kind !== 'track-changed') return filed
  const { track, decision: judged } = change.act.facts
  const second = { ...first, track, actOn: dayOf(change.at), at: change.at, isIncomplete: false }
  return [...filed, ...inventDossier(random, newId, who, { ...second, decision: judged ?? null }, filed)]
}

function examRow(
  random: SeededRandom,
  id: string,
  stayId: string,
  size: BodySize,
  at: Instant,
  by: string,
): Insertable<ExamTable> {
  return {
    id,
    stay_id: stayId,
    kind: 'first',
    at,
    shape: FIRST_CHECK_VERSION,
    body: JSON.stringify(inventFirstCheck(random, size)),
    recorded_at: at,
    recorded_by: by,
  }
}

/** The bag given back to its owner on leaving. */
function givenBack(
  id: string,
  bagId: string,
  who: InventedPerson,
  at: Instant,
  by: string,
): Insertable<PropertyEventTable> {
  return {
    id,
    bag_id: bagId,
    kind: 'returned',
    at,
    signed_by: who.person.name,
    note: null,
    reverses: null,
    recorded_at: at,
    recorded_by: by,
  }
}

/** One sealed bag and what the person keeps. @returns the bag's id */
function takeThings(
  random: SeededRandom,
  newId: () => string,
  rows: TakenRows,
  stayId: string,
  sealed: { at: Instant; by: string; seal: number },
): string {
  const bagId = newId()
  const sealNumber = `NP ${String(sealed.seal).padStart(7, '0')}`
  rows.bags.push({
    id: bagId,
    stay_id: stayId,
    seal_number: sealNumber,
    seal_key: compactCode(sealNumber),
    stored_at: `Kho lưu ký, ngăn ${random.whole(1, 40)}`,
    sealed_at: sealed.at,
    sealed_by: sealed.by,
  })
  const start = random.whole(0, SEALED.length - 1)
  const things = Array.from({ length: random.whole(1, 3) }, (_, i) => ({
    bag: bagId as string | null,
    description: SEALED[(start + i) % SEALED.length] ?? SEALED[0],
    quantity: 1,
  }))
  if (random.chance(0.6)) {
    things.push({ bag: null, description: random.pick(KEPT), quantity: random.whole(1, 3) })
  }
  for (const [sort, { bag, description, quantity }] of things.entries()) {
    rows.lines.push({
      id: newId(),
      stay_id: stayId,
      bag_id: bag,
      description,
      quantity,
      condition: random.pick(['Cũ', 'Còn dùng được', null]),
      sort,
    })
  }
  return bagId
}
