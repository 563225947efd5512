import type { Insertable, Updateable } from 'kysely'
import type { WriteDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'
import type { AppDatabase } from '../../schema/index.ts'

/** Tables of an incident that only take new rows here; what may change has a function of its own. */
type IncidentPart =
  | 'incident'
  | 'incident_involvement'
  | 'incident_injury'
  | 'incident_answer'
  | 'incident_narrative'
  | 'incident_step'
  | 'incident_exhibit'
  | 'incident_exhibit_move'
  | 'incident_evidence'
  | 'incident_task'
  | 'incident_notice'
  | 'incident_link'

/** Writes a new row of an incident. */
export function insertIncidentPart<T extends IncidentPart>(
  db: WriteDb,
  table: T,
  row: Insertable<AppDatabase[T]>,
): void {
  db.run(qb.insertInto(table as IncidentPart).values(row as Insertable<AppDatabase[IncidentPart]>))
}

/** Rows that carry a version: an edit says which one it saw. */
type Versioned =
  | 'incident'
  | 'incident_involvement'
  | 'incident_injury'
  | 'incident_exhibit'
  | 'incident_task'
  | 'incident_notice'

/** Writes what changed of a row and raises its version. */
export function updateIncidentPart<T extends Versioned>(
  db: WriteDb,
  table: T,
  id: string,
  change: Omit<Updateable<AppDatabase[T]>, 'id' | 'version'>,
): void {
  db.run(
    qb
      .updateTable(table as Versioned)
      .set((e) => ({ ...(change as object), version: e('version', '+', 1) }))
      .where('id', '=', id),
  )
}

/** The answer is followed by another, or its kind by another kind. */
export function supersedeAnswer(db: WriteDb, id: string, by: { at: string; by: string }): void {
  db.run(
    qb
      .updateTable('incident_answer')
      .set({ superseded_at: by.at, superseded_by: by.by })
      .where('id', '=', id)
      .where('superseded_at', 'is', null),
  )
}

export function withdrawEvidence(
  db: WriteDb,
  id: string,
  withdrawn: Required<
    Pick<Updateable<AppDatabase['incident_evidence']>, 'withdrawn_at' | 'withdrawn_by' | 'withdraw_reason'>
  >,
): void {
  db.run(qb.updateTable('incident_evidence').set(withdrawn).where('id', '=', id))
}
