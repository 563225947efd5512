import type { ReadDb } from '#db/connection/handles.ts'
import { findStayFacts, listCustodyEvents } from '#db/queries/custody/reader.ts'
import { findEscapePerson, listEscapesOfStay, type EscapeRow } from '#db/queries/escapes/reader.ts'
import { listOfStay } from '#db/queries/obligations/reader.ts'
import { findIncident } from '#db/queries/incidents/reader.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { sheetOf } from '../dossier/sheets.ts'
import type { EscapeDetail, EscapeLine } from '#domain/contract/escapes.ts'
import type { CustodyEvent } from '#domain/custody/custody-event.ts'
import { replayCustody } from '#domain/custody/replay.ts'
import { AppError } from '#domain/errors.ts'
import { escapeStanding, standingEvents } from '#domain/incidents/escape-standing.ts'
import { incidentNumber } from '#domain/incidents/incident-kinds.ts'
import type { Sighting } from '#domain/incidents/last-sightings.ts'
import { sightFor } from '../incidents/access.ts'
import type { Actor } from '../use-case.ts'
import { lawOfEscape, personFieldsOf } from './candidates.ts'

/** The incident of an escape; that somebody is away is for all to know, a restricted incident is not. */
export function seenIncidentOf(
  db: ReadDb,
  actor: Actor,
  { incident_id: id }: Pick<EscapeRow, 'incident_id'>,
) {
  const row = findIncident(db, id)
  const isKept = row?.secrecy === 'restricted' && sightFor(db, actor, row) === 'nothing'
  return isKept ? undefined : row
}

/** One escape as it is listed. `row` is null for one written down before incidents were kept. */
function lineOf(
  db: ReadDb,
  actor: Actor,
  stayId: string,
  event: { id: string; at: string },
  row: EscapeRow | null,
  events: readonly CustodyEvent[],
): EscapeLine {
  const person = findEscapePerson(db, stayId)
  if (!person) throw new AppError('not_found')
  const incident = row && seenIncidentOf(db, actor, row)
  const told = events.find(({ id }) => id === event.id)
  const facts = told?.kind === 'escaped' ? told.facts : null
  return {
    ...personFieldsOf(person),
    id: event.id,
    incidentId: incident?.id ?? null,
    incidentNumber: incident ? incidentNumber(incident.year, incident.no) : null,
    escapedAt: event.at,
    fromWhere: row?.from_where ?? facts?.fromWhere ?? null,
    lastSeenAt: row?.last_seen_at ?? facts?.lastSeenAt ?? null,
    ...escapeStanding(events, event.id),
    due: listOfStay(db, stayId)
      .filter(({ key, state }) => state === 'scheduled' && key.endsWith(`@${event.at}`))
      .map(({ duty, what, due_at: dueAt }) => ({ duty, what, dueAt }))
      .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1)),
  }
}

/** The escape somebody is away by now; undefined for one who is not. */
export function currentEscapeLine(db: ReadDb, actor: Actor, stayId: string): EscapeLine | undefined {
  const events = listCustodyEvents(db, stayId)
  const event = standingEvents(events).findLast(({ kind }) => kind === 'escaped')
  if (!event) return undefined
  const row = listEscapesOfStay(db, stayId).find(({ id }) => id === event.id) ?? null
  return lineOf(db, actor, stayId, event, row, events)
}

export function escapeLine(db: ReadDb, actor: Actor, row: EscapeRow): EscapeLine {
  const event = { id: row.id, at: row.escaped_at }
  return lineOf(db, actor, row.stay_id, event, row, listCustodyEvents(db, row.stay_id))
}

/** An escape with all that is known of it. */
export function escapeDetail(db: ReadDb, actor: Actor, row: EscapeRow): EscapeDetail {
  const events = listCustodyEvents(db, row.stay_id)
  const line = lineOf(db, actor, row.stay_id, { id: row.id, at: row.escaped_at }, row, events)
  const sheet = sheetOf(db, row.stay_id)?.body
  const sightings: Sighting[] = JSON.parse(row.sightings)
  return {
    ...line,
    direction: row.direction,
    clothes: row.clothes,
    looks: row.looks,
    likelyPlaces: row.likely_places,
    heightCm: row.height_cm ?? sheet?.heightCm ?? null,
    weightKg: row.weight_kg ?? sheet?.weightKg ?? null,
    sightings,
    ...lawOfEscape(readRuleBook(db), {
      track: line.track,
      at: row.escaped_at,
      isFromFuneral: isFromFuneral(db, row, events),
    }),
    version: row.version,
  }
}

function isFromFuneral(db: ReadDb, row: EscapeRow, events: readonly CustodyEvent[]): boolean {
  const initialTrack = findStayFacts(db, row.stay_id)?.initialTrack
  if (initialTrack === undefined) return false
  const { timeline } = replayCustody(events, { initialTrack })
  const index = timeline.findIndex(({ state, from }) => state === 'escaped' && from === row.escaped_at)
  return timeline[index - 1]?.outKind === 'funeral'
}
