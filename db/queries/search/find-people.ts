import { sql } from 'kysely'
import type { SearchHit } from '#domain/contract/person-shapes.ts'
import { foldName } from '#domain/names/fold-name.ts'
import { readSearch, type SearchReading, type SearchTerm } from '#domain/people/search-query.ts'
import { compactCode } from '#domain/people/search-text.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import { openAlertsOf } from '../alerts/open-alerts.ts'
import {
  fromPast,
  fromRoster,
  pastLines,
  photoOf,
  rosterLines,
  type StoredPersonRow,
} from '../people/person-line.ts'
import { matchText, waysOf } from './match-text.ts'

/** Most people in one answer, and how many of them may be on the roll: the past always gets a look-in. */
const MOST = 20
const MOST_PRESENT = 14

const MATCHES = {
  search_present: prepared<{ text: string; limit: number }>()((p) =>
    qb
      .selectFrom('search_present')
      .select('rowid')
      .where(sql<boolean>`search_present match ${p.text}`)
      .orderBy('rowid', 'desc')
      .limit(p.limit),
  ),
  search_past: prepared<{ text: string; limit: number }>()((p) =>
    qb
      .selectFrom('search_past')
      .select('rowid')
      .where(sql<boolean>`search_past match ${p.text}`)
      .orderBy('rowid', 'desc')
      .limit(p.limit),
  ),
}

/**
 * Numbers of people the readings find, best way first and newest first within each; a ranked order would read every
 * hit of a common name.
 */
function* numbersFor(
  db: ReadDb,
  table: keyof typeof MATCHES,
  readings: readonly SearchReading[],
  limit: number,
): Generator<number> {
  const seen = new Set<number>()
  for (const reading of readings) {
    for (const way of waysOf(reading)) {
      const rows = MATCHES[table].all(db, { text: matchText(reading, way), limit: limit + seen.size })
      for (const { rowid } of rows) {
        if (seen.has(rowid)) continue
        seen.add(rowid)
        yield rowid
      }
    }
  }
}

const presentByNo = prepared<{ no: number }>()((p) =>
  rosterLines().innerJoin('person', 'person.id', 'roster.person_id').where('person.no', '=', p.no),
)

const pastByNo = prepared<{ no: number }>()((p) =>
  pastLines().where('person.no', '=', p.no).orderBy('stay_state.received_at', 'desc').limit(1),
)

const bareByNo = prepared<{ no: number }>()((p) =>
  qb
    .selectFrom('person')
    .select(['id', 'name', 'birth_on', 'birth_precision', 'sex'])
    .select([photoOf('person.id').as('photo_id'), openAlertsOf('person.id').as('open_alerts')])
    .where('no', '=', p.no)
    .where('cancelled_at', 'is', null),
)

function presentLine(db: ReadDb, no: number): StoredPersonRow | null {
  const row = presentByNo.get(db, { no })
  return row ? fromRoster(row) : null
}

function pastLine(db: ReadDb, no: number): StoredPersonRow | null {
  const stay = pastByNo.get(db, { no })
  if (stay) return fromPast(stay)
  const row = bareByNo.get(db, { no })
  if (!row) return null
  const nothing = { ordinal: null, track: null, received_at: null, ended_at: null, ended_kind: null }
  const person = { ...row, person_id: row.id, stay_id: null, state: 'expected' as const, ...nothing }
  return fromPast(person)
}

function take(
  db: ReadDb,
  numbers: Iterable<number>,
  line: (db: ReadDb, no: number) => StoredPersonRow | null,
  most: number,
): { rows: StoredPersonRow[]; hasMore: boolean } {
  const rows: StoredPersonRow[] = []
  for (const no of numbers) {
    const row = line(db, no)
    if (row === null) continue
    if (rows.length === most) return { rows, hasMore: true }
    rows.push(row)
  }
  return { rows, hasMore: false }
}

const codesOfPerson = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('identity_paper')
    .select('number')
    .where('person_id', '=', p.id)
    .union(
      qb
        .selectFrom('stay')
        .select(sql<string>`dossier_number`.as('number'))
        .where('person_id', '=', p.id)
        .where('dossier_number', 'is not', null),
    ),
)

const aliasOfPerson = prepared<{ id: string }>()((p) =>
  qb.selectFrom('person').select('alias').where('id', '=', p.id),
)

/** What else than the name was found, for the eye: the alias, or the number that holds the digits. */
function matchedBeside(db: ReadDb, row: StoredPersonRow, terms: readonly SearchTerm[]): string | null {
  const name = foldName(row.name)
  const other = terms.find((term) => !name.split(' ').some((word) => word.startsWith(term.folded)))
  if (other === undefined) return null
  if (other.isCode) {
    const numbers = codesOfPerson.all(db, { id: row.personId }).map((found) => found.number)
    return numbers.find((number) => compactCode(number).includes(other.compact)) ?? null
  }
  const alias = aliasOfPerson.get(db, { id: row.personId })?.alias ?? null
  const isAlias =
    alias !== null &&
    foldName(alias)
      .split(' ')
      .some((word) => word.startsWith(other.folded))
  return isAlias ? alias : null
}

/** Somebody the search found, before it is said how the alerts look to the reader. */
export type StoredHit = StoredPersonRow & Pick<SearchHit, 'matched'>

/** People by whatever was typed, those on the roll first, then those who are gone; at most twenty in all. */
export function findPeople(
  db: ReadDb,
  text: string,
): { present: StoredHit[]; past: StoredHit[]; hasMore: boolean } {
  const readings = readSearch(text)
  const terms = readings.flatMap((reading) => reading.terms)
  const hit = (row: StoredPersonRow): StoredHit => ({ ...row, matched: matchedBeside(db, row, terms) })
  const here = take(
    db,
    numbersFor(db, 'search_present', readings, MOST_PRESENT + 1),
    presentLine,
    MOST_PRESENT,
  )
  const room = MOST - here.rows.length
  const gone = take(db, numbersFor(db, 'search_past', readings, room + 1), pastLine, room)
  return { present: here.rows.map(hit), past: gone.rows.map(hit), hasMore: here.hasMore || gone.hasMore }
}
