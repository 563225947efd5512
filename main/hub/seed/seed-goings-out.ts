import { sql, type Insertable } from 'kysely'
import type { WriteDb } from '#db/connection/handles.ts'
import { qb } from '#db/connection/query-builder.ts'
import type { HospitalStepTable } from '#db/schema/hospital-step.ts'
import type { OutingTable } from '#db/schema/outing.ts'
import type { OutKind } from '#domain/custody/event-kinds.ts'
import type { MournedRelation, OutingKind } from '#domain/goings-out/outing-kinds.ts'
import { procedureRegime } from '#domain/law/regime.ts'
import { addDays, formatDay } from '#domain/time/day.ts'
import { addHours, atTime, dayOf, startOfDay, type Instant } from '#domain/time/instant.ts'
import { insertRows } from './insert-rows.ts'
import type { SeedPlan } from './seed-plan.ts'
import { recorderKey } from './seed-users.ts'
import { SeededRandom, uuidMaker } from './seeded-random.ts'

const BLOCK_OF_OUTINGS = 65_526
/** A great centre has papers of its last weeks only, so that the sample stays quick to make. */
const DAYS_ON_FILE = 365
const DAYS_ON_FILE_OF_MANY = 60
const MANY_PEOPLE = 2000
/** So many people stand behind one request that waits. */
const PEOPLE_PER_REQUEST = 45
/** Of a hundred checks after a funeral so many are not written down yet, of the last days. */
const UNCHECKED_DAYS = 6
const MOVED_SHARE = 0.12

const MOURNED: readonly [MournedRelation, string][] = [
  ['father', 'bố đẻ'],
  ['mother', 'mẹ đẻ'],
  ['child', 'con'],
]

interface Departure {
  id: string
  stay_id: string
  person_id: string
  at: string
  kind: 'left' | 'suspended'
  facts: string
  back_at: string | null
}

interface LeftFacts {
  outKind?: OutKind
  until?: Instant
  destination?: string
  decision?: { number: string; on: string; issuer: string }
}

/** Everybody who left in the span on file, with when they came back. */
function departures(db: WriteDb, since: Instant): Departure[] {
  return db.all<Departure>(
    sql<Departure>`
      select e.id, e.stay_id, stay.person_id, e.at, e.kind, e.facts,
        (select min(later.at) from custody_event later
          where later.stay_id = e.stay_id and later.at > e.at and later.kind in ('returned', 'resumed')) as back_at
      from custody_event e join stay on stay.id = e.stay_id
      where e.kind in ('left', 'suspended') and e.at >= ${since}
      order by e.at, e.id`.compile(qb),
  )
}

/** Nobody is asked for twice: people inside, spread over the roll. */
function insiders(db: WriteDb, limit: number) {
  return db.all(
    qb
      .selectFrom('roster')
      .select(['stay_id', 'person_id'])
      .where('state', '=', 'inside')
      .where('bed_id', 'is not', null)
      .orderBy('stay_id')
      .limit(limit),
  )
}

const NOTHING: Omit<
  Insertable<OutingTable>,
  'id' | 'person_id' | 'stay_id' | 'kind' | 'requested_at' | 'requested_by' | 'recorded_at' | 'leave_at'
> = {
  applicant: null,
  relation: null,
  deceased: null,
  proof: null,
  request_body: null,
  request_number: null,
  scope: null,
  destination: null,
  reason: null,
  return_at: null,
  travel_days: 0,
  escort: null,
  first_approved_at: null,
  first_approved_by: null,
  verdict: null,
  decided_at: null,
  decided_by: null,
  decision_number: null,
  decision_on: null,
  decision_issuer: null,
  decision_note: null,
  withdrawn_at: null,
  withdrawn_by: null,
  withdraw_reason: null,
  left_event: null,
  return_note: null,
  checked_at: null,
  checked_by: null,
  health_found: null,
  drug_test: null,
}

