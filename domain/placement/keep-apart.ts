import type { Problem } from '../errors.ts'

/** How far apart two people are lodged (không xếp chung): never in one room, or not even in one zone. */
export const KEEP_APART_LEVELS = ['room', 'zone'] as const
export type KeepApartLevel = (typeof KEEP_APART_LEVELS)[number]

export const KEEP_APART_LEVEL_LABELS: Record<KeepApartLevel, string> = {
  room: 'Không cùng phòng',
  zone: 'Không cùng khu',
}

/** Where two people may be brought together. Lodging follows the level; lessons and visits are asked for beside it. */
export const KEEP_APART_SCOPES = ['room', 'zone', 'class', 'visit'] as const
export type KeepApartScope = (typeof KEEP_APART_SCOPES)[number]

export const KEEP_APART_SCOPE_LABELS: Record<KeepApartScope, string> = {
  ...KEEP_APART_LEVEL_LABELS,
  class: 'Không cùng lớp, buổi sinh hoạt',
  visit: 'Không cùng buổi thăm gặp',
}

/** What one of a pair is in the matter between them. */
export const KEEP_APART_ROLES = ['threatened', 'threatening', 'both', 'neither', 'unknown'] as const
export type KeepApartRole = (typeof KEEP_APART_ROLES)[number]

export const KEEP_APART_ROLE_LABELS: Record<KeepApartRole, string> = {
  threatened: 'Người cần bảo vệ',
  threatening: 'Người gây hấn',
  both: 'Hai bên mâu thuẫn',
  neither: 'Không bên nào có lỗi',
  unknown: 'Chưa rõ',
}

/** Why two people are kept apart, from the list; the reason beside it is in words. */
export const KEEP_APART_GROUNDS = [
  'fight',
  'threat',
  'same-case',
  'relatives',
  'authority',
  'own-request',
  'other',
] as const
export type KeepApartGround = (typeof KEEP_APART_GROUNDS)[number]

export const KEEP_APART_GROUND_LABELS: Record<KeepApartGround, string> = {
  fight: 'Mâu thuẫn, đánh nhau',
  threat: 'Đe dọa, ép buộc, cưỡng đoạt',
  'same-case': 'Cùng vụ án, vụ việc',
  relatives: 'Người thân trong gia đình',
  authority: 'Yêu cầu của cơ quan có thẩm quyền',
  'own-request': 'Học viên đề nghị',
  other: 'Lý do khác',
}

/** Someone the person to be placed is kept apart from, and where that one's bed is now. */
export interface KeepApart {
  otherPersonId: string
  otherName: string
  level: KeepApartLevel
  otherRoomId: string | null
  otherZoneId: string | null
}

/** An open pair, as far as it says where the two may not be together. */
export interface KeepApartPair {
  id: string
  personA: string
  personB: string
  level: KeepApartLevel
  inClass: boolean
  inVisit: boolean
}

/** Two of a group who are not to be together there. `message` names both and says what to do. */
export interface KeepApartConflict extends Problem {
  pairId: string
  one: { personId: string; name: string }
  other: { personId: string; name: string }
  /** Zones ask for a reason; rooms, lessons and visits forbid. */
  isHard: boolean
}

/** People who would be together in one room, zone, lesson or visit, and the open pairs among them. */
export interface KeepApartQuestion {
  scope: KeepApartScope
  /** How the place is called in the sentence: `phòng A1`, `lớp Xóa mù chữ`, `buổi thăm 09:00`. */
  place: string
  people: readonly { personId: string; name: string }[]
  pairs: readonly KeepApartPair[]
}

const ADVICE: Record<KeepApartScope, string> = {
  room: 'Chọn phòng khác cho một người.',
  zone: 'Nên chọn khu khác cho một người.',
  class: 'Xếp một người sang lớp hoặc buổi khác.',
  visit: 'Chọn giờ hoặc phòng thăm khác cho một người.',
}

/**
 * Who of a group is kept apart from whom where they would be together: the one check for beds (placement, move, swap,
 * draft of a reshuffle), lessons and sessions, and visits. One conflict per pair; none for people who are alone.
 */
export function keepApartConflicts({ scope, place, people, pairs }: KeepApartQuestion): KeepApartConflict[] {
  const there = new Map(people.map((person) => [person.personId, person]))
  return pairs.flatMap((pair): KeepApartConflict[] => {
    const one = there.get(pair.personA)
    const other = there.get(pair.personB)
    if (!one || !other || one === other || !isKeptApartIn(pair, scope)) return []
    const message = `${one.name} và ${other.name} không được xếp chung: cùng ở ${place}. ${ADVICE[scope]}`
    return [{ code: `keep-apart-${scope}`, message, pairId: pair.id, one, other, isHard: scope !== 'zone' }]
  })
}

/** True when the pair may not be together in this kind of place. Who shares no zone shares no room either. */
function isKeptApartIn(pair: KeepApartPair, scope: KeepApartScope): boolean {
  switch (scope) {
    case 'room':
      return true
    case 'zone':
      return pair.level === 'zone'
    case 'class':
      return pair.inClass
    case 'visit':
      return pair.inVisit
  }
}

/** What is said when a pair is recorded or changed. */
interface PairWords {
  ground: KeepApartGround
  authorisedBy: string | null
  reviewOn: string | null
  today: string
}

/** Days after which a pair is looked at again when nobody names a day. */
export const KEEP_APART_REVIEW_DAYS = 90

/** May a pair be recorded like this? Days are calendar days. */
export function judgePair({ ground, authorisedBy, reviewOn, today }: PairWords): Problem[] {
  const problems: Problem[] = []
  if (ground === 'authority' && authorisedBy === null) {
    const message = 'Yêu cầu của cơ quan có thẩm quyền thì ghi rõ cơ quan hoặc người yêu cầu.'
    problems.push({ code: 'keep-apart-authority', message, field: 'authorisedBy' })
  }
  if (reviewOn !== null && reviewOn <= today) {
    const message = 'Ngày xem lại phải sau hôm nay.'
    problems.push({ code: 'keep-apart-review', message, field: 'reviewOn' })
  }
  return problems
}
