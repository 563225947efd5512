import { sql, type Insertable, type Updateable } from 'kysely'
import { foldName } from '#domain/names/fold-name.ts'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { VisitorTieTable } from '../../schema/visitor-tie.ts'
import type { VisitorTable } from '../../schema/visitor.ts'

const byId = prepared<{ id: string }>()((p) => qb.selectFrom('visitor').selectAll().where('id', '=', p.id))

const byPaper = prepared<{ number: string }>()((p) =>
  qb.selectFrom('visitor').selectAll().where('paper_number', '=', p.number),
)

const tiesOfPerson = prepared<{ person: string }>()((p) =>
  qb
    .selectFrom('visitor_tie')
    .innerJoin('visitor', 'visitor.id', 'visitor_tie.visitor_id')
    .selectAll('visitor')
    .select(['visitor_tie.relation', 'visitor_tie.proof', 'visitor_tie.relative_id'])
    .where('visitor_tie.person_id', '=', p.person)
    .orderBy('visitor.name_folded')
    // The newest word about the kinship comes last and counts.
    .orderBy('visitor_tie.created_at'),
)

const tiesToOther = prepared<{ visitor: string }>()((p) =>
  qb.selectFrom('visitor_tie').select('person_id').distinct().where('visitor_id', '=', p.visitor),
)

const pairsOf = prepared<{ person: string }>()((p) =>
  qb
    .selectFrom('keep_apart')
    .innerJoin('person', (join) =>
      join.on(
        'person.id',
        '=',
        sql<string>`case keep_apart.person_a when ${p.person} then keep_apart.person_b else keep_apart.person_a end`,
      ),
    )
    .select(['person.id', 'person.name'])
    .where((e) => e.or([e('person_a', '=', p.person), e('person_b', '=', p.person)]))
    .where('in_visit', '=', 1)
    .where('closed_at', 'is', null),
)

const sameNumber = prepared<{ person: string; number: string }>()((p) =>
  qb
    .selectFrom('identity_paper')
    .select('id')
    .where('person_id', '=', p.person)
    .where('number', '=', p.number)
    .where('superseded_at', 'is', null)
    .limit(1),
)

const sameRelative = prepared<{ person: string; folded: string; year: number }>()((p) =>
  qb
    .selectFrom('relative')
    .select('id')
    .where('person_id', '=', p.person)
    .where('name_folded', '=', p.folded)
    .where('birth_year', '=', p.year)
    .where('superseded_at', 'is', null)
    .limit(1),
)

export type VisitorRow = NonNullable<ReturnType<typeof findVisitor>>

export function findVisitor(db: ReadDb, id: string) {
  return byId.get(db, { id })
}

/** The visitor who showed this paper before. */
export function findVisitorByPaper(db: ReadDb, number: string) {
  return byPaper.get(db, { number })
}

/** Who is in the register for a person, one line each, with the newest word about the kinship. */
export function listVisitorsOf(db: ReadDb, personId: string) {
  const newest = new Map(tiesOfPerson.all(db, { person: personId }).map((row) => [row.id, row]))
  return [...newest.values()]
}

/** Whom a person is kept apart from at visits, too. */
export function listKeptApart(db: ReadDb, personId: string) {
  return pairsOf.all(db, { person: personId })
}

/** True when the visitor is this person, visits this person, or is named in this person's dossier. */
export function belongsTo(db: ReadDb, visitor: VisitorRow, personId: string): boolean {
  if (tiesToOther.all(db, { visitor: visitor.id }).some((tie) => tie.person_id === personId)) return true
  const { paper_number: number, birth_year: year } = visitor
  if (number !== null && sameNumber.get(db, { person: personId, number }) !== undefined) return true
  if (year === null) return false
  return sameRelative.get(db, { person: personId, folded: visitor.name_folded, year }) !== undefined
}

/** A page of the register, by name. `words` begins a name or paper number. */
export function listVisitors(
  db: ReadDb,
  query: { words: string; banned: boolean },
  page: { after: { folded: string; id: string } | null; limit: number },
) {
  let rows = qb.selectFrom('visitor').selectAll().orderBy('name_folded').orderBy('id').limit(page.limit)
  if (query.banned) rows = rows.where('banned_at', 'is not', null)
  const words = foldName(query.words)
  if (words !== '') {
    rows = /^\d+$/.test(words)
      ? rows.where('paper_number', 'like', `${words}%`)
      : rows.where((e) =>
          e.or([e('name_folded', 'like', `${words}%`), e('name_folded', 'like', `% ${words}%`)]),
        )
  }
  const { after } = page
  if (after !== null) rows = rows.where(sql<boolean>`(name_folded, id) > (${after.folded}, ${after.id})`)
  return db.all(rows)
}

/** Whom these visitors visit. */
export function listTies(db: ReadDb, visitorIds: readonly string[]) {
  if (visitorIds.length === 0) return []
  return db.all(
    qb
      .selectFrom('visitor_tie')
      .innerJoin('person', 'person.id', 'visitor_tie.person_id')
      .select(['visitor_tie.visitor_id', 'visitor_tie.person_id', 'visitor_tie.relation', 'person.name'])
      .where('visitor_tie.visitor_id', 'in', visitorIds)
      .orderBy('visitor_tie.created_at'),
  )
}

export function insertVisitor(
  db: WriteDb,
  row: Omit<Insertable<VisitorTable>, 'name_folded' | 'banned_at' | 'banned_by' | 'ban_reason' | 'version'>,
): void {
  const rest = { name_folded: foldName(row.name), banned_at: null, banned_by: null, ban_reason: null }
  db.run(qb.insertInto('visitor').values({ ...row, ...rest }))
}

export function updateVisitor(
  db: WriteDb,
  id: string,
  change: Omit<Updateable<VisitorTable>, 'name_folded'>,
): void {
  const folded = change.name === undefined ? {} : { name_folded: foldName(change.name) }
  db.run(
    qb
      .updateTable('visitor')
      .set({ ...change, ...folded })
      .where('id', '=', id),
  )
}

export function insertTie(db: WriteDb, tie: Insertable<VisitorTieTable>): void {
  db.run(qb.insertInto('visitor_tie').values(tie))
}
