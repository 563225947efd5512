import type { WriteDb } from '#db/connection/handles.ts'
import { recordCustodyEvents } from '#db/queries/custody/writer.ts'
import { AppError, ruleViolated, type Problem } from '#domain/errors.ts'
import { DEFAULT_PLACEMENT_SETTINGS } from '#domain/placement/assess-bed.ts'
import { checkSwap, type SwapSide } from '#domain/placement/check-swap.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { WriteContext } from '../use-case.ts'
import { keptApartOf, placementPerson, RoomsNow } from './bed-questions.ts'
import { lodgerInside } from './reads.ts'

/** One of the two: who, the bed he or she was seen in, and the id of the event to be. */
interface Side {
  eventId: string
  stayId: string
  bedId: string
}

function swapSide(db: WriteDb, context: WriteContext, rooms: RoomsNow, side: Side): SwapSide {
  const row = lodgerInside(db, side.stayId)
  const found = rooms.bed(side.bedId)
  if (!found) throw new AppError('not_found', 'Không tìm thấy giường này. Tải lại trang.')
  return {
    person: placementPerson(row, context.now),
    bed: found.bed,
    occupants: found.occupants,
    keepApart: keptApartOf(db, row.person_id),
  }
}

/**
 * Two people change beds in one act; neither is for a moment without one.
 * @throws AppError `rule_violated` when a rule forbids either side, or a soft one is not explained; `not_found`
 */
export function swapBeds(
  db: WriteDb,
  context: WriteContext,
  input: { sides: [Side, Side]; reason: string | null; at: Instant | null },
): { events: { stayId: string; eventId: string }[] } {
  const rooms = new RoomsNow(db, context.now)
  const [a, b] = input.sides
  const first = swapSide(db, context, rooms, a)
  const second = swapSide(db, context, rooms, b)
  const { hard, soft } = checkSwap(first, second, DEFAULT_PLACEMENT_SETTINGS)
  if (hard.length > 0) throw ruleViolated(hard)
  const { reason } = input
  if (soft.length > 0 && reason === null) {
    throw ruleViolated(soft.map((problem): Problem => ({ ...problem, field: 'reason' })))
  }
  const at = input.at ?? context.now
  const shared = {
    ...(reason === null ? {} : { reason }),
    ...(soft.length === 0 ? {} : { overrides: soft.map(({ code }) => ({ code, reason: reason ?? '' })) }),
  }
  recordCustodyEvents(
    db,
    context,
    [
      { mine: a, other: b },
      { mine: b, other: a },
    ].map(({ mine, other }) => ({
      id: mine.eventId,
      stayId: mine.stayId,
      at,
      act: { kind: 'swapped', facts: { bedId: other.bedId, withStayId: other.stayId, ...shared } },
    })),
  )
  for (const { side, person } of [
    { side: a, person: first.person },
    { side: b, person: second.person },
  ]) {
    context.audit({
      action: 'custody.swapped',
      subject: { kind: 'stay', id: side.stayId },
      personId: person.personId,
      facts: { event: side.eventId, from: side.bedId, overrides: soft.length },
    })
    context.changed('custody', side.stayId)
  }
  return { events: input.sides.map(({ stayId, eventId }) => ({ stayId, eventId })) }
}
