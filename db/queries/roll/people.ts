import { sql } from 'kysely'
import type { Instant } from '#domain/time/instant.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

const staysOnRollBetween = prepared<{ key: string; stay: string; at: string; limit: number }>()((p) =>
  qb
    .selectFrom('person')
    .innerJoin('stay_state', 'stay_state.person_id', 'person.id')
    .select(['person.sort_key', 'stay_state.stay_id'])
    .where('stay_state.received_at', '<=', p.at)
    .where((e) => e.or([e('stay_state.ended_at', 'is', null), e('stay_state.ended_at', '>', p.at)]))
    .where(sql<boolean>`(person.sort_key, stay_state.stay_id) > (${p.key}, ${p.stay})`)
    .orderBy('person.sort_key')
    .orderBy('stay_state.stay_id')
    .limit(p.limit),
)

const PAGE = 500

/**
 * Stays on the roll at an instant, by name from a given row on, fetched page by page: whoever reads on decides how
 * far. Ends of stays that were later corrected count as they are known now.
 */
export function* staysOnRollAt(
  db: ReadDb,
  at: Instant,
  after: { key: string; stay: string },
): Generator<{ stayId: string; sortKey: string }> {
  let from = after
  for (;;) {
    const rows = staysOnRollBetween.all(db, { ...from, at, limit: PAGE })
    for (const row of rows) yield { stayId: row.stay_id, sortKey: row.sort_key }
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    from = { key: last.sort_key, stay: last.stay_id }
  }
}
