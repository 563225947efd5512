import { sql, type RawBuilder } from 'kysely'
import type { PeopleFilter } from '#domain/contract/people.ts'
import type { ListSort } from '#domain/people/people-list.ts'
import { readSearch } from '#domain/people/search-query.ts'
import { addDays, type Day } from '#domain/time/day.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'
import { matchText } from '../search/match-text.ts'
import {
  fromPast,
  fromRoster,
  pastLines,
  pastLinesByName,
  rosterLines,
  type StoredPersonRow,
} from './person-line.ts'

export interface PeopleListQuery extends PeopleFilter {
  sort: ListSort
  direction: 'asc' | 'desc'
}

export interface PeoplePage {
  rows: StoredPersonRow[]
  next: string | null
}

/** Where a page ends: the sort value of its last row, null where it has none, and the stay that breaks ties. */
type Cursor = readonly [value: string | null, stayId: string]

function readCursor(text: string | null): Cursor | null {
  if (text === null) return null
  try {
    const read: unknown = JSON.parse(text)
    if (!Array.isArray(read) || read.length !== 2 || typeof read[1] !== 'string') return null
    return typeof read[0] === 'string' || read[0] === null ? [read[0], read[1]] : null
  } catch {
    return null
  }
}

const ROSTER_SORTS = {
  name: 'roster.sort_key',
  received: 'roster.received_at',
  end: 'roster.end_on',
  ended: 'roster.sort_key',
} as const satisfies Record<ListSort, string>

const PAST_SORTS = {
  name: 'person.sort_key',
  received: 'stay_state.received_at',
  end: 'stay_state.ended_at',
  ended: 'stay_state.ended_at',
} as const satisfies Record<ListSort, string>

/** Numbers of the people whose names, aliases or numbers begin with the words; undefined when no words were given. */
function numbersWith(words: string, table: 'search_present' | 'search_past'): RawBuilder<number> | undefined {
  const readings = readSearch(words)
  if (readings.length === 0) return undefined
  const text = readings.map((reading) => `(${matchText(reading, 'folded-beginnings')})`).join(' OR ')
  return sql<number>`(select rowid from ${sql.table(table)} where ${sql.table(table)} match ${text})`
}

/** The rows of the roll behind a filter, unordered. */
function rosterBehind(filter: PeopleFilter, today: Day) {
  let query = rosterLines()
  if (filter.zones.length > 0) query = query.where('roster.zone_id', 'in', filter.zones)
  if (filter.tracks.length > 0) query = query.where('roster.track', 'in', filter.tracks)
  if (filter.sexes.length > 0) query = query.where('roster.sex', 'in', filter.sexes)
  if (filter.states.length > 0) {
    query = query.where((e) =>
      e.or(
        filter.states.map((state) =>
          state === 'suspended'
            ? e('roster.is_suspended', '=', 1)
            : e.and([e('roster.state', '=', state), e('roster.is_suspended', '=', 0)]),
        ),
      ),
    )
  }
  if (filter.awaitingBed)
    query = query.where('roster.bed_id', 'is', null).where('roster.state', '=', 'inside')
  if (filter.papersOverdue) {
    query = query.where('roster.stay_id', 'in', (e) =>
      e.selectFrom('dossier_item').select('dossier_item.stay_id').where('dossier_item.due_on', '<', today),
    )
  }
  if (filter.withAlert) {
    query = query.where((e) =>
      e.exists(
        e
          .selectFrom('alert')
          .select('alert.id')
          .whereRef('alert.person_id', '=', 'roster.person_id')
          .where('alert.closed_at', 'is', null)
          .where('alert.from_on', '<=', today)
          .where((or) => or.or([or('alert.to_on', 'is', null), or('alert.to_on', '>=', today)])),
      ),
    )
  }
  if (filter.endsWithin !== null)
    query = query.where('roster.end_on', '<=', addDays(today, filter.endsWithin))
  const numbers = numbersWith(filter.words, 'search_present')
  if (numbers) {
    query = query.where('roster.person_id', 'in', (e) =>
      e.selectFrom('person').select('person.id').where('person.no', 'in', numbers),
    )
  }
  return query
}

function pastBehind(filter: PeopleFilter, byName = false) {
  const lines = byName ? pastLinesByName() : pastLines()
  let query = lines.where('stay_state.state', '=', sql.lit('ended'))
  if (filter.tracks.length > 0) query = query.where('stay_state.track', 'in', filter.tracks)
  if (filter.sexes.length > 0) query = query.where('person.sex', 'in', filter.sexes)
  const numbers = numbersWith(filter.words, 'search_past')
  const presentToo = numbersWith(filter.words, 'search_present')
  if (numbers && presentToo)
    query = query.where((e) => e.or([e('person.no', 'in', numbers), e('person.no', 'in', presentToo)]))
  return query
}

