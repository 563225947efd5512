import type { ConductRating } from '../care/conduct.ts'
import type { Day } from '../time/day.ts'
import type { Instant } from '../time/instant.ts'
import type { VisitKind } from './contact-codes.ts'
import type { contactRule, ContactSettings } from './limit.ts'
import type { ContactRestriction } from './restriction.ts'

/** One who wants to visit. */
export interface Guest {
  name: string
  isSpouse: boolean
  /** In the register for this person with a kinship that was seen or that the dossier names. */
  isKnown: boolean
  /** An identity paper with its number is on record. */
  hasPaper: boolean
  /** Why the visitor is shut out; null when not. */
  banReason: string | null
  /** Somebody of the centre the person visited is kept apart from and to whom this visitor belongs, or who it is. */
  keptApartFrom: string | null
}

/** A visit asked for, with everything its rules look at. */
export interface AskedVisit {
  kind: VisitKind
  startsAt: Instant
  minutes: number
  guests: readonly Guest[]
  /** The head agrees to more people than usual. */
  isSpecial: boolean
  /** The head agrees although a visitor belongs to somebody kept apart. */
  isKeepApartAllowed: boolean
  /** Day of reception of the stay; null when not received. */
  receivedOn: Day | null
  /** Days of the visits of the person that count, without this one. */
  earlier: readonly { kind: VisitKind; on: Day }[]
  restrictions: readonly ContactRestriction[]
  /** Ratings of the last three months, newest first; null where none were kept. */
  ratings: readonly ConductRating[] | null
  /** People kept apart from this one who are visited in the same room at the same time. */
  pairInRoom: readonly string[]
  /** Visits in the room at the time, without this one, and how many it holds. */
  inRoom: number
  roomCapacity: number
}

/** A visit that is judged, with the rules of its day. */
export interface VisitCase {
  asked: AskedVisit
  on: Day
  rule: (id: string) => ReturnType<typeof contactRule>
  settings: ContactSettings
}
