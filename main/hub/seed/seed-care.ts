import { sql, type Insertable } from 'kysely'
import type { WriteDb } from '#db/connection/handles.ts'
import { qb } from '#db/connection/query-builder.ts'
import type { CareAttendanceTable } from '#db/schema/care-attendance.ts'
import type { CareGroupMemberTable } from '#db/schema/care-group-member.ts'
import type { CareSessionTable } from '#db/schema/care-session.ts'
import type { ConductRatingTable } from '#db/schema/conduct-rating.ts'
import type { PlanStageTable } from '#db/schema/plan-stage.ts'
import type { StageRecordTable } from '#db/schema/stage-record.ts'
import { addToMonth, monthSpan, type ConductRating } from '#domain/care/conduct.ts'
import type { AttendanceMark, SessionKind } from '#domain/care/sessions.ts'
import { STAGES, type Stage, type StageResult } from '#domain/care/stages.ts'
import { addDays, addMonths, type Day } from '#domain/time/day.ts'
import { atTime, dayOf, type Instant } from '#domain/time/instant.ts'
import { insertRows } from './insert-rows.ts'
import { fillCampaigns } from './seed-campaigns.ts'
import type { SeedPlan } from './seed-plan.ts'
import { recorderKey } from './seed-users.ts'
import { SeededRandom, uuidMaker } from './seeded-random.ts'

/** Ids of the care path grow in blocks of their own. */
const FIRST_ID_BLOCK = 57_000
const IDS_PER_BLOCK = 50_000
/** Most people whose plans and sessions are written out. */
const MOST_PLANNED = 400
const SESSIONS_A_YEAR = 52
const CALLED = 24
/** Months rated: a year for a centre as they are, the last one for a crowd. */
const RATED_MONTHS = 12
const CROWD = 2000

/** What the care path of the fictitious centre is filled with. */
export interface CareSeed {
  db: WriteDb
  plan: SeedPlan
  random: SeededRandom
  newId: () => string
  teacher: string
  today: Day
}

interface OnRoll {
  stayId: string
  receivedOn: Day
  endOn: Day | null
  isHeld: boolean
}

/** Stages, plans, sessions, monthly ratings and campaigns of those on the roll. Needs the roster. */
export function fillCare(db: WriteDb, plan: SeedPlan): void {
  const random = new SeededRandom(plan.seed, 'care')
  let made = 0
  let next = uuidMaker(random, FIRST_ID_BLOCK)
  const newId = () => {
    if (made > 0 && made % IDS_PER_BLOCK === 0)
      next = uuidMaker(random, FIRST_ID_BLOCK + made / IDS_PER_BLOCK)
    made += 1
    return next()
  }
  const teacher = recorderKey(plan, 'daynghe')
  const seed: CareSeed = { db, plan, random, newId, teacher, today: dayOf(plan.asOf) }
  const people = db
    .all(qb.selectFrom('roster').select(['stay_id', 'received_at', 'end_on', 'track']).orderBy('stay_id'))
    .map((row): OnRoll => ({
      stayId: row.stay_id,
      receivedOn: dayOf(row.received_at),
      endOn: row.end_on,
      isHeld: row.track === 'held',
    }))
  insertRows(
    db,
    'stage_record',
    people.flatMap((who) => inventStages(seed, who)),
  )
  fillPlans(seed)
  fillSessions(seed, people)
  fillRatings(seed, people)
  fillCampaigns(seed)
}

function inventStages(seed: CareSeed, who: OnRoll): Insertable<StageRecordTable>[] {
  const { random, newId, today } = seed
  const zone = recorderKey(seed.plan, 'khu')
  const rows: Insertable<StageRecordTable>[] = []
  if (random.chance(0.02)) return rows
  const add = (stage: Stage, startedOn: Day, until: Day | null): Day | null => {
    if (startedOn > today) return null
    const endedOn = until !== null && until <= today ? until : null
    const by = stage === 2 ? recorderKey(seed.plan, 'yte') : stage > 2 ? seed.teacher : zone
    rows.push({
      id: newId(),
      stay_id: who.stayId,
      stage,
      started_on: startedOn,
      start_reason: null,
      ended_on: endedOn,
      end_reason: null,
      result:
        endedOn === null
          ? null
          : random.weighted<StageResult>([
              ['pass', 7],
              ['good', 3],
            ]),
      responsible: stage === 2 ? 'Phạm Thu Trang' : stage === 1 ? 'Nguyễn Thị Hạnh' : 'Vi Văn Thắng',
      note: null,
      recorded_at: atTime(startedOn, '16:00'),
      recorded_by: by,
      ended_at: endedOn === null ? null : atTime(endedOn, '16:00'),
      ended_by: endedOn === null ? null : by,
      cancelled_at: null,
      cancel_reason: null,
    })
    return endedOn
  }
  const isLate = random.chance(0.012)
  const first = add(1, who.receivedOn, isLate ? null : addDays(who.receivedOn, random.whole(1, 2)))
  if (first === null || (who.isHeld && random.chance(0.5))) return rows
  const second = add(2, first, addDays(first, random.whole(10, 14)))
  if (second === null) return rows
  add(3, second, addDays(addMonths(second, 3), random.whole(0, 40)))
  add(4, second, null)
  const lastFrom = who.endOn === null ? null : addDays(who.endOn, -30)
  if (lastFrom !== null && lastFrom > second && random.chance(0.85)) add(5, lastFrom, null)
  return rows
}