/** Rows after the cursor, those without a sort value last in either direction. */
function after(cursor: Cursor | null, column: RawBuilder<unknown>, tie: RawBuilder<unknown>, desc: boolean) {
  if (cursor === null) return undefined
  const [value, stayId] = cursor
  const sign = sql.raw(desc ? '<' : '>')
  if (value === null) return sql<boolean>`${tie} ${sign} ${stayId}`
  return sql<boolean>`(${column}, ${tie}) ${sign} (${value}, ${stayId})`
}

interface Keyed<Row> {
  row: Row
  value: string | null
  stayId: string
}

/**
 * One page by keyset: first the rows that have the sort value, then those that have none. `run` reads one of the two
 * parts with what stands after the cursor.
 */
function pageOf<Row>(
  cursor: Cursor | null,
  limit: number,
  run: (part: 'with' | 'without', cursor: Cursor | null, limit: number) => Keyed<Row>[],
): { rows: Row[]; next: string | null } {
  const found = cursor === null || cursor[0] !== null ? run('with', cursor, limit + 1) : []
  if (found.length <= limit) {
    const start = cursor !== null && cursor[0] === null ? cursor : null
    found.push(...run('without', start, limit + 1 - found.length))
  }
  const kept = found.slice(0, limit)
  const last = kept.at(-1)
  const next = found.length > limit && last ? JSON.stringify([last.value, last.stayId]) : null
  return { rows: kept.map(({ row }) => row), next }
}

/** A page of people on the roll; stable while others come, go and move. */
function rosterPage(
  db: ReadDb,
  list: PeopleListQuery,
  page: { cursor: Cursor | null; limit: number; today: Day },
): PeoplePage {
  const sort = ROSTER_SORTS[list.sort]
  const desc = list.direction === 'desc'
  return pageOf(page.cursor, page.limit, (part, cursor, limit) => {
    if (part === 'without' && sort !== 'roster.end_on') return []
    let query = rosterBehind(list, page.today)
      .orderBy(sort, list.direction)
      .orderBy('roster.stay_id', list.direction)
      .limit(limit)
    if (sort === 'roster.end_on') query = query.where(sort, part === 'with' ? 'is not' : 'is', null)
    const beyond = after(cursor, sql.ref(sort), sql.ref('roster.stay_id'), desc)
    if (beyond) query = query.where(beyond)
    return db.all(query).map((row) => ({
      row: fromRoster(row),
      value: list.sort === 'received' ? row.received_at : list.sort === 'end' ? row.end_on : row.sort_key,
      stayId: row.stay_id,
    }))
  })
}

function pastPage(
  db: ReadDb,
  list: PeopleListQuery,
  page: { cursor: Cursor | null; limit: number },
): PeoplePage {
  const sort = PAST_SORTS[list.sort]
  const desc = list.direction === 'desc'
  return pageOf(page.cursor, page.limit, (part, cursor, limit) => {
    if (part === 'without') return []
    let query = pastBehind(list, list.sort === 'name')
      .orderBy(sort, list.direction)
      .orderBy('stay_state.stay_id', list.direction)
      .limit(limit)
    const beyond = after(cursor, sql.ref(sort), sql.ref('stay_state.stay_id'), desc)
    if (beyond) query = query.where(beyond)
    // The pair above spans two tables; this half of it alone can seek in the index of names.
    if (list.sort === 'name' && cursor !== null)
      query = query.where('person.sort_key', desc ? '<=' : '>=', cursor[0] ?? '')
    return db.all(query).map((row) => ({
      row: fromPast(row),
      value: list.sort === 'name' ? row.sort_key : list.sort === 'received' ? row.received_at : row.ended_at,
      stayId: row.stay_id,
    }))
  })
}

/** A page of the people list behind its filters. An unreadable cursor begins at the beginning. */
export function listPeople(
  db: ReadDb,
  list: PeopleListQuery,
  page: { cursor: string | null; limit: number; today: Day },
): PeoplePage {
  const cursor = readCursor(page.cursor)
  return list.group === 'past'
    ? pastPage(db, list, { cursor, limit: page.limit })
    : rosterPage(db, list, { cursor, limit: page.limit, today: page.today })
}

/** How many rows the filter holds in all. */
export function countPeople(db: ReadDb, filter: PeopleFilter, today: Day): number {
  const total = sql<number>`count(*)`.as('total')
  if (filter.group === 'on-roll')
    return db.get(rosterBehind(filter, today).clearSelect().select(total))?.total ?? 0
  // Without a filter on the person the ended stays are counted on their index alone.
  const needsPerson = filter.sexes.length > 0 || filter.words.trim() !== ''
  if (needsPerson) return db.get(pastBehind(filter).clearSelect().select(total))?.total ?? 0
  let ended = qb.selectFrom('stay_state').select(total).where('state', '=', sql.lit('ended'))
  if (filter.tracks.length > 0) ended = ended.where('track', 'in', filter.tracks)
  return db.get(ended)?.total ?? 0
}
