import type { WriteDb } from '#db/connection/handles.ts'
import { findStayFacts } from '#db/queries/custody/reader.ts'
import type { NewCustodyEvent } from '#db/queries/custody/writer.ts'
import { listOutingsOfPerson } from '#db/queries/goings-out/reader.ts'
import { updateOuting } from '#db/queries/goings-out/writer.ts'
import { listVisitsOf } from '#db/queries/visits/reader.ts'
import { CUSTODY_EVENT_LABELS, ENDING_KINDS } from '#domain/custody/event-kinds.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { tellOuting } from '../goings-out/open-outing.ts'
import type { WriteContext } from '../use-case.ts'
import { stepVisit } from '../visits/write-visit.ts'

/**
 * Ends what was planned with people whose stay has just ended: visits booked from that day on are cancelled, outings
 * nobody left on are withdrawn, each saying how the stay ended. A visit under way is ended at the desk, with its money.
 */
export function dropPlans(db: WriteDb, context: WriteContext, events: readonly NewCustodyEvent[]): void {
  for (const { stayId, at, act } of events) {
    if (!ENDING_KINDS.some((kind) => kind === act.kind)) continue
    const personId = findStayFacts(db, stayId)?.personId
    if (personId === undefined) continue
    const day = dayOf(at)
    const why = `${CUSTODY_EVENT_LABELS[act.kind]} ${formatDay(day)}`
    for (const visit of listVisitsOf(db, personId)) {
      if (visit.stay_id !== stayId || visit.on_day < day) continue
      if (visit.state !== 'booked' && visit.state !== 'waiting') continue
      const { id, version } = visit
      stepVisit(db, context, { id, version, step: 'cancel', outcome: why, money: null })
    }
    for (const outing of listOutingsOfPerson(db, personId)) {
      if (outing.stay_id !== stayId || outing.left_event !== null) continue
      if (outing.withdrawn_at !== null || outing.verdict === 'denied') continue
      updateOuting(db, outing.id, {
        withdrawn_at: context.now,
        withdrawn_by: context.actor.key,
        withdraw_reason: why,
        version: outing.version + 1,
      })
      tellOuting(context, 'withdrawn', outing)
    }
  }
}
