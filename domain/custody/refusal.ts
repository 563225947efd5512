import type { Problem } from '../errors.ts'
import { formatInstant, type Instant } from '../time/instant.ts'
import { CUSTODY_EVENT_LABELS, type EndingKind } from './event-kinds.ts'
import { CUSTODY_POSITION_LABELS, type CustodyMove, type CustodyPosition } from './transitions.ts'

/** Why an event cannot have happened. `cause` goes after a colon; `message` is the whole sentence. */
export interface CustodyProblem extends Problem {
  cause: string
  eventId: string
}

/** What is known of a stay at the moment an impossible event claims to happen. */
export interface RefusedMove {
  kind: CustodyMove
  position: CustodyPosition
  /** Since when the stay stands there; null before reception. */
  since: Instant | null
  /** When the stay's reception is recorded, if anywhere on its line. */
  receivedAt: Instant | null
  endedKind: EndingKind | null
}

/** `“Bỏ trốn” lúc 14:02 05/03/2026`: how an event is named in a sentence. */
export function nameEvent(kind: keyof typeof CUSTODY_EVENT_LABELS, at: Instant): string {
  return `“${CUSTODY_EVENT_LABELS[kind]}” lúc ${formatInstant(at)}`
}

/** The stable code and the reason, in words, why a move is impossible from where the stay stands. */
export function refuseMove(refused: RefusedMove): { code: string; cause: string } {
  const { kind, position, endedKind } = refused
  const since = refused.since === null ? '' : ` từ ${formatInstant(refused.since)}`
  if (position === 'expected') {
    const known = refused.receivedAt === null ? '' : ` (tiếp nhận lúc ${formatInstant(refused.receivedAt)})`
    return {
      code: 'before-reception',
      cause: `lúc đó học viên chưa được tiếp nhận${known}. Sửa lại thời điểm hoặc ghi tiếp nhận trước.`,
    }
  }
  if (position === 'ended') {
    const how = endedKind === null ? '' : ` (${CUSTODY_EVENT_LABELS[endedKind]})`
    return {
      code: 'after-end',
      cause: `đợt cai nghiện đã kết thúc${how}${since}. Mở đợt mới nếu học viên vào lại.`,
    }
  }
  switch (kind) {
    case 'received':
    case 'transferred-in':
      return {
        code: 'already-received',
        cause: `học viên đã được tiếp nhận trong đợt này${receivedText(refused)}.`,
      }
    case 'placed':
      if (position === 'in-bed') {
        return { code: 'two-beds', cause: `học viên đang có giường${since}. Dùng “Chuyển giường”.` }
      }
      return placedAway(position, since)
    case 'moved':
    case 'swapped':
      if (position === 'awaiting-bed') return noBed()
      return placedAway(position, since)
    case 'unplaced':
      return noBed()
    case 'left':
      return {
        code: position === 'out' ? 'already-out' : 'not-inside',
        cause: `lúc đó học viên không có trong khu: ${CUSTODY_POSITION_LABELS[position]}${since}. Ghi việc trở lại trước.`,
      }
    case 'returned':
      return {
        code: 'not-out',
        cause: `lúc đó học viên không ở ngoài: ${CUSTODY_POSITION_LABELS[position]}${since}. Ghi việc ra ngoài trước.`,
      }
    case 'escaped':
      return position === 'escaped'
        ? { code: 'already-escaped', cause: `học viên đã bỏ trốn${since}. Ghi việc bắt lại trước.` }
        : notFrom(position, since)
    case 'recovered':
      return {
        code: 'not-escaped',
        cause: `lúc đó học viên không bỏ trốn: ${CUSTODY_POSITION_LABELS[position]}${since}. Ghi việc bỏ trốn trước.`,
      }
    case 'resumed':
      return {
        code: 'not-suspended',
        cause: `lúc đó học viên không tạm đình chỉ: ${CUSTODY_POSITION_LABELS[position]}${since}. Ghi quyết định tạm đình chỉ trước.`,
      }
    case 'continued':
      return {
        code: 'not-interrupted',
        cause: `lúc đó học viên không gián đoạn do án phạt tù: ${CUSTODY_POSITION_LABELS[position]}${since}. Ghi việc gián đoạn trước.`,
      }
    default:
      return notFrom(position, since)
  }
}

function receivedText(refused: RefusedMove): string {
  return refused.receivedAt === null ? '' : ` lúc ${formatInstant(refused.receivedAt)}`
}

function noBed(): { code: string; cause: string } {
  return { code: 'no-bed', cause: 'lúc đó học viên chưa có giường. Xếp giường trước.' }
}

function placedAway(position: CustodyPosition, since: string): { code: string; cause: string } {
  return {
    code: 'placed-while-away',
    cause: `lúc đó học viên không có trong khu: ${CUSTODY_POSITION_LABELS[position]}${since}. Ghi việc trở lại trước khi xếp giường.`,
  }
}

function notFrom(position: CustodyPosition, since: string): { code: string; cause: string } {
  return {
    code: 'not-possible',
    cause: `việc này không thực hiện được khi học viên đang ở trạng thái “${CUSTODY_POSITION_LABELS[position]}”${since}.`,
  }
}
