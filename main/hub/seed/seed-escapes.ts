import { sql, type Insertable } from 'kysely'
import type { WriteDb } from '#db/connection/handles.ts'
import { findEscapePerson } from '#db/queries/escapes/reader.ts'
import { findSightings } from '#db/queries/escapes/sightings.ts'
import { qb } from '#db/connection/query-builder.ts'
import type { EscapeTable } from '#db/schema/escape.ts'
import { addDays } from '#domain/time/day.ts'
import { addHours, dayOf, formatInstant, startOfDay, type Instant } from '#domain/time/instant.ts'
import { sheetOf } from '../dossier/sheets.ts'
import { insertRows } from './insert-rows.ts'
import { incidentDesk, insertIncidents } from './seed-incident-parts.ts'
import type { SeedPlan } from './seed-plan.ts'
import { SeededRandom, uuidMaker } from './seeded-random.ts'
import { IncidentNumbers, REPORTED_AFTER_HOURS, tellCustody, type ToldEvent } from './told-custody.ts'

const BLOCK_OF_ESCAPES = 65_519
const BLOCK_OF_TELLINGS = 65_517
const REVIEWED_AFTER_HOURS = 20
/** A great centre has the last weeks on file only, so that the sample stays quick to make. */
const DAYS_ON_FILE = 365
const DAYS_ON_FILE_OF_MANY = 60
const MANY_PEOPLE = 2000

const DIRECTIONS = [
  'Qua tường phía sau, đi bộ',
  'Theo đường mòn ra suối',
  'Lên xe máy chờ sẵn ở cổng phụ',
] as const
const CLOTHES = ['Áo xanh, quần dài đen', 'Quần áo đồng phục, dép nhựa', 'Áo phông trắng, quần soóc'] as const

interface Escaped extends ToldEvent {
  name: string
  facts: string
  back_at: string | null
  incident_id: string | null
}

/** Escapes of the span on file, with the return and the incident that already tells of them. */
function escapesSince(db: WriteDb, since: Instant): Escaped[] {
  return db.all<Escaped>(
    sql<Escaped>`
      select e.id, e.stay_id, stay.person_id, person.name, e.at, e.facts,
        (select min(later.at) from custody_event later
          where later.stay_id = e.stay_id and later.at > e.at and later.kind = 'recovered') as back_at,
        (select incident.id from incident_involvement part
          join incident on incident.id = part.incident_id
          where part.person_id = stay.person_id and incident.kind = 'escape' and incident.occurred_at = e.at
          limit 1) as incident_id
      from custody_event e
        join stay on stay.id = e.stay_id
        join person on person.id = stay.person_id
      where e.kind = 'escaped' and e.at >= ${since}
        and not exists (select 1 from custody_event c where c.stay_id = e.stay_id and c.cancels = e.id)
      order by e.at, e.id`.compile(qb),
  )
}

/**
 * What is known of everybody who escaped in the last year, with the incident of each where there is none yet. Follows
 * the other incidents.
 */
export function fillEscapes(db: WriteDb, plan: SeedPlan): void {
  const random = new SeededRandom(plan.seed, 'escapes')
  const newId = uuidMaker(random, BLOCK_OF_ESCAPES)
  const present = plan.blocks.reduce((sum, block) => sum + block.present, 0)
  const days = present > MANY_PEOPLE ? DAYS_ON_FILE_OF_MANY : DAYS_ON_FILE
  const numbers = new IncidentNumbers(db)
  const desk = incidentDesk(db, plan, new SeededRandom(plan.seed, 'escapes told'), BLOCK_OF_TELLINGS)
  const escapes: Insertable<EscapeTable>[] = []
  for (const one of escapesSince(db, startOfDay(addDays(dayOf(plan.asOf), -days)))) {
    const facts: { fromWhere?: string } = JSON.parse(one.facts)
    const person = findEscapePerson(db, one.stay_id)
    const sheet = sheetOf(db, one.stay_id)?.body
    const incidentId = one.incident_id ?? newId()
    if (one.incident_id === null) {
      tellCustody(db, desk, numbers, one, tellingOf(one, incidentId, facts.fromWhere ?? null, plan.asOf))
    }
    escapes.push({
      id: one.id,
      incident_id: incidentId,
      person_id: one.person_id,
      stay_id: one.stay_id,
      escaped_at: one.at,
      last_seen_at: null,
      from_where: facts.fromWhere ?? null,
      direction: random.chance(0.7) ? random.pick(DIRECTIONS) : null,
      clothes: random.chance(0.8) ? random.pick(CLOTHES) : null,
      looks: null,
      likely_places: 'Nhà người thân',
      height_cm: sheet?.heightCm ?? null,
      weight_kg: sheet?.weightKg ?? null,
      sightings: JSON.stringify(
        findSightings(db, {
          stayId: one.stay_id,
          personId: one.person_id,
          roomId: person?.room_id ?? null,
          before: one.at,
        }),
      ),
      recorded_at: addHours(one.at, REPORTED_AFTER_HOURS),
      recorded_by: desk.by,
    })
  }
  insertIncidents(db, desk)
  insertRows(db, 'escape', escapes)
}

/** What the incident of an escape says, and how far it has come. */
function tellingOf(one: Escaped, incidentId: string, from: string | null, asOf: Instant) {
  const reviewedAt = addHours(one.at, REVIEWED_AFTER_HOURS)
  const decidedAt = one.back_at === null ? null : addHours(one.back_at, REVIEWED_AFTER_HOURS)
  const isClosed = decidedAt !== null && decidedAt < asOf
  const isReviewed = reviewedAt < asOf
  return {
    incidentId,
    kind: 'escape',
    role: 'escaped',
    outcome: one.back_at === null ? 'at-large' : 'recovered',
    state: isClosed ? 'closed' : isReviewed ? 'under-review' : 'reported',
    settledAt: isClosed ? decidedAt : reviewedAt,
    place: from ?? 'Trong khu',
    summary: `${one.name} bỏ trốn, ghi nhận lúc ${formatInstant(one.at)}.`,
    account:
      'Điểm danh thấy thiếu người, kiểm tra khu không thấy. Đã báo Trưởng cơ sở, cử tổ truy tìm theo hướng nghi vấn và báo công an.',
    decision: 'Đã đưa trở lại; giáo dục, nhắc nhở, bố trí lại chỗ ở và theo dõi.',
  } as const
}
