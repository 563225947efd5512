import { formatInstant, type Instant } from '../time/instant.ts'
import { OUT_KIND_LABELS, type CustodyState, type OutKind } from './event-kinds.ts'

/** Where somebody on the roll is, as far as one sentence says it. */
export interface PresentPlace {
  state: CustodyState
  outKind: OutKind | null
  bedCode: string | null
  zoneName: string | null
  sinceAt: Instant
  receivedAt: Instant
}

/** “ở giường A1-02, Khu A, tiếp nhận lúc 14:02 22/11/2026”: the end of a sentence that begins with the name. */
export function whereNow(place: PresentPlace): string {
  const received = `tiếp nhận lúc ${formatInstant(place.receivedAt)}`
  const bed = place.bedCode === null ? 'chưa xếp giường' : `giường ${place.bedCode}`
  const zone = place.zoneName === null ? '' : `, ${place.zoneName}`
  switch (place.state) {
    case 'inside':
      return `đang trong cơ sở, ${bed}${zone}, ${received}`
    case 'out': {
      const kind = place.outKind === null ? 'ra ngoài' : OUT_KIND_LABELS[place.outKind].toLowerCase()
      return `đang ra ngoài (${kind}) từ ${formatInstant(place.sinceAt)}, vẫn có trong danh sách, ${received}`
    }
    case 'escaped':
      return `đang bỏ trốn từ ${formatInstant(place.sinceAt)}. Ghi “Bắt lại, trở lại” vào đợt đang có, không tiếp nhận mới`
    case 'interrupted':
      return `đang chấp hành án phạt tù từ ${formatInstant(place.sinceAt)}. Ghi “Tiếp tục” vào đợt đang có`
    default:
      return 'không có trong danh sách'
  }
}
