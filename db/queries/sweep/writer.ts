import type { Insertable } from 'kysely'
import type { WriteDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { SweepFindingTable } from '../../schema/sweep-finding.ts'
import type { SweepRunTable } from '../../schema/sweep-run.ts'

const seenAgain = prepared<{ id: string; at: string; sentence: string; hard: number }>()((p) =>
  qb
    .updateTable('sweep_finding')
    .set({ last_seen_at: p.at, sentence: p.sentence, is_hard: p.hard })
    .where('id', '=', p.id),
)

const resolve = prepared<{ id: string; at: string }>()((p) =>
  qb.updateTable('sweep_finding').set({ resolved_at: p.at }).where('id', '=', p.id),
)

export function insertSweepRun(db: WriteDb, row: Insertable<SweepRunTable>): void {
  db.run(qb.insertInto('sweep_run').values(row))
}

type NewFinding = Pick<
  Insertable<SweepFindingTable>,
  | 'id'
  | 'mark'
  | 'kind'
  | 'zone_id'
  | 'place_code'
  | 'person_id'
  | 'other_id'
  | 'sentence'
  | 'is_hard'
  | 'first_seen_at'
>

export function insertFinding(db: WriteDb, row: NewFinding): void {
  db.run(
    qb.insertInto('sweep_finding').values({
      ...row,
      last_seen_at: row.first_seen_at,
      acknowledged_at: null,
      acknowledged_by: null,
      acknowledge_reason: null,
      resolved_at: null,
    }),
  )
}

/** The same finding, seen once more. */
export function seeAgain(
  db: WriteDb,
  seen: { id: string; at: string; sentence: string; hard: number },
): void {
  seenAgain.run(db, seen)
}

/** The finding holds no more. */
export function resolveFinding(db: WriteDb, id: string, at: string): void {
  resolve.run(db, { id, at })
}

/** Somebody accepted the finding for now. */
export function acknowledgeFinding(
  db: WriteDb,
  id: string,
  by: { at: string; key: string; reason: string },
): void {
  db.run(
    qb
      .updateTable('sweep_finding')
      .set((e) => ({
        acknowledged_at: by.at,
        acknowledged_by: by.key,
        acknowledge_reason: by.reason,
        version: e('version', '+', 1),
      }))
      .where('id', '=', id),
  )
}
