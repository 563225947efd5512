import type { AlertFace } from '../alerts/alert-codes.ts'
import type { BirthPrecision, Sex } from '../people/sex.ts'
import type { Track } from '../stay/track.ts'
import { ageOn, type Day } from '../time/day.ts'
import type { Instant } from '../time/instant.ts'
import type { Capacity } from './capacity.ts'
import type { AgeGroup, InfectionGroup, LegalZoneKind } from './zone-kinds.ts'

/** What placement needs to know of a person, and nothing more: no diagnosis, only that someone is kept apart. */
export interface PlacementPerson {
  stayId: string
  personId: string
  name: string
  /** As on the papers. */
  sex: Sex
  /** The bodily sex where it differs from the papers, else null (L120 Điều 46.2h). */
  placementSex: Sex | null
  /**
   * Null when the birth date does not tell. Someone who turned 18 with less than three months left goes on being
   * lodged as a minor (L120 Điều 36.4): the caller says so here.
   */
  ageGroup: AgeGroup | null
  infectionGroup: InfectionGroup | null
  track: Track
  /** In the stage of detox and treatment (giai đoạn cắt cơn). */
  inDetox: boolean
  /** Under a discipline decision "đưa vào khu dành riêng". */
  inDiscipline: boolean
  /** Alerts that are to be read before a bed is given; a medical one only as that there is one. */
  alerts: readonly AlertFace[]
}

/** A person who holds a bed in the room looked at: lying in it, or out with the bed reserved. */
export interface Occupant extends PlacementPerson {
  bedId: string
  since: Instant
}

/** A bed with what its room and zone say about who belongs there. */
export interface PlacementBed {
  bedId: string
  /** As people say it: A2-05. */
  code: string
  roomId: string
  roomCode: string
  zoneId: string
  zoneKind: LegalZoneKind | null
  /** From the room or else what it stands in; null = not fixed, then who lies there decides. */
  sex: Sex | null
  ageGroup: AgeGroup | null
  infectionGroup: InfectionGroup | null
  /** A room for one person whose body differs from the papers. */
  isPrivate: boolean
  /** Of the room; null = not counted yet. */
  capacity: Capacity | null
  outage: { reason: string; backOn: Day | null } | null
}

/** A bed with everybody who holds a bed of its room. */
export interface BedWithRoom {
  bed: PlacementBed
  occupants: readonly Occupant[]
}

/** The sex by which a person is lodged: the bodily one where it differs from the papers. */
export function lodgingSex({ sex, placementSex }: Pick<PlacementPerson, 'sex' | 'placementSex'>): Sex {
  return placementSex ?? sex
}

/** True where the body differs from the papers, so that a private room is due (L73 Điều 35.3; L120 Điều 46.2h). */
export function needsPrivateRoom({
  sex,
  placementSex,
}: Pick<PlacementPerson, 'sex' | 'placementSex'>): boolean {
  return placementSex !== null && placementSex !== sex
}

/**
 * The age group on a day, or null where the birth date is unknown or too rough to tell. A date known to the month
 * or year only may be any day of it.
 */
export function ageGroupOn(birth: { on: Day; precision: BirthPrecision } | null, day: Day): AgeGroup | null {
  if (birth === null) return null
  const { first, last } = possibleBirthDays(birth.on, birth.precision)
  if (ageOn(last, day) >= 18) return 'adult'
  return ageOn(first, day) < 18 ? 'minor' : null
}

function possibleBirthDays(on: Day, precision: BirthPrecision): { first: Day; last: Day } {
  if (precision === 'year') return { first: `${on.slice(0, 4)}-01-01`, last: `${on.slice(0, 4)}-12-31` }
  if (precision === 'month') return { first: `${on.slice(0, 7)}-01`, last: `${on.slice(0, 7)}-31` }
  return { first: on, last: on }
}
