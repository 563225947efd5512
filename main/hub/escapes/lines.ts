import type { ReadDb } from '#db/connection/handles.ts'
import { findStayFacts, listCustodyEvents } from '#db/queries/custody/reader.ts'
import { findEscapePerson, listEscapesOfStay, type EscapeRow } from '#db/queries/escapes/reader.ts'
import { listOfStay } from '#db/queries/obligations/reader.ts'
import { findIncident } from '#db/queries/incidents/reader.ts'
import { listMarks, listRelatives } from '#db/queries/intake/taken.ts'
import { listAddresses, listPapers } from '#db/queries/people/reader.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { sheetOf } from '../dossier/sheets.ts'
import type { EscapeDetail, EscapeLine } from '#domain/contract/escape-shapes.ts'
import type { CustodyEvent } from '#domain/custody/custody-event.ts'
import { replayCustody } from '#domain/custody/replay.ts'
import { AppError } from '#domain/errors.ts'
import { escapeStanding, standingEvents } from '#domain/incidents/escape-standing.ts'
import { incidentNumber } from '#domain/incidents/incident-kinds.ts'
import type { Sighting } from '#domain/incidents/last-sightings.ts'
import { missingForSearch } from '#domain/incidents/missing-for-search.ts'
import { owesSearchDecision } from '#domain/incidents/owed-papers.ts'
import type { Track } from '#domain/stay/track.ts'
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
  const { standing, recoveredAt } = escapeStanding(events, event.id)
  const facts = told?.kind === 'escaped' ? told.facts : null
  return {
    ...personFieldsOf(person),
    id: event.id,
    incidentId: incident?.id ?? null,
    incidentNumber: incident ? incidentNumber(incident.year, incident.no) : null,
    escapedAt: event.at,
    fromWhere: row?.from_where ?? facts?.fromWhere ?? null,
    lastSeenAt: row?.last_seen_at ?? facts?.lastSeenAt ?? null,
    standing,
    recoveredAt,
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
  const heightCm = row.height_cm ?? sheet?.heightCm ?? null
  const weightKg = row.weight_kg ?? sheet?.weightKg ?? null
  const sightings: Sighting[] = JSON.parse(row.sightings)
  return {
    ...line,
    direction: row.direction,
    clothes: row.clothes,
    looks: row.looks,
    likelyPlaces: row.likely_places,
    heightCm,
    weightKg,
    sightings,
    ...lawOf(db, row, { track: line.track, events }),
    missing: missingOf(db, row, { ...line, heightCm, weightKg }),
    recoveryId: escapeStanding(events, row.id).recoveryId,
    version: row.version,
  }
}

interface Known {
  track: Track
  events: readonly CustodyEvent[]
}

function lawOf(db: ReadDb, row: EscapeRow, { track, events }: Known) {
  return lawOfEscape(readRuleBook(db), {
    track,
    at: row.escaped_at,
    isFromFuneral: isFromFuneral(db, row, events),
  })
}

/** Must the head still decide on the search for this escape, whatever papers there are? */
export function owesSearch(db: ReadDb, row: EscapeRow): boolean {
  const events = listCustodyEvents(db, row.stay_id)
  const track = findEscapePerson(db, row.stay_id)?.track
  if (track === undefined) return false
  const { search } = lawOf(db, row, { track, events })
  return owesSearchDecision({ ...escapeStanding(events, row.id), search })
}

/** What the decision on the search asks for and the record lacks (INC-09). */
function missingOf(
  db: ReadDb,
  { person_id: personId }: EscapeRow,
  known: Pick<EscapeDetail, 'birthOn' | 'photoId' | 'heightCm' | 'weightKg'>,
): string[] {
  const papers = listPapers(db, personId)
  const addresses = listAddresses(db, personId)
  return missingForSearch({
    ...known,
    paper: papers.find(({ superseded_at: gone }) => gone === null) ?? null,
    permanentAddress: addresses.some(
      ({ kind, superseded_at: gone }) => kind === 'permanent' && gone === null,
    ),
    marks: listMarks(db, personId),
    relatives: listRelatives(db, personId),
  })
}

function isFromFuneral(db: ReadDb, row: EscapeRow, events: readonly CustodyEvent[]): boolean {
  const initialTrack = findStayFacts(db, row.stay_id)?.initialTrack
  if (initialTrack === undefined) return false
  const { timeline } = replayCustody(events, { initialTrack })
  const index = timeline.findIndex(({ state, from }) => state === 'escaped' && from === row.escaped_at)
  return timeline[index - 1]?.outKind === 'funeral'
}
