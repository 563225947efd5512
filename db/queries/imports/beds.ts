import { foldName } from '#domain/names/fold-name.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

const bedByCode = prepared<{ folded: string }>()((p) =>
  qb
    .selectFrom('place')
    .leftJoin('roster', 'roster.bed_id', 'place.id')
    .select(['place.full_code', 'roster.stay_id'])
    .where('place.full_code_folded', '=', p.folded)
    .where('place.kind', '=', 'bed')
    .where('place.retired_at', 'is', null),
)

const anyBed = prepared<Record<string, never>>()(() =>
  qb.selectFrom('place').select('id').where('kind', '=', 'bed').where('retired_at', 'is', null).limit(1),
)

/** True once the house has beds: before that a bed named in a list says nothing. */
export function hasBeds(db: ReadDb): boolean {
  return anyBed.get(db, {}) !== undefined
}

/** The first bed in use that bears one of these codes, whatever their case and tones. */
export function findBedByCode(
  db: ReadDb,
  codes: readonly string[],
): { code: string; isTaken: boolean } | undefined {
  for (const code of codes) {
    const bed = bedByCode.get(db, { folded: foldName(code) })
    if (bed) return { code: bed.full_code, isTaken: bed.stay_id !== null }
  }
  return undefined
}
