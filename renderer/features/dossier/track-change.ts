import type { CustodyLineEvent } from '#domain/contract/custody.ts'
import type { PersonFile, PersonStay } from '#domain/contract/person-shapes.ts'
import type { CustodyEvent } from '#domain/custody/custody-event.ts'
import { storedBirth } from '#domain/people/birth.ts'
import { clockOfStay, type ClockOfStay, type ClockRules } from '#domain/stay/clock-of-stay.ts'
import type { Track } from '#domain/stay/track.ts'
import type { Day } from '#domain/time/day.ts'
import type { Instant } from '#domain/time/instant.ts'

/** A decision on somebody held, as typed and not yet saved. */
export interface TrackChange {
  eventId: string
  at: Instant
  track: Exclude<Track, 'held'>
  decision: { number: string; on: Day; issuer: string }
  startOn: Day
  termMonths: number | null
}

/** The clock as it will stand once the change is saved, by the rules the hub computes with. */
export function clockAfter(
  file: Pick<PersonFile, 'birth'>,
  stay: PersonStay,
  line: readonly CustodyLineEvent[],
  { eventId, at, track, decision, startOn, termMonths }: TrackChange,
  rules: ClockRules,
): ClockOfStay {
  const before = line.map((event, index): CustodyEvent => ({
    ...event.act,
    id: event.id,
    stayId: stay.id,
    seq: index + 1,
    at: event.at,
    recordedAt: event.recordedAt,
  }))
  const change: CustodyEvent = {
    kind: 'track-changed',
    facts: { track, decision, startOn, ...(termMonths !== null && { termMonths }) },
    id: eventId,
    stayId: stay.id,
    seq: before.length + 1,
    at,
    recordedAt: at,
  }
  return clockOfStay({ ...stay, birthOn: storedBirth(file.birth).birthOn }, [...before, change], rules)
}
