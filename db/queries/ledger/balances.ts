import { sql } from 'kysely'
import type { BalanceFilter } from '#domain/contract/ledger-shapes.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'

function hereBehind({ zones, below, withMoney }: BalanceFilter) {
  let query = qb
    .selectFrom('roster')
    .leftJoin('stay_money', 'stay_money.stay_id', 'roster.stay_id')
    .leftJoin('place', 'place.id', 'roster.zone_id')
  if (zones.length > 0) query = query.where('roster.zone_id', 'in', zones)
  if (below !== null) query = query.where(sql<boolean>`coalesce(stay_money.deposits, 0) < ${below}`)
  if (withMoney) {
    query = query.where(sql<boolean>`stay_money.deposits + stay_money.labour + stay_money.held > 0`)
  }
  return query
}

function leftBehind() {
  return (
    qb
      .selectFrom('stay_money')
      // Crossed: the few to whom something is owed come first, not everybody who ever left.
      .crossJoin('stay_state')
      .innerJoin('person', 'person.id', 'stay_state.person_id')
      .whereRef('stay_state.stay_id', '=', 'stay_money.stay_id')
      .where('stay_state.state', '=', 'ended')
      .where(sql<boolean>`stay_money.deposits + stay_money.labour + stay_money.held > 0`)
  )
}

/** Where a page goes on: after the sort key and stay of its last row. */
export interface BalanceCursor {
  key: string
  stayId: string
}

interface BalanceRow {
  stay_id: string
  person_id: string
  sort_key: string
  name: string
  birth_on: string | null
  birth_precision: 'day' | 'month' | 'year' | null
  zone_name: string | null
  bed_code: string | null
  ended_at: string | null
  deposits: number
  labour: number
  held: number
  last_at: string | null
}

const MONEY = [
  sql<number>`coalesce(stay_money.deposits, 0)`.as('deposits'),
  sql<number>`coalesce(stay_money.labour, 0)`.as('labour'),
  sql<number>`coalesce(stay_money.held, 0)`.as('held'),
] as const

/** A page of what people have, by name. */
export function listBalances(
  db: ReadDb,
  filter: BalanceFilter,
  page: { after: BalanceCursor | null; limit: number },
): BalanceRow[] {
  const { after, limit } = page
  if (filter.group === 'left') {
    let query = leftBehind()
      .select(['stay_money.stay_id', 'person.id as person_id', 'person.sort_key', 'person.name'])
      .select(['person.birth_on', 'person.birth_precision', 'stay_state.ended_at', 'stay_money.last_at'])
      .select([sql<null>`null`.as('zone_name'), sql<null>`null`.as('bed_code'), ...MONEY])
      .orderBy('person.sort_key')
      .orderBy('stay_money.stay_id')
      .limit(limit)
    if (after !== null) {
      query = query.where(
        sql<boolean>`(person.sort_key, stay_money.stay_id) > (${after.key}, ${after.stayId})`,
      )
    }
    return db.all(query)
  }
  let query = hereBehind(filter)
    .select(['roster.stay_id', 'roster.person_id', 'roster.sort_key', 'roster.name', 'roster.birth_on'])
    .select(['roster.birth_precision', 'roster.bed_code', 'place.name as zone_name', 'stay_money.last_at'])
    .select([sql<null>`null`.as('ended_at'), ...MONEY])
    .orderBy('roster.sort_key')
    .orderBy('roster.stay_id')
    .limit(limit)
  if (after !== null) {
    query = query.where(sql<boolean>`(roster.sort_key, roster.stay_id) > (${after.key}, ${after.stayId})`)
  }
  return db.all(query)
}

/** How many people the filter holds, and what they have together. */
export function sumBalances(db: ReadDb, filter: BalanceFilter) {
  const sums = [
    sql<number>`count(*)`.as('people'),
    sql<number>`coalesce(sum(stay_money.deposits), 0)`.as('deposits'),
    sql<number>`coalesce(sum(stay_money.labour), 0)`.as('labour'),
    sql<number>`coalesce(sum(stay_money.held), 0)`.as('held'),
  ] as const
  const row = db.get(
    filter.group === 'left' ? leftBehind().select([...sums]) : hereBehind(filter).select([...sums]),
  )
  return row ?? { people: 0, deposits: 0, labour: 0, held: 0 }
}

/** Some of those who have left and to whom money is owed, those gone longest first. */
export function listOwedAfterLeaving(db: ReadDb, limit: number) {
  return db.all(
    leftBehind()
      .select(['person.id as personId', 'person.name', 'stay_state.ended_at as endedAt'])
      .orderBy('stay_state.ended_at')
      .limit(limit),
  )
}
