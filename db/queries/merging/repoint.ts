import { sql } from 'kysely'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'

/** Tables whose rows belong to a person and go with the person when two records turn out to be one. */
const OWNED_TABLES = [
  'identity_paper',
  'address',
  'stay',
  'relative',
  'mark',
  'photo',
  'document',
  'alert',
  'request',
  'conduct_case',
  'outing',
  'visitor_tie',
  'visit',
  'contact_restriction',
  'phone_call',
  'letter',
  'parcel',
  'contraband_find',
  'incident_involvement',
  'incident_exhibit',
  'escape',
] as const
type OwnedTable = (typeof OWNED_TABLES)[number]

/** A row that changed hands; for keep-apart pairs also the other side, which decides the order in the row. */
export type MovedRow =
  | { table: OwnedTable; id: string }
  | { table: 'keep_apart'; id: string; other: string }
  | { table: 'keep_apart_closed'; id: string }
  /** A decision about two people that went over to the one kept. */
  | { table: 'person_link'; id: string; other: string }

interface Move {
  from: string
  to: string
  now: string
  by: string
}

const ids = (db: ReadDb, table: OwnedTable, personId: string) =>
  db.all<{ id: string }>(
    sql<{ id: string }>`select id from ${sql.table(table)} where person_id = ${personId} order by id`.compile(
      qb,
    ),
  )

function repoint(db: WriteDb, table: OwnedTable, id: string, move: Pick<Move, 'from' | 'to'>): boolean {
  const { changes } = db.run(
    sql`update ${sql.table(table)} set person_id = ${move.to} where id = ${id} and person_id = ${move.from}`.compile(
      qb,
    ),
  )
  return changes === 1
}

/**
 * Gives everything of one person to another. A pair kept apart that the other has already, or that would keep
 * somebody apart from themselves, is closed instead.
 */
export function moveRows(db: WriteDb, move: Move): MovedRow[] {
  const moved: MovedRow[] = []
  for (const table of OWNED_TABLES)
    for (const { id } of ids(db, table, move.from)) {
      repoint(db, table, id, move)
      moved.push({ table, id })
    }
  for (const pair of openPairs(db, move.from)) {
    const other = pair.person_a === move.from ? pair.person_b : pair.person_a
    const isTaken = openPairs(db, move.to).some((row) => row.person_a === other || row.person_b === other)
    if (other === move.to || isTaken) {
      closePair(db, pair.id, move)
      moved.push({ table: 'keep_apart_closed', id: pair.id })
    } else {
      setPair(db, pair.id, move.to, other)
      moved.push({ table: 'keep_apart', id: pair.id, other })
    }
  }
  moved.push(...moveDecisions(db, move))
  return moved
}

/** "Not the same" holds for the one kept too, unless that one has a decision about the other already. */
function moveDecisions(db: WriteDb, move: Move): MovedRow[] {
  return openDecisions(db, move.from).flatMap((link): MovedRow[] => {
    const other = link.person_a === move.from ? link.person_b : link.person_a
    const isTaken = openDecisions(db, move.to).some((row) => row.person_a === other || row.person_b === other)
    if (other === move.to || isTaken) return []
    setDecision(db, link.id, move.to, other)
    return [{ table: 'person_link', id: link.id, other }]
  })
}

function openDecisions(db: ReadDb, personId: string) {
  return db.all(
    qb
      .selectFrom('person_link')
      .select(['id', 'person_a', 'person_b'])
      .where((e) => e.or([e('person_a', '=', personId), e('person_b', '=', personId)]))
      .where('verdict', '=', 'not-same')
      .where('withdrawn_at', 'is', null),
  )
}

function setDecision(db: WriteDb, id: string, one: string, other: string): void {
  const [personA = '', personB = ''] = [one, other].toSorted()
  db.run(qb.updateTable('person_link').set({ person_a: personA, person_b: personB }).where('id', '=', id))
}

function returnDecision(
  db: WriteDb,
  row: { id: string; other: string },
  move: Pick<Move, 'from' | 'to'>,
): boolean {
  const link = openDecisions(db, move.from).find(({ id }) => id === row.id)
  if (!link) return false
  setDecision(db, row.id, move.to, row.other)
  return true
}

/**
 * Gives the rows of a merge back, newest first. A row that has gone elsewhere since stays where it is.
 * @returns how many went back and how many stayed
 */
export function returnRows(
  db: WriteDb,
  rows: readonly MovedRow[],
  move: Pick<Move, 'from' | 'to'>,
): { returned: number; left: number } {
  let returned = 0
  for (const row of rows.toReversed()) {
    if (row.table === 'keep_apart') returned += returnPair(db, row, move) ? 1 : 0
    else if (row.table === 'person_link') returned += returnDecision(db, row, move) ? 1 : 0
    else if (row.table === 'keep_apart_closed') returned += reopenPair(db, row.id) ? 1 : 0
    else returned += repoint(db, row.table, row.id, move) ? 1 : 0
  }
  return { returned, left: rows.length - returned }
}

function openPairs(db: ReadDb, personId: string) {
  return db.all(
    qb
      .selectFrom('keep_apart')
      .select(['id', 'person_a', 'person_b'])
      .where((e) => e.or([e('person_a', '=', personId), e('person_b', '=', personId)]))
      .where('closed_at', 'is', null),
  )
}

function setPair(db: WriteDb, id: string, one: string, other: string): void {
  const [personA = '', personB = ''] = [one, other].toSorted()
  db.run(qb.updateTable('keep_apart').set({ person_a: personA, person_b: personB }).where('id', '=', id))
}

function closePair(db: WriteDb, id: string, move: Move): void {
  db.run(
    qb
      .updateTable('keep_apart')
      .set({ closed_at: move.now, closed_by: move.by, close_reason: 'Gộp hai hồ sơ của một người' })
      .where('id', '=', id),
  )
}

function reopenPair(db: WriteDb, id: string): boolean {
  const { changes } = db.run(
    qb
      .updateTable('keep_apart')
      .set({ closed_at: null, closed_by: null, close_reason: null })
      .where('id', '=', id),
  )
  return changes === 1
}

function returnPair(
  db: WriteDb,
  row: { id: string; other: string },
  move: Pick<Move, 'from' | 'to'>,
): boolean {
  const pair = db.get(qb.selectFrom('keep_apart').select(['person_a', 'person_b']).where('id', '=', row.id))
  if (!pair || (pair.person_a !== move.from && pair.person_b !== move.from)) return false
  setPair(db, row.id, move.to, row.other)
  return true
}

/** Marks a person as merged into another, or stands them up again with null. */
export function setMergedInto(db: WriteDb, personId: string, keptId: string | null, now: string): void {
  db.run(
    qb
      .updateTable('person')
      .set({ merged_into: keptId, cancelled_at: keptId === null ? null : now })
      .where('id', '=', personId),
  )
}
