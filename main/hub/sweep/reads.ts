import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import { countFindings, countOpenFindings, findLastSweep, listFindings } from '#db/queries/sweep/reader.ts'
import type { SweepFilter, sweepContract } from '#domain/contract/sweep.ts'
import { readMomentCursor, writeMomentCursor } from '../placement/moment-cursor.ts'
import type { ReadUseCases } from '../use-case.ts'
import { lookOver } from './look-over.ts'

/** A page of what the sweeps found. */
export function findingPage(
  db: ReadDb,
  { cursor, limit, ...filter }: SweepFilter & { cursor: string | null; limit: number },
) {
  const found = listFindings(db, filter, { after: readMomentCursor(cursor), limit: limit + 1 })
  const rows = found.slice(0, limit)
  const names = actorNames(db, [
    ...new Set(rows.flatMap(({ acknowledged_by: by }) => (by === null ? [] : [by]))),
  ])
  const last = rows.at(-1)
  return {
    rows: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      zoneId: row.zone_id ?? '',
      zoneName: row.zone_name,
      placeCode: row.place_code,
      personId: row.person_id,
      otherId: row.other_id,
      name: row.name,
      sentence: row.sentence,
      isHard: row.is_hard === 1,
      firstSeenAt: row.first_seen_at,
      lastSeenAt: row.last_seen_at,
      acknowledgedAt: row.acknowledged_at,
      acknowledgedBy: row.acknowledged_by === null ? null : nameOf(names, row.acknowledged_by),
      acknowledgeReason: row.acknowledge_reason,
      resolvedAt: row.resolved_at,
      version: row.version,
    })),
    next: found.length > limit && last ? writeMomentCursor({ at: last.first_seen_at, id: last.id }) : null,
    total: countFindings(db, filter),
  }
}

export const sweepReads: ReadUseCases<typeof sweepContract> = {
  summary: (db) => {
    const { all, known, hard } = countOpenFindings(db)
    const run = findLastSweep(db)
    return {
      fresh: all - known,
      known,
      hard,
      last: run
        ? {
            at: run.at,
            by: nameOf(actorNames(db, [run.by]), run.by),
            found: run.found,
            resolved: run.resolved,
          }
        : null,
      time: readSetting(db, 'sweep.time'),
      outDays: readSetting(db, 'sweep.out-days'),
    }
  },
  list: (db, _context, input) => findingPage(db, input),
  look: (db, context) => ({ findings: lookOver(db, context.now) }),
}

function nameOf(names: ReadonlyMap<string, string>, key: string): string {
  return names.get(key) ?? ''
}
