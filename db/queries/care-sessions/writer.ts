import type { Insertable, Updateable } from 'kysely'
import type { WriteDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { CareAttendanceTable } from '../../schema/care-attendance.ts'
import type { CareSessionTable } from '../../schema/care-session.ts'

export function insertSession(db: WriteDb, row: Insertable<CareSessionTable>): void {
  db.run(qb.insertInto('care_session').values(row))
}

export function updateSession(db: WriteDb, id: string, change: Updateable<CareSessionTable>): void {
  db.run(qb.updateTable('care_session').set(change).where('id', '=', id))
}

const call = prepared<{ session: string; stay: string; at: string; by: string }>()((p) =>
  qb.insertInto('care_attendance').values({
    session_id: p.session,
    stay_id: p.stay,
    mark: null,
    private_note: null,
    note_by: null,
    recorded_at: p.at,
    recorded_by: p.by,
  }),
)

/** Calls somebody to a session. */
export function callAttendee(
  db: WriteDb,
  row: { session: string; stay: string; at: string; by: string },
): void {
  call.run(db, row)
}

/** Takes somebody off the list of a session that was not held; a private note keeps the row. */
export function uncallAttendee(db: WriteDb, sessionId: string, stayId: string): void {
  db.run(
    qb
      .deleteFrom('care_attendance')
      .where('session_id', '=', sessionId)
      .where('stay_id', '=', stayId)
      .where('private_note', 'is', null),
  )
}

export function updateAttendance(
  db: WriteDb,
  key: { sessionId: string; stayId: string },
  change: Updateable<CareAttendanceTable>,
): boolean {
  const { changes } = db.run(
    qb
      .updateTable('care_attendance')
      .set(change)
      .where('session_id', '=', key.sessionId)
      .where('stay_id', '=', key.stayId),
  )
  return changes === 1
}
