import type { ReadDb } from '#db/connection/handles.ts'
import { listHeadCounts } from '#db/queries/head-count/reader.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import { listSchedules } from '#db/queries/shifts/reader.ts'
import type { ZoneFill } from '#domain/contract/today.ts'
import { handOverAt } from '#domain/shifts/shift-times.ts'
import type { Instant } from '#domain/time/instant.ts'

/** The counts of the hand-over at hand by zone; under the empty key, what stands for a zone nobody began. */
export function countsAtHand(db: ReadDb, now: Instant): Map<string, NonNullable<ZoneFill['count']>> {
  const { at } = handOverAt(listSchedules(db), now, readSetting(db, 'count.early-minutes'))
  const counts = new Map<string, NonNullable<ZoneFill['count']>>()
  counts.set('', { shiftAt: at, state: 'none', missing: 0, extra: 0 })
  for (const row of listHeadCounts(db, at)) {
    const state = row.signed_at === null ? 'open' : 'signed'
    counts.set(row.zone_id, { shiftAt: at, state, missing: row.missing ?? 0, extra: row.extra ?? 0 })
  }
  return counts
}
