import { sql } from 'kysely'
import type { WriteDb } from '#db/connection/handles.ts'
import { qb } from '#db/connection/query-builder.ts'
import { recordCustodyEvents } from '#db/queries/custody/writer.ts'
import { listFreeBeds } from '#db/queries/placement/reader.ts'
import type { CaseForm } from '#domain/conduct-cases/case-kinds.ts'
import { procedureRegime } from '#domain/law/regime.ts'
import { addDays, daysBetween, type Day } from '#domain/time/day.ts'
import { addHours, atTime, dayOf } from '#domain/time/instant.ts'
import { CaseBook, type Inside } from './conduct-book.ts'
import { insertRows } from './insert-rows.ts'
import type { SeedPlan } from './seed-plan.ts'
import { recorderKey } from './seed-users.ts'
import { SeededRandom, uuidMaker } from './seeded-random.ts'

const BLOCK_OF_CASES = 65_523
/** Cases over a year: one for so many people, and never more than so many. */
const PEOPLE_PER_CASE = 6
const MOST = 600
/** Of them still under way. */
const OPEN = 8

const VIOLATIONS = [
  'Gây gổ, chửi mắng bạn cùng phòng, cán bộ đã can ngăn.',
  'Cất giấu bật lửa trong chăn, phát hiện khi kiểm tra phòng.',
  'Không chấp hành hiệu lệnh tập trung, nhắc nhở nhiều lần.',
  'Đánh bạc ăn tiền bằng thẻ điện thoại trong phòng ở.',
  'Tự ý đổi chỗ nằm, không báo cán bộ quản lý khu.',
] as const
const MERITS = [
  'Phát hiện, báo kịp thời chập điện ở nhà bếp.',
  'Giúp bạn cùng phòng lên cơn co giật, gọi y tế kịp thời.',
  'Hoàn thành tốt lao động trị liệu, giữ nội vụ gọn gàng cả tháng.',
  'Đạt giải nhất hội diễn văn nghệ của cơ sở.',
] as const

/** People of the roll whom nobody is about to visit: discipline would forbid it. */
function peopleInside(db: WriteDb, today: Day, limit: number): Inside[] {
  return db.all(
    qb
      .selectFrom('roster')
      .select(['person_id', 'stay_id', 'zone_id', 'received_at'])
      .where('state', '=', 'inside')
      .where('bed_id', 'is not', null)
      .where('sex', '=', 'male')
      .where(
        sql<boolean>`not exists (select 1 from visit where visit.person_id = roster.person_id and visit.on_day >= ${addDays(today, -6)})`,
      )
      .orderBy('stay_id')
      .limit(limit),
  )
}

function rewardOf(day: Day, random: SeededRandom): CaseForm {
  if (procedureRegime(day) === 'R73') return 'praise'
  return random.chance(0.5) ? 'ad-hoc-reward' : 'periodic-reward'
}

/** A year of discipline and reward: most of it over, a few cases in every state, two people in the special zone. */
export function fillConductCases(db: WriteDb, plan: SeedPlan): void {
  const random = new SeededRandom(plan.seed, 'conduct-cases')
  const newId = uuidMaker(random, BLOCK_OF_CASES)
  const book = new CaseBook(newId, plan)
  const today = dayOf(plan.asOf)
  const all = plan.blocks.reduce((sum, { present }) => sum + present, 0)
  const wanted = Math.min(MOST, Math.max(OPEN, Math.floor(all / PEOPLE_PER_CASE)))
  const people = peopleInside(db, today, wanted + OPEN)
  const now = people.splice(0, OPEN)
  const past = people
    .flatMap((one) => {
      const since = dayOf(one.received_at)
      const first = since > addDays(today, -360) ? addDays(since, 3) : addDays(today, -360)
      const span = daysBetween(first, addDays(today, -20))
      return span < 1 ? [] : [{ one, day: addDays(first, random.whole(0, span)) }]
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
  for (const { one, day } of past) pastCase(book, random, one, day)
  openCases(db, plan, book, now)
  insertRows(db, 'contact_restriction', book.restrictions)
  insertRows(db, 'conduct_case', book.cases)
  insertRows(db, 'conduct_step', book.steps)
}

function pastCase(book: CaseBook, random: SeededRandom, one: Inside, day: Day): void {
  if (random.chance(0.5)) {
    const row = book.open(one, day, rewardOf(addDays(day, 2), random), random.pick(MERITS))
    book.decide(row, addDays(day, 2), null)
    book.begin(row, atTime(addDays(day, 3), '08:00'))
    return
  }
  const isWarning = random.chance(0.5)
  const row = book.open(one, day, isWarning ? 'warning' : 'criticism', random.pick(VIOLATIONS))
  if (isWarning) {
    book.convene(row, atTime(addDays(day, 1), '14:30'))
    book.hear(row, atTime(addDays(day, 1), '16:00'))
  }
  const on = addDays(day, 2)
  book.decide(row, on, isWarning ? addDays(on, 13) : null)
  book.begin(row, atTime(on, '16:30'))
  if (isWarning) book.end(row)
}

/** One case in each state that waits for somebody, oldest first. */
function openCases(db: WriteDb, plan: SeedPlan, book: CaseBook, people: readonly Inside[]): void {
  const today = dayOf(plan.asOf)
  const [first, second, third, fourth, fifth, sixth, seventh, eighth] = people
  const heard = (one: Inside, form: CaseForm, daysAgo: number, ground: string) => {
    const row = book.open(one, addDays(today, -daysAgo), form, ground)
    book.convene(row, atTime(addDays(today, 1 - daysAgo), '14:30'))
    book.hear(row, atTime(addDays(today, 1 - daysAgo), '16:00'))
    return row
  }
  if (first) {
    const row = heard(first, 'warning', 15, VIOLATIONS[3])
    book.decide(row, addDays(today, -13), addDays(today, 1))
    book.begin(row, atTime(addDays(today, -13), '16:30'))
  }
  const beds = listFreeBeds(db, null).filter(
    ({ zone_kind: kind, sex }) => kind === 'discipline' && sex !== 'female',
  )
  for (const [index, one] of [second, third].entries()) {
    const bed = beds[index]
    if (!one || !bed) continue
    const at = addHours(plan.asOf, -1)
    const row = heard(one, 'special-zone', 2, VIOLATIONS[index] ?? VIOLATIONS[0])
    book.decide(row, today, addDays(today, 6))
    book.begin(row, at)
    recordCustodyEvents(db, { now: plan.asOf, actor: { key: recorderKey(plan, 'khu'), desk: '' } }, [
      { id: row.id, stayId: one.stay_id, at, act: { kind: 'moved', facts: { bedId: bed.id } } },
    ])
  }
  if (fourth) heard(fourth, 'warning', 2, VIOLATIONS[2])
  if (fifth) {
    const row = book.open(fifth, addDays(today, -2), 'special-zone', VIOLATIONS[1])
    book.convene(row, atTime(addDays(today, 1), '14:30'))
  }
  if (sixth) book.open(sixth, addDays(today, -1), 'criticism', VIOLATIONS[4])
  if (seventh) book.open(seventh, addDays(today, -1), 'ad-hoc-reward', MERITS[0])
  if (eighth) {
    const row = book.open(eighth, addDays(today, -3), 'periodic-reward', MERITS[2])
    book.decide(row, addDays(today, -1), null)
  }
}
