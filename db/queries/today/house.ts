import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { countUsers } from '../accounts/reader.ts'
import { hasBeds } from '../imports/beds.ts'

const anyStay = prepared<Record<string, never>>()(() =>
  qb.selectFrom('stay_state').select('stay_id').limit(1),
)

const anyPlaced = prepared<Record<string, never>>()(() =>
  qb.selectFrom('roster').select('stay_id').where('bed_id', 'is not', null).limit(1),
)

const newest = prepared<{ limit: number }>()((p) =>
  qb
    .selectFrom('roster')
    .leftJoin('place', 'place.id', 'roster.zone_id')
    .select([
      'roster.person_id',
      'roster.name',
      'roster.birth_on',
      'roster.birth_precision',
      'roster.track',
      'roster.received_at',
      'roster.bed_code',
      'place.code as zone_code',
    ])
    .orderBy('roster.received_at', 'desc')
    .orderBy('roster.stay_id', 'desc')
    .limit(p.limit),
)

const imports = prepared<{ limit: number }>()((p) =>
  qb
    .selectFrom('import_batch')
    .select(['id', 'file_name', 'state', 'started_at', 'rows', 'imported', 'rejected', 'duplicates'])
    .orderBy('started_at', 'desc')
    .limit(p.limit),
)

/** How far a new centre has been set up. */
export function readSetupSteps(db: ReadDb) {
  return {
    hasBeds: hasBeds(db),
    hasPeople: anyStay.get(db, {}) !== undefined,
    hasPlaced: anyPlaced.get(db, {}) !== undefined,
    hasMoreUsers: countUsers(db) > 1,
  }
}

/** The people on the roll who were received last, the newest first. */
export function listReceptions(db: ReadDb, limit: number) {
  return newest.all(db, { limit })
}

/** The last imports, the newest first. */
export function listRecentImports(db: ReadDb, limit: number) {
  return imports.all(db, { limit })
}
