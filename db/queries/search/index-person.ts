import { sql } from 'kysely'
import { searchTextOf, type SearchText } from '#domain/people/search-text.ts'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'

/** Everybody stands in one of two tables: on the roll, where search looks first, or not. */
const SEARCH_TABLES = ['search_present', 'search_past'] as const
type SearchTableName = (typeof SEARCH_TABLES)[number]

const CHUNK = 5000

const findPerson = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('person')
    .leftJoin('roster', 'roster.person_id', 'person.id')
    .select([
      'person.no',
      'person.name',
      'person.alias',
      'person.birth_on',
      'person.birth_precision',
      'person.cancelled_at',
      'roster.stay_id',
      'roster.bed_code',
    ])
    .where('person.id', '=', p.id),
)

const findPapers = prepared<{ id: string }>()((p) =>
  qb.selectFrom('identity_paper').select('number').where('person_id', '=', p.id),
)

const findDossiers = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('stay')
    .select('dossier_number')
    .where('person_id', '=', p.id)
    .where('cancelled_at', 'is', null),
)

const removals = {
  search_past: prepared<{ no: number }>()((p) => qb.deleteFrom('search_past').where('rowid', '=', p.no)),
  search_present: prepared<{ no: number }>()((p) =>
    qb.deleteFrom('search_present').where('rowid', '=', p.no),
  ),
}

type Row = SearchText & { no: number } & Record<string, string | number>

const insertions = {
  search_past: prepared<Row>()((p) =>
    qb.insertInto('search_past').values({ rowid: p.no, folded: p.folded, exact: p.exact, codes: p.codes }),
  ),
  search_present: prepared<Row>()((p) =>
    qb.insertInto('search_present').values({ rowid: p.no, folded: p.folded, exact: p.exact, codes: p.codes }),
  ),
}

type PersonRow = NonNullable<ReturnType<typeof findPerson.get>>

function textOf(
  row: PersonRow,
  numbers: { papers: readonly string[]; dossiers: readonly string[] },
): SearchText {
  return searchTextOf({
    name: row.name,
    alias: row.alias,
    birthOn: row.birth_on,
    birthPrecision: row.birth_precision,
    paperNumbers: numbers.papers,
    dossierNumbers: numbers.dossiers,
    bedCode: row.bed_code,
  })
}

function numbersOf(db: ReadDb, personId: string) {
  return {
    papers: findPapers.all(db, { id: personId }).map((row) => row.number),
    dossiers: findDossiers.all(db, { id: personId }).flatMap((row) => row.dossier_number ?? []),
  }
}

function write(db: WriteDb, table: SearchTableName, no: number, text: SearchText): void {
  insertions[table].run(db, { no, folded: text.folded, exact: text.exact, codes: text.codes })
}

/**
 * Writes what a person is found by, in the caller's transaction: call it after a change of name, alias, birth,
 * papers, dossier number or bed, and when the person joins or leaves the roll. A cancelled person is found no more.
 */
export function indexPerson(db: WriteDb, personId: string): void {
  const row = findPerson.get(db, { id: personId })
  if (!row) return
  for (const table of SEARCH_TABLES) removals[table].run(db, { no: row.no })
  if (row.cancelled_at !== null) return
  const numbers = numbersOf(db, personId)
  write(db, row.stay_id === null ? 'search_past' : 'search_present', row.no, textOf(row, numbers))
}

/** The cheaper half of {@link indexPerson}, for a change of bed of somebody who stays on the roll. */
export function indexPresence(db: WriteDb, personId: string): void {
  const row = findPerson.get(db, { id: personId })
  if (!row) return
  removals.search_present.run(db, { no: row.no })
  if (row.cancelled_at !== null || row.stay_id === null) return
  write(db, 'search_present', row.no, textOf(row, numbersOf(db, personId)))
}

function groupNumbers(rows: readonly { person_id: string; number: string | null }[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { person_id: personId, number } of rows) {
    if (number === null) continue
    const numbers = found.get(personId)
    if (numbers) numbers.push(number)
    else found.set(personId, [number])
  }
  return found
}

function readChunk(db: ReadDb, after: number) {
  const people = db.all(
    qb
      .selectFrom('person')
      .leftJoin('roster', 'roster.person_id', 'person.id')
      .select([
        'person.id',
        'person.no',
        'person.name',
        'person.alias',
        'person.birth_on',
        'person.birth_precision',
        'person.cancelled_at',
        'roster.stay_id',
        'roster.bed_code',
      ])
      .where('person.no', '>', after)
      .orderBy('person.no')
      .limit(CHUNK),
  )
  const last = people.at(-1)?.no ?? after
  const papers = db.all(
    qb
      .selectFrom('person')
      .innerJoin('identity_paper', 'identity_paper.person_id', 'person.id')
      .select(['identity_paper.person_id', 'identity_paper.number'])
      .where('person.no', '>', after)
      .where('person.no', '<=', last),
  )
  const dossiers = db.all(
    qb
      .selectFrom('person')
      .innerJoin('stay', 'stay.person_id', 'person.id')
      .select(['stay.person_id', 'stay.dossier_number as number'])
      .where('person.no', '>', after)
      .where('person.no', '<=', last)
      .where('stay.cancelled_at', 'is', null),
  )
  return { people, last, papers: groupNumbers(papers), dossiers: groupNumbers(dossiers) }
}

/**
 * Writes both search tables anew from people, papers, stays and the roster: for import, seed and restore, where it
 * is many times quicker than one {@link indexPerson} each. `progress` hears how many people are done.
 */
export function rebuildSearch(db: WriteDb, progress: (done: number) => void = () => {}): void {
  for (const table of SEARCH_TABLES) command(db, table, 'delete-all')
  let done = 0
  let chunk = readChunk(db, 0)
  while (chunk.people.length > 0) {
    for (const person of chunk.people) {
      if (person.cancelled_at !== null) continue
      const numbers = {
        papers: chunk.papers.get(person.id) ?? [],
        dossiers: chunk.dossiers.get(person.id) ?? [],
      }
      const table = person.stay_id === null ? 'search_past' : 'search_present'
      write(db, table, person.no, textOf(person, numbers))
    }
    done += chunk.people.length
    progress(done)
    chunk = readChunk(db, chunk.last)
  }
  for (const table of SEARCH_TABLES) command(db, table, 'optimize')
}

/** A command of FTS5 itself, written as an insert into the column that bears the table's name. */
function command(db: WriteDb, table: SearchTableName, name: 'delete-all' | 'optimize'): void {
  db.run(sql`insert into ${sql.table(table)} (${sql.ref(table)}) values (${name})`.compile(qb))
}