const MEASURES: Record<Stage, string> = {
  1: 'Khám sàng lọc, phân loại theo độ tuổi, chất ma túy, mức độ nghiện; phổ biến nội quy',
  2: 'Điều trị cắt cơn theo phác đồ; theo dõi hằng ngày; điều trị bệnh kèm theo',
  3: 'Tư vấn cá nhân mỗi tháng, tư vấn nhóm mỗi tuần; học chuyên đề pháp luật, kỹ năng từ chối',
  4: 'Lao động trị liệu theo sức khỏe; học nghề ngắn hạn phù hợp nguyện vọng',
  5: 'Tư vấn việc làm, phòng tái nghiện; liên hệ gia đình, Công an xã nơi cư trú',
}

function fillPlans({ db, random, newId, teacher, plan }: CareSeed): void {
  const director = recorderKey(plan, 'truong')
  const plans = db.all(
    qb
      .selectFrom('rehab_plan')
      .innerJoin('roster', 'roster.stay_id', 'rehab_plan.stay_id')
      .select(['rehab_plan.id', 'rehab_plan.started_at'])
      .where('rehab_plan.state', '=', 'approved')
      .orderBy('rehab_plan.id')
      .limit(MOST_PLANNED),
  )
  const lines = plans.flatMap(({ id, started_at: at }) =>
    STAGES.map((stage): Insertable<PlanStageTable> => ({
      id: newId(),
      plan_id: id,
      stage,
      goal: null,
      measures: MEASURES[stage],
      responsible: stage === 2 ? 'Phạm Thu Trang' : 'Vi Văn Thắng',
      from_on: null,
      to_on: null,
      result: stage < 3 && random.chance(0.6) ? 'pass' : null,
      updated_at: at,
      updated_by: teacher,
    })),
  )
  insertRows(db, 'plan_stage', lines)
  db.run(
    sql`update rehab_plan set goal = 'Cắt cơn, ổn định sức khỏe; bỏ được ma túy, có nghề khi ra về', approved_at = started_at, approved_by = ${director} where state = 'approved'`.compile(
      qb,
    ),
  )
}

const TOPICS: readonly (readonly [SessionKind, string, number])[] = [
  ['counselling-group', 'Kỹ năng từ chối, phòng tái nghiện', 90],
  ['education', 'Luật Phòng, chống ma túy: quyền và nghĩa vụ của người cai nghiện', 120],
  ['counselling-one', 'Tâm tư, gia đình, dự định sau khi ra về', 45],
  ['awareness', 'Tác hại của ma túy tổng hợp', 90],
  ['literacy', 'Lớp xóa mù chữ: tập đọc, tập viết', 90],
  ['sport', 'Bóng chuyền giữa các tổ', 90],
  ['culture', 'Sinh hoạt văn nghệ cuối tuần', 120],
]

