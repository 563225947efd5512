import type { ReadDb } from '#db/connection/handles.ts'
import { listOpenAlerts } from '#db/queries/alerts/reader.ts'
import { findPersonNow } from '#db/queries/keep-apart/reader.ts'
import { findPerson } from '#db/queries/people/reader.ts'
import type { AlertSpan } from '#domain/alerts/active-alerts.ts'
import type { AlertCode } from '#domain/alerts/alert-codes.ts'
import type { BedChoice } from '#domain/contract/placement.ts'
import { storedBirth, type BirthText } from '#domain/people/birth.ts'
import type { Sex } from '#domain/people/sex.ts'
import { DEFAULT_PLACEMENT_SETTINGS } from '#domain/placement/assess-bed.ts'
import type { KeepApart, KeepApartLevel } from '#domain/placement/keep-apart.ts'
import { lodgingAgeGroup } from '#domain/placement/lodging-age-group.ts'
import type { PlacementPerson } from '#domain/placement/placement-person.ts'
import { rankBeds } from '#domain/placement/rank-beds.ts'
import type { Track } from '#domain/stay/track.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import { keptApartOf, placementAlerts, RoomsNow } from '../placement/bed-questions.ts'
import { bedChoice } from '../placement/lines.ts'

/** Who is about to be received, as far as a bed depends on it. */
export interface Newcomer {
  personId: string | null
  name: string
  birth: BirthText | null
  sex: Sex
  placementSex: Sex | null
  track: Track
  alerts: readonly AlertCode[]
  keepApart: readonly { otherPersonId: string; level: KeepApartLevel }[]
}

/** Free beds for somebody who is not on the roll yet, judged as placement will judge them, best first. */
export function bedsFor(
  db: ReadDb,
  now: Instant,
  newcomer: Newcomer,
  options: { zoneId: string | null; limit: number },
): { beds: BedChoice[]; free: number } {
  const rooms = new RoomsNow(db, now)
  const free = rooms.free(options.zoneId)
  const byRoom = Map.groupBy(free, ({ bed }) => bed.roomId)
  const ranked = rankBeds({
    person: placementOf(db, newcomer, now),
    beds: [...byRoom.values()].flatMap((beds) => beds.slice(0, 1)).map(({ row }) => rooms.withRoom(row)),
    keepApart: pairsOf(db, newcomer),
    settings: DEFAULT_PLACEMENT_SETTINGS,
  })
  const beds = ranked.flatMap((answer) =>
    (byRoom.get(answer.bed.roomId) ?? []).map(({ row, bed }) => bedChoice({ ...answer, bed }, row.zone_name)),
  )
  return { beds: beds.slice(0, options.limit), free: free.length }
}

function placementOf(db: ReadDb, newcomer: Newcomer, now: Instant): PlacementPerson {
  const known = newcomer.personId === null ? undefined : findPerson(db, newcomer.personId)
  const { birthOn, birthPrecision } = storedBirth(newcomer.birth)
  const birth =
    birthOn === null || birthPrecision === null ? null : { on: birthOn, precision: birthPrecision }
  return {
    stayId: '',
    personId: newcomer.personId ?? '',
    name: newcomer.name,
    sex: newcomer.sex,
    placementSex: newcomer.placementSex,
    ageGroup: lodgingAgeGroup({ birth, receivedOn: dayOf(now), endOn: null }, dayOf(now)),
    infectionGroup: known?.infection_group ?? null,
    track: newcomer.track,
    inDetox: false,
    inDiscipline: false,
    alerts: placementAlerts([...alertsOf(db, newcomer), ...raised(newcomer, now)], 'placement', now),
  }
}

function alertsOf(db: ReadDb, { personId }: Newcomer): AlertSpan[] {
  return personId === null ? [] : listOpenAlerts(db, personId)
}

/** Alerts named at the desk, as they will hold from today on. */
function raised({ alerts }: Newcomer, now: Instant): AlertSpan[] {
  return alerts.map((code) => ({ code, fromOn: dayOf(now), toOn: null, closedAt: null }))
}

function pairsOf(db: ReadDb, newcomer: Newcomer): KeepApart[] {
  const known = newcomer.personId === null ? [] : keptApartOf(db, newcomer.personId)
  const named = newcomer.keepApart.flatMap(({ otherPersonId, level }): KeepApart[] => {
    const other = findPersonNow(db, otherPersonId)
    if (!other) return []
    return [
      { otherPersonId, otherName: other.name, level, otherRoomId: other.room_id, otherZoneId: other.zone_id },
    ]
  })
  return [...known, ...named]
}
