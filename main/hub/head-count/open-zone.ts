import type { WriteDb } from '#db/connection/handles.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { WriteContext } from '../use-case.ts'
import { countedZone, type CountedZone, type ZoneRoom } from './counted-zone.ts'
import { handOverOf, refuseOutsideHours } from './hand-over.ts'

export const SIGNED = 'Hai ca đã ký lần điểm danh này nên không sửa được nữa. Xem phiếu giao ca.'

/** A count that may still be written to. @throws AppError `rule_violated` once signed, `not_found` */
export function openZone(
  db: WriteDb,
  context: WriteContext,
  input: { zoneId: string; shiftAt: Instant },
): CountedZone & { id: string } {
  const { shift } = handOverOf(db, input.shiftAt)
  refuseOutsideHours(db, shift, context.now)
  const zone = countedZone(db, input.zoneId, input.shiftAt)
  if (zone.count && zone.count.signed_at !== null)
    throw ruleViolated([{ code: 'count-signed', message: SIGNED }])
  return { ...zone, id: zone.count?.id ?? '' }
}

/** @throws AppError `not_found` */
export function roomOf(zone: CountedZone, roomId: string): ZoneRoom {
  const room = zone.rooms.find((one) => one.roomId === roomId)
  if (!room) throw new AppError('not_found', 'Phòng này không còn trong khu. Tải lại trang.')
  return room
}
