import { sql } from 'kysely'
import type { KeepApartFilter } from '#domain/contract/keep-apart.ts'
import type { Day } from '#domain/time/day.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'

/** Pairs behind a filter, each with both people and the beds they hold. `today` decides what is due. */
function pairsBehind(filter: KeepApartFilter, today: Day) {
  let query = qb
    .selectFrom('keep_apart as pair')
    .innerJoin('person as a', 'a.id', 'pair.person_a')
    .innerJoin('person as b', 'b.id', 'pair.person_b')
    .leftJoin('roster as ra', (join) =>
      join.onRef('ra.person_id', '=', 'a.id').on('ra.bed_id', 'is not', null),
    )
    .leftJoin('roster as rb', (join) =>
      join.onRef('rb.person_id', '=', 'b.id').on('rb.bed_id', 'is not', null),
    )
  if (filter.state !== 'all') {
    query = query.where('pair.closed_at', filter.state === 'open' ? 'is' : 'is not', null)
  }
  if (filter.scope === 'zone' || filter.scope === 'room') query = query.where('pair.level', '=', filter.scope)
  if (filter.scope === 'class') query = query.where('pair.in_class', '=', 1)
  if (filter.scope === 'visit') query = query.where('pair.in_visit', '=', 1)
  if (filter.grounds.length > 0) query = query.where('pair.ground', 'in', filter.grounds)
  if (filter.zones.length > 0) {
    query = query.where((e) =>
      e.or([e('ra.zone_id', 'in', filter.zones), e('rb.zone_id', 'in', filter.zones)]),
    )
  }
  if (filter.reviewDue) query = query.where('pair.closed_at', 'is', null).where('pair.review_on', '<=', today)
  if (filter.violated) {
    query = query
      .where('pair.closed_at', 'is', null)
      .where((e) =>
        e.or([
          e('ra.room_id', '=', e.ref('rb.room_id')),
          e.and([e('pair.level', '=', 'zone'), e('ra.zone_id', '=', e.ref('rb.zone_id'))]),
        ]),
      )
  }
  return query
}

/** A page of pairs, newest first, after the one named by moment and id. */
export function listPairsPage(
  db: ReadDb,
  filter: KeepApartFilter,
  page: { today: Day; after: { at: string; id: string } | null; limit: number },
) {
  let rows = pairsBehind(filter, page.today)
    .leftJoin('place as za', 'za.id', 'ra.zone_id')
    .leftJoin('place as zb', 'zb.id', 'rb.zone_id')
    .selectAll('pair')
    .select(['a.name as name_a', 'a.birth_on as birth_a', 'ra.bed_code as bed_a', 'ra.room_id as room_a'])
    .select(['b.name as name_b', 'b.birth_on as birth_b', 'rb.bed_code as bed_b', 'rb.room_id as room_b'])
    .select([
      'ra.zone_id as zone_a',
      'rb.zone_id as zone_b',
      'za.name as zone_name_a',
      'zb.name as zone_name_b',
    ])
    .orderBy('pair.opened_at', 'desc')
    .orderBy('pair.id', 'desc')
    .limit(page.limit)
  if (page.after !== null) {
    const { at, id } = page.after
    rows = rows.where(sql<boolean>`(pair.opened_at, pair.id) < (${at}, ${id})`)
  }
  return db.all(rows)
}
export type PairPageRow = ReturnType<typeof listPairsPage>[number]

/** How many pairs a filter holds. */
export function countPairs(db: ReadDb, filter: KeepApartFilter, today: Day): number {
  const counted = db.get(pairsBehind(filter, today).select((e) => e.fn.countAll<number>().as('pairs')))
  return counted?.pairs ?? 0
}
