import type { WriteDb } from '#db/connection/handles.ts'
import { findOutingByEvent } from '#db/queries/goings-out/reader.ts'
import { listCustodyEvents } from '#db/queries/custody/reader.ts'
import { recordCustodyEvents, type NewCustodyEvent } from '#db/queries/custody/writer.ts'
import { listEscapeIncidentsOf, type EscapePerson } from '#db/queries/escapes/reader.ts'
import { findSightings } from '#db/queries/escapes/sightings.ts'
import { insertEscape } from '#db/queries/escapes/writer.ts'
import { ruleViolated } from '#domain/errors.ts'
import { incidentNumber } from '#domain/incidents/incident-kinds.ts'
import { isOpenState } from '#domain/incidents/incident-states.ts'
import { lastSightings } from '#domain/incidents/last-sightings.ts'
import { formatInstant, type Instant } from '#domain/time/instant.ts'
import { tellCustodyEvent } from '../custody/tell-event.ts'
import { sheetOf } from '../dossier/sheets.ts'
import { explainByEscape } from '../head-count/explain-escapes.ts'
import { openZone } from '../head-count/open-zone.ts'
import { involvePeople } from '../incidents/involve.ts'
import { openIncident, requireIncident, setWork, tieIncident } from '../incidents/open-incident.ts'
import { reviewAgain } from '../incidents/review-again.ts'
import { tellIncident } from '../incidents/tell-incident.ts'
import type { WriteContext } from '../use-case.ts'
import { standOf } from './candidates.ts'
import { settleSearchTask } from './search-task.ts'

/** People who escaped together, and what is known of it. */
export interface EscapeReport {
  /** The incident it opens; one begun from the same count takes them in instead. */
  incidentId: string
  escapes: readonly { eventId: string; stayId: string; lineId?: string }[]
  at: Instant | null
  lastSeenAt: Instant | null
  fromWhere: string | null
  account: string | null
  direction: string | null
  clothes: string | null
  looks: string | null
  likelyPlaces: string | null
  count: { zoneId: string; shiftAt: Instant } | null
  outingId: string | null
  /** Note on the lines of the count. */
  note?: string | null
}

interface Known {
  eventId: string
  stayId: string
  lineId?: string
  person: EscapePerson
  fromWhere: string | null
}

/** An incident needs a place; where nobody said one and the people had no zone in common. */
const UNKNOWN_PLACE = 'Chưa rõ'

/** Names in the first sentence of an incident; the rest are counted. */
const NAMED = 5

/**
 * Records that people escaped, all or none: one incident (a group when there is more than one), the custody events
 * that stop the clock (TERM-09) and free the beds, what the record saw of each last, the lines of the count they are
 * missing from. What is due follows from the events. One transaction, however many.
 * @throws AppError `rule_violated` naming everybody who cannot have escaped, `not_found`
 */
export function recordEscapes(db: WriteDb, context: WriteContext, report: EscapeReport) {
  const at = report.at ?? context.now
  const zone = report.count && openZone(db, context, report.count)
  const stands = report.escapes.map((one) => ({ ...one, ...standOf(db, one.stayId) }))
  const problems = stands.flatMap(({ problem }) =>
    problem === null ? [] : [{ code: 'cannot-escape', message: problem }],
  )
  if (problems.length > 0) throw ruleViolated(problems)
  if (report.lastSeenAt !== null && report.lastSeenAt > at) {
    const message = `Lần thấy cuối ${formatInstant(report.lastSeenAt)} sau giờ bỏ trốn ${formatInstant(at)}. Sửa lại một trong hai.`
    throw ruleViolated([{ code: 'seen-after-escape', field: 'lastSeenAt', message }])
  }
  const known = stands.map(({ eventId, stayId, lineId, person, current }): Known => ({
    eventId,
    stayId,
    ...(lineId === undefined ? {} : { lineId }),
    person,
    fromWhere: report.fromWhere ?? (current?.state === 'out' ? destinationOf(db, stayId) : placeOf(person)),
  }))
  // What was seen before: read while the roll still has them in their rooms.
  const sightings = new Map(
    known.map(({ stayId, person }) => [
      stayId,
      findSightings(db, { stayId, personId: person.person_id, roomId: person.room_id, before: at }),
    ]),
  )
  const incident = incidentOf(db, context, { report, known, at, origin: zone?.count?.id ?? null })
  const events = known.map(({ eventId, stayId, fromWhere }): NewCustodyEvent => ({
    id: eventId,
    stayId,
    at,
    act: {
      kind: 'escaped',
      facts: {
        manner: incident.isJoined || known.length > 1 ? 'group' : 'single',
        ...(report.lastSeenAt === null ? {} : { lastSeenAt: report.lastSeenAt }),
        ...(fromWhere === null ? {} : { fromWhere }),
      },
    },
  }))
  recordCustodyEvents(db, context, events)
  for (const event of events) tellCustodyEvent(db, context, event)
  for (const { eventId, stayId, person, fromWhere } of known) {
    const sheet = sheetOf(db, stayId)?.body
    insertEscape(db, {
      id: eventId,
      incident_id: incident.id,
      person_id: person.person_id,
      stay_id: stayId,
      escaped_at: at,
      last_seen_at: report.lastSeenAt,
      from_where: fromWhere,
      direction: report.direction,
      clothes: report.clothes,
      looks: report.looks,
      likely_places: report.likelyPlaces,
      height_cm: sheet?.heightCm ?? null,
      weight_kg: sheet?.weightKg ?? null,
      sightings: JSON.stringify(lastSightings(sightings.get(stayId) ?? [], at)),
      recorded_at: context.now,
      recorded_by: context.actor.key,
    })
    tieIncident(db, context, incident.id, { kind: 'custody-event', targetId: eventId, note: null })
  }
  if (zone) {
    explainByEscape(
      db,
      context,
      zone,
      known.map((one) => ({ ...one, personId: one.person.person_id, note: report.note ?? null })),
    )
  }
  // Whoever joins an incident has no decision yet.
  if (incident.isJoined) settleSearchTask(db, context, incident.id)
  context.audit({
    action: 'escape.reported',
    subject: { kind: 'incident', id: incident.id },
    facts: { people: known.length, at },
  })
  context.changed('incidents', incident.id)
  return {
    incidentId: incident.id,
    number: incident.number,
    events: known.map(({ stayId, eventId }) => ({ stayId, eventId })),
  }
}

