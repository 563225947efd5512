import { refuse, type Refusal } from './limit.ts'
import type { VisitCase } from './visit-case.ts'

/** Rules about who: at least one, not shut out, known or proving kinship with a paper. */
export function judgeGuests({ asked, rule }: VisitCase): Refusal[] {
  const found: Refusal[] = []
  if (asked.guests.length === 0) {
    const said = { code: 'visit-nobody', fact: 'Chưa chọn người thăm', remedy: 'Chọn ít nhất một người.' }
    found.push(refuse(null, { ...said, field: 'guests' }))
  }
  const known = rule('DAY-17f')
  for (const guest of asked.guests) {
    if (guest.banReason !== null) {
      const fact = `${guest.name} đang bị cấm vào thăm: ${guest.banReason}`
      const remedy = 'Bỏ người này khỏi lượt thăm; Trưởng cơ sở bỏ lệnh cấm nếu không còn lý do.'
      found.push(refuse(null, { code: 'visit-banned', fact, remedy, field: 'guests' }))
    }
    if (known && (!guest.isKnown || !guest.hasPaper)) {
      const missing = !guest.isKnown ? 'chưa chứng minh quan hệ' : 'chưa có số giấy tờ tùy thân'
      const fact = `${guest.name} ${missing}; người thăm phải có tên trong sổ theo dõi hoặc chứng minh quan hệ, xuất trình giấy tờ`
      const remedy = 'Mở “Sửa” ở người này, ghi giấy tờ tùy thân và giấy tờ chứng minh quan hệ.'
      found.push(refuse(known, { code: 'visit-unknown-guest', fact, remedy, field: 'guests' }))
    }
  }
  return found
}

/** People kept apart do not meet over a visit: neither through a visitor nor in the same room. */
export function judgePair({ asked }: VisitCase): Refusal[] {
  const found: Refusal[] = []
  for (const { name, keptApartFrom } of asked.guests) {
    if (keptApartFrom === null || asked.isKeepApartAllowed) continue
    const fact = `${name} là người thân của ${keptApartFrom}, người đang ghi “không xếp chung” với học viên này`
    const remedy = 'Chọn người khác; nếu là người thân chung thì Trưởng cơ sở cho phép ở lượt này.'
    found.push(refuse(null, { code: 'visit-keep-apart', fact, remedy, field: 'guests' }))
  }
  for (const other of asked.pairInRoom) {
    const fact = `${other}, người đang ghi “không xếp chung” với học viên này, được thăm cùng giờ, cùng phòng`
    found.push(
      refuse(null, {
        code: 'visit-pair-in-room',
        fact,
        remedy: 'Chọn phòng khác hoặc giờ khác.',
        field: 'roomId',
      }),
    )
  }
  if (asked.inRoom >= asked.roomCapacity) {
    const fact = `Phòng đã có ${asked.inRoom} lượt vào giờ này, sức chứa ${asked.roomCapacity} lượt`
    const remedy = 'Chọn phòng khác hoặc giờ khác.'
    found.push(refuse(null, { code: 'visit-room-full', fact, remedy, field: 'roomId' }))
  }
  return found
}
