import { sql } from 'kysely'
import type { BagFilter } from '#domain/contract/belongings.ts'
import type { BagState } from '#domain/deposit/bag-events.ts'
import { foldName } from '#domain/names/fold-name.ts'
import { compactCode } from '#domain/people/search-text.ts'
import type { Day } from '#domain/time/day.ts'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'

/** A bag that lies on a shelf: nothing became of it, or it was damaged. */
export const IS_HERE = sql<boolean>`(property_bag.outcome is null or property_bag.outcome = 'damaged')`

/** States of a bag that lies on a shelf. */
const HERE_STATES: ReadonlySet<BagState> = new Set(['stored', 'due-back', 'damaged'])

/** What a bag is, whose it is and how the stay stands; `dueUntil` is the last day of a term that makes it due. */
function bagsBehind({ states, shelfId, words }: BagFilter, dueUntil: Day) {
  let query = qb
    .selectFrom('property_bag')
    .innerJoin('stay_state', 'stay_state.stay_id', 'property_bag.stay_id')
    .innerJoin('person', 'person.id', 'stay_state.person_id')
    .leftJoin('shelf', 'shelf.id', 'property_bag.shelf_id')
  if (shelfId !== null) query = query.where('property_bag.shelf_id', '=', shelfId).where(IS_HERE)
  if (words !== '') {
    const seal = `%${compactCode(words)}%`
    const name = `%${foldName(words)}%`
    query = query.where((e) =>
      e.or([e('property_bag.seal_key', 'like', seal), e('person.name_folded', 'like', name)]),
    )
  }
  const isDue = sql<boolean>`(stay_state.state = 'ended' or stay_state.end_on <= ${dueUntil})`
  const asked = states.map((state) => {
    switch (state) {
      case 'due-back':
        return sql<boolean>`(${IS_HERE} and ${isDue})`
      case 'stored':
        return sql<boolean>`(property_bag.outcome is null and not coalesce(${isDue}, 0))`
      case 'damaged':
        return sql<boolean>`(property_bag.outcome = 'damaged' and not coalesce(${isDue}, 0))`
      default:
        return sql<boolean>`property_bag.outcome = ${state}`
    }
  })
  if (asked.length > 0) query = query.where((e) => e.or(asked))
  // Said once more for all of them together, where an index of bags that are here can serve.
  if (asked.length > 0 && states.every((state) => HERE_STATES.has(state))) query = query.where(IS_HERE)
  return query
}

/** A page of bags in the order of their seals; `after` is the seal of the last one, `ids` the only ones asked for. */
export function listBagLines(
  db: ReadDb,
  filter: BagFilter,
  page: { after: string | null; limit: number; dueUntil: Day; ids?: readonly string[] },
) {
  let query = bagsBehind(filter, page.dueUntil)
    .select(['property_bag.id', 'property_bag.stay_id', 'property_bag.seal_number', 'property_bag.seal_key'])
    .select([
      'property_bag.stored_at',
      'property_bag.sealed_at',
      'property_bag.outcome',
      'property_bag.shelf_id',
    ])
    .select(['shelf.store', 'shelf.rack', 'shelf.cell', 'stay_state.state', 'stay_state.ended_at'])
    .select([
      'stay_state.end_on',
      'person.id as person_id',
      'person.name',
      'person.birth_on',
      'person.birth_precision',
    ])
    .select(
      sql<
        string | null
      >`(select group_concat(quantity || ' ' || description, ', ') from property_line where bag_id = property_bag.id)`.as(
        'things',
      ),
    )
    .orderBy('property_bag.seal_key')
    .limit(page.limit)
  if (page.ids) query = query.where('property_bag.id', 'in', page.ids)
  if (page.after !== null) query = query.where('property_bag.seal_key', '>', page.after)
  return db.all(query)
}
export type BagLineRow = ReturnType<typeof listBagLines>[number]

export function countBags(db: ReadDb, filter: BagFilter, dueUntil: Day): number {
  return db.get(bagsBehind(filter, dueUntil).select(sql<number>`count(*)`.as('bags')))?.bags ?? 0
}

/** Bags of people who have left, the longest gone first: how many, since when, and whose. */
export function bagsOfGone(db: ReadDb, limit: number) {
  const gone = qb
    .selectFrom('property_bag')
    .innerJoin('stay_state', 'stay_state.stay_id', 'property_bag.stay_id')
    .innerJoin('person', 'person.id', 'stay_state.person_id')
    .where('stay_state.state', '=', 'ended')
    .where(IS_HERE)
  const count = db.get(
    gone.select([sql<number>`count(*)`.as('bags'), sql<string | null>`min(stay_state.ended_at)`.as('first')]),
  )
  const people = db.all(
    gone.select(['person.id as personId', 'person.name']).orderBy('stay_state.ended_at').limit(limit),
  )
  return { bags: count?.bags ?? 0, first: count?.first ?? null, people }
}

const sealUsed = prepared<{ key: string }>()((p) =>
  qb.selectFrom('seal_change').select(['old_seal', 'at']).where('old_key', '=', p.key),
)

/** A seal that was broken and must not come back. */
export function findBrokenSeal(db: ReadDb, key: string) {
  return sealUsed.get(db, { key })
}

const changesOf = prepared<{ bag: string }>()((p) =>
  qb.selectFrom('seal_change').selectAll().where('bag_id', '=', p.bag).orderBy('at').orderBy('id'),
)

/** Every time a bag was opened and sealed anew, oldest first. */
export function listSealChanges(db: ReadDb, bagId: string) {
  return changesOf.all(db, { bag: bagId })
}

export function insertSealChange(
  db: WriteDb,
  change: {
    id: string
    bag_id: string
    old_seal: string
    old_key: string
    new_seal: string
    new_key: string
    reason: string
    witness: string
    at: string
    changed_by: string
  },
): void {
  db.run(qb.insertInto('seal_change').values(change))
}