/** Papers behind the departures of the last year, hospitals with their care, and requests that wait now. */
export function fillGoingsOut(db: WriteDb, plan: SeedPlan): void {
  const people = plan.blocks.reduce((sum, { present }) => sum + present, 0)
  const days = people > MANY_PEOPLE ? DAYS_ON_FILE_OF_MANY : DAYS_ON_FILE
  const random = new SeededRandom(plan.seed, 'goings-out')
  const newId = uuidMaker(random, BLOCK_OF_OUTINGS)
  const left = departures(db, startOfDay(addDays(dayOf(plan.asOf), -days)))
  const invent = new Inventor(plan, random, newId, lastMournerBack(left))
  const outings = left.map((one) => invent.past(one))
  const waiting = insiders(db, Math.max(4, Math.ceil(people / PEOPLE_PER_REQUEST))).map((who, index) =>
    invent.waiting(who, index),
  )
  insertRows(db, 'outing', [...outings, ...waiting])
  insertRows(db, 'hospital_step', invent.hospitals)
}

/** The departure of whoever came back last from a funeral: the check on return is still owed there (LEAVE-06). */
function lastMournerBack(left: readonly Departure[]): string | undefined {
  return left
    .filter(({ facts, back_at: backAt }) => backAt !== null && facts.includes('"outKind":"funeral"'))
    .toSorted((a, b) => ((a.back_at ?? '') < (b.back_at ?? '') ? -1 : 1))
    .at(-1)?.id
}

/** Makes outings up, and the hospitals of those that led there. */
class Inventor {
  readonly hospitals: Insertable<HospitalStepTable>[] = []
  private readonly plan: SeedPlan
  private readonly random: SeededRandom
  private readonly newId: () => string
  private readonly by: { intake: string; zone: string; medical: string; head: string }
  private readonly unchecked: string | undefined
  private decisions = 0

  constructor(plan: SeedPlan, random: SeededRandom, newId: () => string, unchecked: string | undefined) {
    this.unchecked = unchecked
    this.plan = plan
    this.random = random
    this.newId = newId
    this.by = {
      intake: recorderKey(plan, 'tiepnhan'),
      zone: recorderKey(plan, 'khu'),
      medical: recorderKey(plan, 'yte'),
      head: recorderKey(plan, 'truong'),
    }
  }

  /** The papers of somebody who left. */
  past(departure: Departure): Insertable<OutingTable> {
    const facts: LeftFacts = JSON.parse(departure.facts)
    const kind: OutingKind = departure.kind === 'suspended' ? 'suspension' : (facts.outKind ?? 'other')
    const askedAt = addHours(departure.at, -this.random.whole(2, 20))
    const row: Insertable<OutingTable> = {
      ...NOTHING,
      id: this.newId(),
      person_id: departure.person_id,
      stay_id: departure.stay_id,
      kind,
      requested_at: askedAt,
      requested_by: this.by.intake,
      recorded_at: askedAt,
      destination: facts.destination ?? null,
      leave_at: departure.at,
      return_at: facts.until ?? null,
      escort: kind === 'funeral' ? 'Gia đình đón' : 'Hai cán bộ bảo vệ',
      left_event: departure.id,
      return_note: departure.back_at === null ? null : 'Đã kiểm tra người và đồ vật',
      ...this.grounds(kind, askedAt),
    }
    if (kind === 'hospital') this.addHospitals(row.id, departure, facts)
    if (kind === 'hospital' || kind === 'work-outside') return row
    return { ...row, ...this.decided(addHours(askedAt, 1), facts.decision), ...this.checked(kind, departure) }
  }

  /** A request or an approved outing nobody has left on; some of each. */
  waiting({ stay_id: stayId, person_id: personId }: { stay_id: string; person_id: string }, index: number) {
    const { asOf } = this.plan
    const kind = (['court', 'funeral', 'hospital', 'proceedings'] as const)[index % 4] ?? 'court'
    const askedAt = addHours(asOf, -this.random.whole(1, 20))
    const leaveOn = addDays(dayOf(asOf), kind === 'funeral' ? 0 : this.random.whole(1, 6))
    const leaveAt = atTime(leaveOn, kind === 'funeral' ? '13:30' : '07:30')
    const row: Insertable<OutingTable> = {
      ...NOTHING,
      id: this.newId(),
      person_id: personId,
      stay_id: stayId,
      kind,
      requested_at: askedAt,
      requested_by: this.by.intake,
      recorded_at: askedAt,
      destination: DESTINATIONS[kind],
      leave_at: leaveAt,
      return_at: addHours(leaveAt, kind === 'court' ? 9 : 72),
      ...this.grounds(kind, askedAt),
    }
    return index % 3 === 0 && kind !== 'hospital' ? { ...row, ...this.decided(asOf) } : row
  }

