import type { ReadDb } from '#db/connection/handles.ts'
import { listHeadCounts } from '#db/queries/head-count/reader.ts'
import { listSchedules } from '#db/queries/shifts/reader.ts'
import type { ZoneFill } from '#domain/contract/today.ts'
import { shiftAt } from '#domain/shifts/shift-times.ts'
import type { Instant } from '#domain/time/instant.ts'

type ZoneCountAtHand = NonNullable<ZoneFill['count']>

/**
 * The counts by zone as the first screen tells them: that of the running shift, or of the next once somebody began
 * it. Under the empty key, what stands for a zone nobody began.
 */
export function countsAtHand(db: ReadDb, now: Instant): Map<string, ZoneCountAtHand> {
  const running = shiftAt(listSchedules(db), now)
  const counts = new Map<string, ZoneCountAtHand>()
  counts.set('', { shiftAt: running.at, state: 'none', missing: 0, extra: 0 })
  for (const at of [running.at, running.until]) {
    for (const row of listHeadCounts(db, at)) {
      const state = row.signed_at === null ? 'open' : 'signed'
      counts.set(row.zone_id, { shiftAt: at, state, missing: row.missing ?? 0, extra: row.extra ?? 0 })
    }
  }
  return counts
}
