import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { bedFinder, findStayFacts, listCustodyEvents } from '#db/queries/custody/reader.ts'
import { listRecorders } from '#db/queries/custody/recorders.ts'
import type { CustodyLine, CustodyLineEvent } from '#domain/contract/custody.ts'
import type { CustodyEvent } from '#domain/custody/custody-event.ts'
import { positionOf } from '#domain/custody/custody-span.ts'
import type { CustodyAct } from '#domain/custody/facts.ts'
import { replayCustody } from '#domain/custody/replay.ts'
import { possibleEvents } from '#domain/custody/transitions.ts'
import { AppError } from '#domain/errors.ts'

/** The whole line of a stay, corrections beside what they cancelled, and what may happen next. @throws AppError `not_found` */
export function lineOfStay(db: ReadDb, stayId: string): CustodyLine {
  const facts = findStayFacts(db, stayId)
  if (!facts) throw new AppError('not_found')
  const events = listCustodyEvents(db, stayId)
  const { current } = replayCustody(events, { initialTrack: facts.initialTrack })
  const position = positionOf(current)
  const findBed = bedFinder(db)
  const recorders = listRecorders(db, stayId)
  const names = actorNames(db, [...new Set([...recorders.values()].map(({ by }) => by))])
  const nameOf = (eventId: string) => {
    const key = recorders.get(eventId)?.by ?? ''
    return names.get(key) ?? key
  }
  const cancelled = new Map(events.flatMap((event) => cancellation(event, nameOf)))
  return {
    stayId,
    personId: facts.personId,
    name: facts.name,
    position,
    sinceAt: current?.since ?? null,
    bedCode: current?.bedId ? (findBed(current.bedId)?.code ?? null) : null,
    possible: possibleEvents(position, current !== null && current.bedId !== null),
    events: events.map((event): CustodyLineEvent => ({
      id: event.id,
      kind: event.kind,
      at: event.at,
      recordedAt: event.recordedAt,
      recordedBy: nameOf(event.id),
      act: actOf(event),
      bedCode: 'bedId' in event.facts ? (findBed(event.facts.bedId)?.code ?? null) : null,
      cancelled: cancelled.get(event.id) ?? null,
    })),
  }
}

function cancellation(
  event: CustodyEvent,
  nameOf: (eventId: string) => string,
): [string, NonNullable<CustodyLineEvent['cancelled']>][] {
  if (event.kind !== 'corrected') return []
  return [[event.facts.cancels, { why: event.facts.why, at: event.recordedAt, by: nameOf(event.id) }]]
}

/** The event without when and to whom. */
function actOf({ kind, facts }: CustodyEvent): CustodyAct {
  return { kind, facts } as CustodyAct
}
