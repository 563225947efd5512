import { recordCustodyEvents } from '#db/queries/custody/writer.ts'
import type { placementContract } from '#domain/contract/placement.ts'
import type { WriteUseCases } from '../use-case.ts'
import { placeFirst, placePeople } from './place-people.ts'
import { lodgerInside } from './reads.ts'
import { swapBeds } from './swap.ts'

export const placementWrites: WriteUseCases<typeof placementContract> = {
  place: placePeople,
  placeFirst,
  swap: swapBeds,
  unplace: (db, context, input) => {
    const { eventId, stayId, reason } = input
    const row = lodgerInside(db, stayId)
    const at = input.at ?? context.now
    recordCustodyEvents(db, context, [
      { id: eventId, stayId, at, act: { kind: 'unplaced', facts: { reason } } },
    ])
    context.audit({
      action: 'custody.unplaced',
      subject: { kind: 'stay', id: stayId },
      personId: row.person_id,
      facts: { event: eventId, from: row.bed_id },
    })
    context.changed('custody', stayId)
    return { events: [{ stayId, eventId }] }
  },
}