function placeOf({ zone_name: zone, bed_code: bed }: EscapePerson): string | null {
  return [zone, bed === null ? null : `giường ${bed}`].filter((part) => part !== null).join(', ') || null
}

/** Where somebody was out to, as their papers say. */
function destinationOf(db: WriteDb, stayId: string): string | null {
  const departure = listCustodyEvents(db, stayId).findLast(
    (event) => event.kind === 'left' || event.kind === 'suspended',
  )
  if (!departure || (departure.kind !== 'left' && departure.kind !== 'suspended')) return null
  return departure.facts.destination ?? findOutingByEvent(db, departure.id)?.destination ?? null
}

interface Opening {
  report: EscapeReport
  known: readonly Known[]
  at: Instant
  origin: string | null
}

/** Opens the incident, or takes the people into the one that the same count has begun. */
function incidentOf(
  db: WriteDb,
  context: WriteContext,
  { report, known, at, origin }: Opening,
): { id: string; number: string | null; isJoined: boolean } {
  const people = known.map(({ person }) => ({
    id: context.newId(),
    role: 'escaped',
    who: 'resident' as const,
    personId: person.person_id,
    userId: null,
    name: null,
    note: null,
  }))
  const begun =
    origin === null ? undefined : listEscapeIncidentsOf(db, origin).find(({ state }) => isOpenState(state))
  if (begun) {
    const row = requireIncident(db, begun.id)
    const names = known.map(({ person }) => person.name).join(', ')
    reviewAgain(db, context, row, `Ghi thêm người bỏ trốn: ${names}. Kết luận trước chưa tính.`)
    const added = involvePeople(db, context, row, people)
    setWork(db, context, row)
    tellIncident(context, row, { action: 'incident.involved', people: added })
    return { id: row.id, number: incidentNumber(row.year, row.no), isJoined: true }
  }
  const zones = new Set(known.map(({ person }) => person.zone_id))
  const [first] = known
  const zoneId = zones.size === 1 ? (first?.person.zone_id ?? null) : null
  const from = origin ?? report.outingId
  const row = openIncident(db, context, {
    id: report.incidentId,
    kind: 'escape',
    occurredAt: at,
    isApproximate: report.lastSeenAt !== null,
    zoneId,
    placeId: null,
    placeNote:
      report.fromWhere ??
      (known.length === 1 ? first?.fromWhere : null) ??
      (zoneId === null ? UNKNOWN_PLACE : null),
    summary: report.account ?? summaryOf(known, at),
    people,
    origin: origin !== null ? 'head-count' : report.outingId === null ? 'desk' : 'outing',
    originId: from,
    submit: true,
  })
  return { id: row.id, number: incidentNumber(row.year, row.no), isJoined: false }
}

function summaryOf(known: readonly Known[], at: Instant): string {
  const names = known.slice(0, NAMED).map(({ person }) => person.name)
  const more = known.length > NAMED ? ` và ${known.length - NAMED} người khác` : ''
  const who = known.length === 1 ? names.join('') : `${known.length} người (${names.join(', ')}${more})`
  return `${who} bỏ trốn, ghi nhận lúc ${formatInstant(at)}.`
}