  private grounds(kind: OutingKind, askedAt: Instant): Partial<Insertable<OutingTable>> {
    switch (kind) {
      case 'funeral': {
        const [relation, word] = MOURNED[this.random.whole(0, MOURNED.length - 1)] ?? ['father', 'bố đẻ']
        return {
          applicant: 'Đại diện gia đình',
          relation,
          proof: procedureRegime(dayOf(askedAt)) === 'R73' ? 'commune-committee' : 'commune-police',
          reason: `Về chịu tang ${word}`,
          travel_days: this.random.whole(0, 1),
        }
      }
      case 'proceedings':
        return {
          request_body: 'Cơ quan Cảnh sát điều tra Công an tỉnh Lạng Sơn',
          request_number: `${this.random.whole(10, 400)}/CSĐT ngày ${formatDay(dayOf(askedAt))}`,
          reason: 'Lấy lời khai',
        }
      case 'court':
        return {
          request_body: 'Tòa án nhân dân khu vực 2 - Lạng Sơn',
          request_number: `${this.random.whole(10, 400)}/GTT-TA ngày ${formatDay(dayOf(askedAt))}`,
          reason: 'Có mặt tại phiên tòa',
        }
      case 'suspension':
        return { reason: 'Ốm nặng, cần về gia đình điều trị' }
      case 'work-outside':
        return { reason: 'Lao động trị liệu có cán bộ quản lý' }
      default:
        return {}
    }
  }

  private decided(
    at: Instant,
    decision?: { number: string; on: string; issuer: string },
  ): Partial<Insertable<OutingTable>> {
    this.decisions += 1
    return {
      verdict: 'approved',
      decided_at: at,
      decided_by: this.by.head,
      decision_number: decision?.number ?? `${this.decisions}/QĐ-DT`,
      decision_on: decision?.on ?? dayOf(at),
      decision_issuer: decision?.issuer ?? 'Trưởng cơ sở',
    }
  }

  /** Back from a funeral and checked, but for those of the last days. */
  private checked(kind: OutingKind, { id, back_at: backAt }: Departure): Partial<Insertable<OutingTable>> {
    if (kind !== 'funeral' || backAt === null || id === this.unchecked) return {}
    if (backAt > startOfDay(addDays(dayOf(this.plan.asOf), -UNCHECKED_DAYS))) return {}
    return {
      checked_at: addHours(backAt, 1),
      checked_by: this.by.medical,
      drug_test: this.random.chance(0.04) ? 'positive' : 'negative',
      health_found: 'Sức khỏe bình thường',
    }
  }

  private addHospitals(outingId: string, { at, back_at: backAt }: Departure, facts: LeftFacts): void {
    const isOver = backAt !== null
    const step = (facility: string, from: Instant): Insertable<HospitalStepTable> => ({
      id: this.newId(),
      outing_id: outingId,
      facility,
      ward: isOver ? 'Khoa Nội tổng hợp' : null,
      from_at: from,
      why: null,
      recorded_at: from,
      recorded_by: this.by.zone,
      diagnosis: isOver ? 'Viêm phế quản' : null,
      treatment: isOver ? 'Kháng sinh, theo dõi' : null,
      cost: isOver ? this.random.whole(4, 60) * 50_000 : null,
      payer: isOver ? 'insurance' : null,
      cared_by: isOver ? this.by.medical : null,
    })
    const last = facts.destination ?? 'Bệnh viện đa khoa tỉnh Lạng Sơn'
    const movedAt = addHours(at, this.random.whole(3, 12))
    const isMoved = this.random.chance(MOVED_SHARE) && movedAt < (backAt ?? this.plan.asOf)
    if (!isMoved) {
      this.hospitals.push(step(last, at))
      return
    }
    this.hospitals.push(step('Trung tâm y tế khu vực Cao Lộc', at), step(last, movedAt))
  }
}

const DESTINATIONS: Partial<Record<OutingKind, string>> = {
  court: 'Tòa án nhân dân khu vực 2 - Lạng Sơn',
  funeral: 'Xã Cao Lộc, tỉnh Lạng Sơn',
  hospital: 'Bệnh viện đa khoa tỉnh Lạng Sơn',
  proceedings: 'Công an tỉnh Lạng Sơn',
}
