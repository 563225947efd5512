import type { WriteDb } from '#db/connection/handles.ts'
import { insertVariance } from '#db/queries/head-count/writer.ts'
import type { WriteContext } from '../use-case.ts'
import type { CountedZone } from './counted-zone.ts'

/** Whom a count lacks because they escaped: the room they were to be counted in, and the event that says so. */
export interface EscapedFromCount {
  stayId: string
  eventId: string
  personId: string
  /** Id of the line, when the desk made one. */
  lineId?: string
  note?: string | null
}

/**
 * Writes a line of explanation for everybody whom a counted room still lacks. Somebody of a room that was not counted
 * yet, or of another zone, needs none: the roll no longer has them there.
 */
export function explainByEscape(
  db: WriteDb,
  context: WriteContext,
  zone: CountedZone & { id: string },
  escaped: readonly EscapedFromCount[],
): number {
  let written = 0
  for (const room of zone.rooms) {
    if (room.counted === null) continue
    let left = room.left
    for (const one of escaped) {
      const isNamed = room.lines.some(({ stayId }) => stayId === one.stayId)
      if (left >= 0 || isNamed || !room.expected.includes(one.stayId)) continue
      left += 1
      written += 1
      const id = one.lineId ?? context.newId()
      insertVariance(db, {
        id,
        head_count_id: zone.id,
        room_id: room.roomId,
        direction: 'missing',
        reason: 'escaped',
        stay_id: one.stayId,
        event_id: one.eventId,
        note: one.note ?? null,
        recorded_at: context.now,
        recorded_by: context.actor.key,
        withdrawn_at: null,
        withdrawn_by: null,
      })
      context.audit({
        action: 'count.explained',
        subject: { kind: 'head-count', id: zone.id },
        personId: one.personId,
        facts: { room: room.code, line: id },
      })
    }
  }
  if (written > 0) context.changed('head-count', zone.zone.id)
  return written
}
