import { sql, type Insertable } from 'kysely'
import type { WriteDb } from '#db/connection/handles.ts'
import { findEscapePerson } from '#db/queries/escapes/reader.ts'
import { findSightings } from '#db/queries/escapes/sightings.ts'
import { prepared } from '#db/connection/prepared.ts'
import { qb } from '#db/connection/query-builder.ts'
import { zoneOfBed } from '#db/queries/shifts/reach.ts'
import type { EscapeTable } from '#db/schema/escape.ts'
import type { IncidentInvolvementTable } from '#db/schema/incident-involvement.ts'
import type { IncidentTable } from '#db/schema/incident.ts'
import { formOnDay } from '#domain/incidents/kind-forms.ts'
import { addDays } from '#domain/time/day.ts'
import { addHours, dayOf, formatInstant, formatTime, startOfDay, type Instant } from '#domain/time/instant.ts'
import { insertRows } from './insert-rows.ts'
import type { SeedPlan } from './seed-plan.ts'
import { recorderKey } from './seed-users.ts'
import { SeededRandom, uuidMaker } from './seeded-random.ts'

const BLOCK_OF_ESCAPES = 65_519
/** How long after the escape the first report was written. */
const REPORTED_AFTER_HOURS = 1
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

interface Escaped {
  id: string
  stay_id: string
  person_id: string
  name: string
  at: string
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

function lastNumbers(db: WriteDb): Map<number, number> {
  const rows = db.all<{ year: number; no: number }>(
    sql<{ year: number; no: number }>`select year, max(no) as no from incident group by year`.compile(qb),
  )
  return new Map(rows.map(({ year, no }) => [year, no ?? 0]))
}

/**
 * What is known of everybody who escaped in the last year, with the incident of each where there is none yet. Follows
 * the other incidents: it takes the numbers of the book that come after theirs.
 */
export function fillEscapes(db: WriteDb, plan: SeedPlan): void {
  const random = new SeededRandom(plan.seed, 'escapes')
  const newId = uuidMaker(random, BLOCK_OF_ESCAPES)
  const present = plan.blocks.reduce((sum, block) => sum + block.present, 0)
  const days = present > MANY_PEOPLE ? DAYS_ON_FILE_OF_MANY : DAYS_ON_FILE
  const numbers = lastNumbers(db)
  const by = recorderKey(plan, 'khu')
  const incidents: Insertable<IncidentTable>[] = []
  const parts: Insertable<IncidentInvolvementTable>[] = []
  const escapes: Insertable<EscapeTable>[] = []
  for (const one of escapesSince(db, startOfDay(addDays(dayOf(plan.asOf), -days)))) {
    const facts: { fromWhere?: string } = JSON.parse(one.facts)
    const person = findEscapePerson(db, one.stay_id)
    const incidentId = one.incident_id ?? newId()
    if (one.incident_id === null) {
      const incident = inventIncident(one, {
        incidentId,
        by,
        plan,
        numbers,
        from: facts.fromWhere ?? null,
        zoneId: zoneBefore(db, one),
      })
      incidents.push(incident)
      parts.push({
        id: newId(),
        incident_id: incidentId,
        role: 'escaped',
        who: 'resident',
        person_id: one.person_id,
        stay_id: one.stay_id,
        user_id: null,
        name: null,
        zone_id: incident.zone_id,
        outcome: one.back_at === null ? 'at-large' : 'recovered',
        note: null,
        added_at: incident.recorded_at,
        added_by: by,
        removed_at: null,
        removed_by: null,
        remove_reason: null,
      })
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
      height_cm: null,
      weight_kg: null,
      sightings: JSON.stringify(
        findSightings(db, {
          stayId: one.stay_id,
          personId: one.person_id,
          roomId: person?.room_id ?? null,
          before: one.at,
        }),
      ),
      recorded_at: addHours(one.at, REPORTED_AFTER_HOURS),
      recorded_by: by,
    })
  }
  insertRows(db, 'incident', incidents)
  insertRows(db, 'incident_involvement', parts)
  insertRows(db, 'escape', escapes)
}

interface Invented {
  incidentId: string
  by: string
  plan: SeedPlan
  numbers: Map<number, number>
  from: string | null
  zoneId: string | null
}

const lastBed = prepared<{ stay: string; at: string }>()((p) =>
  qb
    .selectFrom('custody_event')
    .select('bed_id')
    .where('stay_id', '=', p.stay)
    .where('at', '<', p.at)
    .where('bed_id', 'is not', null)
    .orderBy('at', 'desc')
    .limit(1),
)

/** The zone somebody slept in before the escape. */
function zoneBefore(db: WriteDb, { stay_id: stay, at }: Escaped): string | null {
  const bedId = lastBed.get(db, { stay, at })?.bed_id
  return bedId === undefined || bedId === null ? null : zoneOfBed(db, bedId)
}

function inventIncident(one: Escaped, about: Invented): Insertable<IncidentTable> {
  const { incidentId, by, plan, numbers, from, zoneId } = about
  const on = dayOf(one.at)
  const reportedAt = addHours(one.at, REPORTED_AFTER_HOURS)
  const year = Number(dayOf(reportedAt).slice(0, 4))
  const no = (numbers.get(year) ?? 0) + 1
  numbers.set(year, no)
  const isReviewed = addHours(one.at, REVIEWED_AFTER_HOURS) < plan.asOf
  const decidedAt = one.back_at === null ? null : addHours(one.back_at, REVIEWED_AFTER_HOURS)
  const isClosed = decidedAt !== null && decidedAt < plan.asOf
  return {
    id: incidentId,
    year,
    no,
    kind: 'escape',
    form_version: formOnDay('escape', dayOf(reportedAt))?.version ?? 1,
    state: isClosed ? 'closed' : isReviewed ? 'under-review' : 'reported',
    state_since: isClosed ? decidedAt : isReviewed ? addHours(one.at, REVIEWED_AFTER_HOURS) : reportedAt,
    secrecy: 'open',
    occurred_at: one.at,
    is_approximate: 0,
    occurred_on: on,
    occurred_hour: Number(formatTime(one.at).slice(0, 2)),
    zone_id: zoneId,
    place_id: null,
    place_note: from ?? 'Trong khu',
    summary: `${one.name} bỏ trốn, ghi nhận lúc ${formatInstant(one.at)}.`,
    origin: 'desk',
    origin_id: null,
    reported_at: reportedAt,
    recorded_at: reportedAt,
    reported_by: by,
    reporter_id: null,
    owner_id: null,
    decision: isClosed ? 'Đã đưa trở lại; giáo dục, nhắc nhở, bố trí lại chỗ ở và theo dõi.' : null,
    decided_at: isClosed ? decidedAt : null,
    decided_by: isClosed ? recorderKey(plan, 'truong') : null,
    closed_at: isClosed ? decidedAt : null,
    duplicate_of: null,
  }
}
