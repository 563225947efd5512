import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

const draftById = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('reshuffle')
    .innerJoin('place', 'place.id', 'reshuffle.zone_id')
    .selectAll('reshuffle')
    .select('place.name as zone_name')
    .where('reshuffle.id', '=', p.id),
)

const draftsOfZone = prepared<{ zone: string }>()((p) =>
  qb
    .selectFrom('reshuffle')
    .innerJoin('place', 'place.id', 'reshuffle.zone_id')
    .selectAll('reshuffle')
    .select('place.name as zone_name')
    .where('reshuffle.zone_id', '=', p.zone)
    .orderBy('reshuffle.made_at', 'desc')
    .limit(50),
)

export type ReshuffleRow = NonNullable<ReturnType<typeof findReshuffle>>

export function findReshuffle(db: ReadDb, id: string) {
  return draftById.get(db, { id })
}

/** Drafts of a zone, newest first, done and cancelled ones too. */
export function listReshuffles(db: ReadDb, zoneId: string): ReshuffleRow[] {
  return draftsOfZone.all(db, { zone: zoneId })
}
