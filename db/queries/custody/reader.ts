import type { CustodyEvent } from '#domain/custody/custody-event.ts'
import type { BirthPrecision, Sex } from '#domain/people/sex.ts'
import type { TermRegime, Track } from '#domain/stay/track.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

/** What a stay's row and its person's say that counting, placing and the clock need beside the events. */
export interface StayFacts {
  stayId: string
  personId: string
  personNo: number
  name: string
  sortKey: string
  sex: Sex
  birthOn: string | null
  birthPrecision: BirthPrecision | null
  ordinal: number
  initialTrack: Track
  termRegime: TermRegime | null
  decisionOn: string | null
  startOn: string | null
  termMonths: number | null
  heldFrom: string | null
  isCancelled: boolean
}

const eventsOfStay = prepared<{ stay: string }>()((p) =>
  qb
    .selectFrom('custody_event')
    .select(['seq', 'id', 'stay_id', 'at', 'recorded_at', 'kind', 'facts'])
    .where('stay_id', '=', p.stay)
    .orderBy('at')
    .orderBy('seq'),
)

const factsOfStay = prepared<{ stay: string }>()((p) => stayFactsQuery().where('stay.id', '=', p.stay))

const staysInBed = prepared<{ bed: string }>()((p) =>
  qb.selectFrom('custody_event').select('stay_id').distinct().where('bed_id', '=', p.bed),
)

const placeById = prepared<{ id: string }>()((p) =>
  qb.selectFrom('place').select(['id', 'zone_id', 'room_id', 'full_code']).where('id', '=', p.id),
)

/** Stays with their persons, as {@link toStayFacts} reads them. */
export function stayFactsQuery() {
  return qb
    .selectFrom('stay')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .select([
      'stay.id',
      'stay.person_id',
      'stay.ordinal',
      'stay.initial_track',
      'stay.term_regime',
      'stay.decision_on',
      'stay.start_on',
      'stay.term_months',
      'stay.held_from',
      'stay.cancelled_at',
      'person.no',
      'person.name',
      'person.sort_key',
      'person.sex',
      'person.birth_on',
      'person.birth_precision',
    ])
}

type StayFactsRow = ReturnType<typeof factsOfStay.all>[number]

export function toStayFacts(row: StayFactsRow): StayFacts {
  return {
    stayId: row.id,
    personId: row.person_id,
    personNo: row.no,
    name: row.name,
    sortKey: row.sort_key,
    sex: row.sex,
    birthOn: row.birth_on,
    birthPrecision: row.birth_precision,
    ordinal: row.ordinal,
    initialTrack: row.initial_track,
    termRegime: row.term_regime,
    decisionOn: row.decision_on,
    startOn: row.start_on,
    termMonths: row.term_months,
    heldFrom: row.held_from,
    isCancelled: row.cancelled_at !== null,
  }
}

/** A row of custody_event as the domain's event. What was stored was checked when it was written. */
export function toCustodyEvent(row: {
  seq: number
  id: string
  stay_id: string
  at: string
  recorded_at: string
  kind: string
  facts: string
}): CustodyEvent {
  return {
    id: row.id,
    stayId: row.stay_id,
    seq: row.seq,
    at: row.at,
    recordedAt: row.recorded_at,
    kind: row.kind,
    facts: JSON.parse(row.facts),
  } as CustodyEvent
}

/** Every event of a stay in order, corrections and what they cancelled included. */
export function listCustodyEvents(db: ReadDb, stayId: string): CustodyEvent[] {
  return eventsOfStay.all(db, { stay: stayId }).map(toCustodyEvent)
}

export function findStayFacts(db: ReadDb, stayId: string): StayFacts | undefined {
  const row = factsOfStay.get(db, { stay: stayId })
  return row ? toStayFacts(row) : undefined
}

/** Stays that were ever put into the bed. */
export function listStaysInBed(db: ReadDb, bedId: string): string[] {
  return staysInBed.all(db, { bed: bedId }).map((row) => row.stay_id)
}

export interface BedPlace {
  zoneId: string
  roomId: string | null
  code: string
}

/** Looks beds up, each once. */
export function bedFinder(db: ReadDb): (bedId: string) => BedPlace | null {
  const known = new Map<string, BedPlace | null>()
  return (bedId) => {
    const found = known.get(bedId)
    if (found !== undefined) return found
    const row = placeById.get(db, { id: bedId })
    const place = row ? { zoneId: row.zone_id, roomId: row.room_id, code: row.full_code } : null
    known.set(bedId, place)
    return place
  }
}
