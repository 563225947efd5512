import type { Insertable, Updateable } from 'kysely'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { PersonLinkTable } from '../../schema/person-link.ts'
import type { PersonMergeTable } from '../../schema/person-merge.ts'

const linkBetween = prepared<{ a: string; b: string }>()((p) =>
  qb
    .selectFrom('person_link')
    .selectAll()
    .where('person_a', '=', p.a)
    .where('person_b', '=', p.b)
    .where('withdrawn_at', 'is', null),
)

const linksOf = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('person_link')
    .selectAll()
    .where((e) => e.or([e('person_a', '=', p.id), e('person_b', '=', p.id)]))
    .where('withdrawn_at', 'is', null),
)

/** Two ids in the order in which pairs are stored. */
function pairOf(one: string, other: string): { a: string; b: string } {
  return one < other ? { a: one, b: other } : { a: other, b: one }
}

/** What was decided about two people and still holds. */
export function findLink(db: ReadDb, one: string, other: string) {
  return linkBetween.get(db, pairOf(one, other))
}

/** People decided not to be this person. */
export function listNotSame(db: ReadDb, personId: string): Set<string> {
  const rows = linksOf.all(db, { id: personId }).filter((row) => row.verdict === 'not-same')
  return new Set(rows.map((row) => (row.person_a === personId ? row.person_b : row.person_a)))
}

/** Remembers a decision about two people. */
export function insertLink(
  db: WriteDb,
  link: Omit<Insertable<PersonLinkTable>, 'person_a' | 'person_b'> & { people: readonly [string, string] },
): void {
  const { people, ...row } = link
  const { a, b } = pairOf(...people)
  db.run(qb.insertInto('person_link').values({ ...row, person_a: a, person_b: b }))
}

/** The decision holds no longer; it stays on file. */
export function withdrawLink(db: WriteDb, id: string, at: string, by: string): void {
  db.run(qb.updateTable('person_link').set({ withdrawn_at: at, withdrawn_by: by }).where('id', '=', id))
}

export function findMerge(db: ReadDb, id: string) {
  return db.get(qb.selectFrom('person_merge').selectAll().where('id', '=', id))
}

/** Merges in which the person had a part, newest first. */
export function listMerges(db: ReadDb, personId: string) {
  return db.all(
    qb
      .selectFrom('person_merge')
      .innerJoin('person', 'person.id', 'person_merge.merged_id')
      .selectAll('person_merge')
      .select('person.name')
      .where((e) => e.or([e('kept_id', '=', personId), e('merged_id', '=', personId)]))
      .orderBy('merged_at', 'desc'),
  )
}

export function insertMerge(db: WriteDb, merge: Insertable<PersonMergeTable>): void {
  db.run(qb.insertInto('person_merge').values(merge))
}

export function updateMerge(db: WriteDb, id: string, change: Updateable<PersonMergeTable>): void {
  db.run(qb.updateTable('person_merge').set(change).where('id', '=', id))
}
