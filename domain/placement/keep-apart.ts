/** How far apart two people are kept (không xếp chung). */
export const KEEP_APART_LEVELS = ['room', 'zone'] as const
export type KeepApartLevel = (typeof KEEP_APART_LEVELS)[number]

export const KEEP_APART_LEVEL_LABELS: Record<KeepApartLevel, string> = {
  room: 'Không cùng phòng',
  zone: 'Không cùng khu',
}

/** Someone the person to be placed is kept apart from, and where that one's bed is now. */
export interface KeepApart {
  otherPersonId: string
  otherName: string
  level: KeepApartLevel
  otherRoomId: string | null
  otherZoneId: string | null
}