function fillSessions(seed: CareSeed, people: readonly OnRoll[]): void {
  const { db, plan, random, newId, teacher, today } = seed
  const pool = people.slice(0, MOST_PLANNED)
  const away = new Set(
    db
      .all(qb.selectFrom('roster').select('stay_id').where('state', '<>', 'inside'))
      .map(({ stay_id: stayId }) => stayId),
  )
  const groupId = newId()
  insertRows(db, 'care_group', [
    {
      id: groupId,
      name: 'Lớp xóa mù chữ 1',
      kind: 'literacy',
      leader: 'Vi Văn Thắng',
      opened_on: addDays(today, -120),
      closed_on: null,
      close_reason: null,
      created_at: atTime(addDays(today, -120), '09:00'),
      created_by: teacher,
    },
  ])
  const members = pool.filter((_who, at) => at % 19 === 3).slice(0, 18)
  insertRows(
    db,
    'care_group_member',
    members.map((who): Insertable<CareGroupMemberTable> => ({
      id: newId(),
      group_id: groupId,
      stay_id: who.stayId,
      from_on: who.receivedOn > addDays(today, -120) ? who.receivedOn : addDays(today, -120),
      added_by: teacher,
    })),
  )
  const sessions: Insertable<CareSessionTable>[] = []
  const attendance: Insertable<CareAttendanceTable>[] = []
  for (let back = SESSIONS_A_YEAR * 3; back >= 0; back -= 1) {
    const [kind, topic, minutes] = TOPICS[back % TOPICS.length] ?? ['sport', 'Thể thao', 60]
    // Evenly over the year, the last one this morning and still open.
    const on = addDays(today, -Math.round((back * 365) / (SESSIONS_A_YEAR * 3)))
    const startsAt: Instant = atTime(on, back === 0 ? '07:00' : random.chance(0.5) ? '08:00' : '14:00')
    const here = (kind === 'literacy' ? members : pool).filter(({ receivedOn }) => receivedOn < on)
    const many = kind === 'counselling-one' ? 1 : Math.min(CALLED, here.length)
    if (here.length === 0 || startsAt > plan.asOf) continue
    const from = random.whole(0, here.length - 1)
    const called = Array.from({ length: many }, (_, i) => here[(from + i) % here.length]).filter(
      (who) => who !== undefined,
    )
    const id = newId()
    const isHeld = back > 0
    sessions.push({
      id,
      kind,
      topic,
      starts_at: startsAt,
      minutes,
      place: kind === 'sport' ? 'Sân thể thao' : 'Hội trường',
      leader: 'Vi Văn Thắng',
      note:
        isHeld && kind === 'counselling-group'
          ? 'Nhóm tham gia tích cực; đóng vai tình huống bị rủ rê.'
          : null,
      group_id: kind === 'literacy' ? groupId : null,
      held_at: isHeld ? startsAt : null,
      cancelled_at: null,
      cancel_reason: null,
      created_at: atTime(addDays(on, -1), '15:00'),
      created_by: teacher,
    })
    for (const who of called) {
      const mark = random.weighted<AttendanceMark>([
        ['present', 90],
        ['sick', 4],
        ['duty', 3],
        ['excused', 2],
        ['absent', 1],
      ])
      const isAway = away.has(who.stayId) && back < 4
      attendance.push({
        session_id: id,
        stay_id: who.stayId,
        mark: isHeld ? (isAway ? 'out' : mark) : null,
        private_note:
          isHeld && kind === 'counselling-one' ? 'Còn lo lắng về gia đình, hẹn tư vấn tiếp.' : null,
        note_by: isHeld && kind === 'counselling-one' ? teacher : null,
        recorded_at: isHeld ? startsAt : plan.asOf,
        recorded_by: teacher,
      })
    }
  }
  insertRows(db, 'care_session', sessions)
  insertRows(db, 'care_attendance', attendance)
}

function fillRatings({ db, plan, random, today }: CareSeed, people: readonly OnRoll[]): void {
  const zone = recorderKey(plan, 'khu')
  const director = recorderKey(plan, 'truong')
  const current = today.slice(0, 7)
  const count = people.length > CROWD ? 1 : RATED_MONTHS
  const ratings: Insertable<ConductRatingTable>[] = []
  for (let back = count; back >= 1; back -= 1) {
    const month = addToMonth(current, -back)
    const { from, until } = monthSpan(month)
    const isOpen = back === 1
    const approvedAt = isOpen ? null : atTime(addDays(until, 3), '10:00')
    insertRows(db, 'conduct_month', [
      {
        month,
        state: isOpen ? 'open' : 'approved',
        opened_at: atTime(from, '08:00'),
        opened_by: zone,
        approved_at: approvedAt,
        approved_by: isOpen ? null : director,
      },
    ])
    for (const [at, who] of people.entries()) {
      // The open month is rated in part.
      if (who.receivedOn >= until || (isOpen && at % 3 !== 0)) continue
      const rating = random.weighted<ConductRating>([
        ['good', 62],
        ['fair', 30],
        ['average', 6],
        ['poor', 2],
      ])
      ratings.push({
        month,
        stay_id: who.stayId,
        proposed: 'good',
        rating,
        reason:
          rating === 'good'
            ? null
            : rating === 'fair'
              ? 'Lao động chưa đều'
              : rating === 'average'
                ? 'Vi phạm nội quy, đã nhắc nhở'
                : 'Gây gổ với người cùng phòng',
        rated_at: isOpen ? plan.asOf : atTime(addDays(until, 1), '09:00'),
        rated_by: zone,
      })
    }
  }
  insertRows(db, 'conduct_rating', ratings)
}
