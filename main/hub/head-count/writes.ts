import { actorNames } from '#db/queries/audit/reader.ts'
import { findStayFacts } from '#db/queries/custody/reader.ts'
import { occupantsOfZone } from '#db/queries/head-count/occupants.ts'
import { findHeadCountById, findVariance, isEventCancelled } from '#db/queries/head-count/reader.ts'
import {
  insertHeadCount,
  insertVariance,
  putCountedRoom,
  withdrawVariance,
} from '#db/queries/head-count/writer.ts'
import type { headCountContract } from '#domain/contract/head-count.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { judgeVariance } from '#domain/head-count/explain-room.ts'
import { formatInstant, type Instant } from '#domain/time/instant.ts'
import type { WriteUseCases } from '../use-case.ts'
import { recordEscapes } from '../escapes/record-escapes.ts'
import { handOverOf } from './hand-over.ts'
import { openZone, roomOf, SIGNED } from './open-zone.ts'

/** When a room was counted. @throws AppError `rule_violated` for a minute outside the hand-over */
function countedAt(at: Instant | null, shiftFrom: Instant, now: Instant): Instant {
  if (at === null) return now
  if (at > now || at < shiftFrom) {
    const message = `Giờ đếm phải sau ${formatInstant(shiftFrom)} và không ở tương lai.`
    throw ruleViolated([{ code: 'count-minute', field: 'at', message }])
  }
  return at
}

export const headCountWrites: WriteUseCases<typeof headCountContract> = {
  enter: (db, context, input) => {
    const zone = openZone(db, context, input)
    const room = roomOf(zone, input.roomId)
    if (room.version !== input.version) {
      throw new AppError('conflict', `Phòng ${room.code} vừa được máy khác đếm.`, {
        current: { counted: room.counted, version: room.version },
        ...(room.countedBy === null ? {} : { changedBy: room.countedBy }),
        ...(room.countedAt === null ? {} : { changedAt: room.countedAt }),
      })
    }
    if (room.lines.length > 0 && room.counted !== input.counted) {
      const message = `Phòng ${room.code} đã có giải trình. Rút dòng giải trình trước khi sửa số đếm.`
      throw ruleViolated([{ code: 'count-explained', field: 'counted', message }])
    }
    const { giving } = handOverOf(db, input.shiftAt)
    const at = countedAt(input.at, giving.at, context.now)
    const { now, actor } = context
    const id = zone.count?.id ?? context.newId()
    if (!zone.count) {
      insertHeadCount(db, {
        id,
        zone_id: input.zoneId,
        shift_at: input.shiftAt,
        opened_at: now,
        opened_by: actor.key,
      })
    }
    const there = occupantsOfZone(db, input.zoneId, new Map([[input.roomId, at]])).get(input.roomId) ?? []
    const version = room.version + 1
    putCountedRoom(db, {
      head_count_id: id,
      room_id: input.roomId,
      counted: input.counted,
      expected: JSON.stringify(there.map(({ stayId }) => stayId)),
      counted_at: at,
      counted_by: actor.key,
      version,
    })
    context.audit({
      action: 'count.entered',
      subject: { kind: 'head-count', id },
      facts: { room: room.code, count: input.counted, before: room.counted, computed: there.length },
    })
    context.changed('head-count', input.zoneId)
    return { version }
  },
  explain: (db, context, input) => {
    const zone = openZone(db, context, input)
    const room = roomOf(zone, input.roomId)
    const { direction, reason, stayId, note } = input
    const problems = judgeVariance({ direction, reason, stayId, note }, room)
    if (problems.length > 0) throw ruleViolated(problems)
    const facts = stayId === null ? undefined : findStayFacts(db, stayId)
    if (stayId !== null && (!facts || facts.isCancelled)) throw new AppError('not_found')
    if (reason === 'escaped' && stayId !== null && room.countedAt !== null) {
      recordEscapes(db, context, {
        incidentId: input.incidentId ?? context.newId(),
        escapes: [{ eventId: input.eventId ?? context.newId(), stayId, lineId: input.id }],
        at: room.countedAt,
        lastSeenAt: null,
        fromWhere: `Phòng ${room.code}`,
        account: null,
        direction: null,
        clothes: null,
        looks: null,
        likelyPlaces: null,
        count: { zoneId: input.zoneId, shiftAt: input.shiftAt },
        outingId: null,
        note,
      })
      return { id: input.id }
    }
    insertVariance(db, {
      id: input.id,
      head_count_id: zone.id,
      room_id: input.roomId,
      direction,
      reason,
      stay_id: stayId,
      event_id: null,
      note,
      recorded_at: context.now,
      recorded_by: context.actor.key,
      withdrawn_at: null,
      withdrawn_by: null,
    })
    context.audit({
      action: 'count.explained',
      subject: { kind: 'head-count', id: zone.id },
      ...(facts ? { personId: facts.personId } : {}),
      facts: { room: room.code, line: input.id },
    })
    context.changed('head-count', input.zoneId)
    return { id: input.id }
  },
  withdraw: (db, context, { id }) => {
    const line = findVariance(db, id)
    const count = line && findHeadCountById(db, line.head_count_id)
    if (!line || !count) throw new AppError('not_found')
    if (count.signed_at !== null) throw ruleViolated([{ code: 'count-signed', message: SIGNED }])
    if (line.event_id !== null && !isEventCancelled(db, line.stay_id ?? '', line.event_id)) {
      const [name] = actorNames(db, [line.recorded_by]).values()
      const message = `${name} đã ghi bỏ trốn cùng dòng này. Đính chính việc bỏ trốn ở dòng đời của học viên rồi rút dòng.`
      throw ruleViolated([{ code: 'variance-event', message }])
    }
    withdrawVariance(db, id, { at: context.now, key: context.actor.key })
    context.audit({
      action: 'count.withdrawn',
      subject: { kind: 'head-count', id: count.id },
      facts: { line: id },
    })
    context.changed('head-count', count.zone_id)
    return { id }
  },
}
