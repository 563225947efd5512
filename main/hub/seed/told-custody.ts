import { sql } from 'kysely'
import type { WriteDb } from '#db/connection/handles.ts'
import { prepared } from '#db/connection/prepared.ts'
import { qb } from '#db/connection/query-builder.ts'
import { zoneOfBed } from '#db/queries/shifts/reach.ts'
import type { IncidentState } from '#domain/incidents/incident-states.ts'
import { formOnDay } from '#domain/incidents/kind-forms.ts'
import { addHours, dayOf, formatTime } from '#domain/time/instant.ts'
import { writeForm, writeSteps, writeWork, type IncidentDesk } from './seed-incident-parts.ts'

/** How long after it happened the first report was written. */
export const REPORTED_AFTER_HOURS = 1

/** A custody event that an incident tells of. */
export interface ToldEvent {
  /** Of the custody event. */
  id: string
  person_id: string
  stay_id: string
  at: string
}

interface Telling {
  incidentId: string
  kind: 'escape' | 'death'
  /** Part of the person in it, and what came of it. */
  role: string
  outcome: string
  state: IncidentState
  /** When the state was reached. */
  settledAt: string
  place: string
  summary: string
  account: string
  decision: string
}

/** Numbers of the book of incidents, after those that are taken. */
export class IncidentNumbers {
  readonly #last: Map<number, number>

  constructor(db: WriteDb) {
    const rows = db.all<{ year: number; no: number | null }>(
      sql<{
        year: number
        no: number | null
      }>`select year, max(no) as no from incident group by year`.compile(qb),
    )
    this.#last = new Map(rows.map(({ year, no }) => [year, no ?? 0]))
  }

  next(year: number): number {
    const no = (this.#last.get(year) ?? 0) + 1
    this.#last.set(year, no)
    return no
  }
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

/** The zone somebody slept in before the event. */
function zoneBefore(db: WriteDb, { stay_id: stay, at }: ToldEvent): string | null {
  const bedId = lastBed.get(db, { stay, at })?.bed_id
  return bedId === undefined || bedId === null ? null : zoneOfBed(db, bedId)
}

/** Writes the incident of an escape or a death whole: part, form, account, steps, tasks, notices. */
export function tellCustody(
  db: WriteDb,
  desk: IncidentDesk,
  numbers: IncidentNumbers,
  event: ToldEvent,
  telling: Telling,
): void {
  const { rows, newId, by, head } = desk
  const { incidentId: id, kind, state, settledAt } = telling
  const reportedAt = addHours(event.at, REPORTED_AFTER_HOURS)
  const form = formOnDay(kind, dayOf(reportedAt))
  if (form === undefined) return
  const year = Number(dayOf(reportedAt).slice(0, 4))
  const zoneId = zoneBefore(db, event)
  const isClosed = state === 'closed'
  rows.incident.push({
    id,
    year,
    no: numbers.next(year),
    kind,
    form_version: form.version,
    state,
    state_since: state === 'reported' ? reportedAt : settledAt,
    secrecy: 'open',
    occurred_at: event.at,
    is_approximate: 0,
    occurred_on: dayOf(event.at),
    occurred_hour: Number(formatTime(event.at).slice(0, 2)),
    zone_id: zoneId,
    place_id: null,
    place_note: telling.place,
    summary: telling.summary,
    origin: 'desk',
    origin_id: null,
    reported_at: reportedAt,
    recorded_at: reportedAt,
    reported_by: by,
    reporter_id: by.replace('user:', ''),
    owner_id: state === 'reported' ? null : desk.manager.replace('user:', ''),
    decision: isClosed ? telling.decision : null,
    decided_at: isClosed ? settledAt : null,
    decided_by: isClosed ? head : null,
    closed_at: isClosed ? settledAt : null,
    duplicate_of: null,
  })
  rows.incident_involvement.push({
    id: newId(),
    incident_id: id,
    role: telling.role,
    who: 'resident',
    person_id: event.person_id,
    stay_id: event.stay_id,
    user_id: null,
    name: null,
    zone_id: zoneId,
    outcome: telling.outcome,
    note: null,
    added_at: reportedAt,
    added_by: by,
    removed_at: null,
    removed_by: null,
    remove_reason: null,
  })
  rows.incident_link.push({
    id: newId(),
    incident_id: id,
    kind: 'custody-event',
    target_id: event.id,
    note: null,
    linked_at: reportedAt,
    linked_by: by,
  })
  writeForm(desk, { id, form, reportedAt, story: telling })
  writeSteps(desk, { id, state, reportedAt, settledAt })
  writeWork(desk, { id, form, state, occurredAt: event.at, reportedAt })
}
