import { formatInstant, type Instant } from '../time/instant.ts'

/** What the program knows of somebody's whereabouts from its own record. */
export const SIGHTING_KINDS = [
  'head-count',
  'session',
  'visit',
  'call',
  'exam',
  'canteen',
  'custody',
] as const
export type SightingKind = (typeof SIGHTING_KINDS)[number]

export const SIGHTING_LABELS: Record<SightingKind, string> = {
  'head-count': 'Điểm danh có mặt',
  session: 'Dự buổi sinh hoạt',
  visit: 'Gặp người thăm',
  call: 'Gọi điện',
  exam: 'Khám sức khỏe',
  canteen: 'Mua hàng, lưu ký',
  custody: 'Việc ghi ở dòng đời',
}

/** One time somebody was seen, as the record has it. */
export interface Sighting {
  kind: SightingKind
  at: Instant
  /** Where, or on what occasion. */
  what: string
  /** Who saw or wrote it down; null where the record does not say. */
  by: string | null
}

/**
 * The last time somebody was seen on each occasion before the escape, the newest first. A count says that everybody
 * the roll had was there only when nobody was missing: such doubtful ones are for the caller to leave out.
 */
export function lastSightings(found: readonly Sighting[], before: Instant): Sighting[] {
  const newest = new Map<SightingKind, Sighting>()
  for (const one of found) {
    if (one.at > before) continue
    const known = newest.get(one.kind)
    if (known === undefined || known.at < one.at) newest.set(one.kind, one)
  }
  return [...newest.values()].toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1))
}

/** A sighting as it goes on paper: `Điểm danh có mặt lúc 21:00 22/11/2026: phòng A2-03 (Lý Văn Nam)`. */
export function sightingText({ kind, at, what, by }: Sighting): string {
  return `${SIGHTING_LABELS[kind]} lúc ${formatInstant(at)}: ${what}${by === null ? '' : ` (${by})`}`
}
