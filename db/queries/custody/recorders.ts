import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

const recorders = prepared<{ stay: string }>()((p) =>
  qb.selectFrom('custody_event').select(['id', 'recorded_by', 'post']).where('stay_id', '=', p.stay),
)

const stayOfEvent = prepared<{ id: string }>()((p) =>
  qb.selectFrom('custody_event').select(['stay_id', 'kind']).where('id', '=', p.id),
)

/** Who wrote each event of a stay, as an actor's key, and at which desk; by event id. */
export function listRecorders(db: ReadDb, stayId: string): Map<string, { by: string; post: string | null }> {
  return new Map(
    recorders.all(db, { stay: stayId }).map((row) => [row.id, { by: row.recorded_by, post: row.post }]),
  )
}

/** The stay an event belongs to and what it is. */
export function findEventStay(db: ReadDb, eventId: string) {
  return stayOfEvent.get(db, { id: eventId })
}
