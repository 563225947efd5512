import type { Insertable } from 'kysely'
import type { OutageReason } from '#domain/placement/capacity.ts'
import type { Instant } from '#domain/time/instant.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import type { PlaceTable } from '../../schema/place.ts'

const stayIdsInRoom = prepared<{ room: string }>()((p) =>
  qb.selectFrom('roster').select('stay_id').where('room_id', '=', p.room),
)

export function insertPlace(db: WriteDb, row: Insertable<PlaceTable>): void {
  db.run(qb.insertInto('place').values(row))
}

/** What of a place may be changed; its kind, parent and zone never do. */
export type PlaceChange = Partial<
  Pick<
    Insertable<PlaceTable>,
    | 'code'
    | 'full_code'
    | 'full_code_folded'
    | 'name'
    | 'legal_kind'
    | 'sex'
    | 'age_group'
    | 'infection_group'
    | 'is_private'
    | 'capacity_max'
    | 'capacity_use'
    | 'retired_at'
  >
>

/** Writes the change and raises the version. */
export function updatePlace(db: WriteDb, id: string, change: PlaceChange): void {
  db.run(
    qb
      .updateTable('place')
      .set((e) => ({ ...change, version: e('version', '+', 1) }))
      .where('id', '=', id),
  )
}

export function openOutage(
  db: WriteDb,
  outage: {
    id: string
    bedId: string
    reason: OutageReason
    note: string | null
    fromAt: Instant
    backOn: string | null
    recordedBy: string
  },
): void {
  db.run(
    qb.insertInto('bed_outage').values({
      id: outage.id,
      place_id: outage.bedId,
      reason: outage.reason,
      note: outage.note,
      from_at: outage.fromAt,
      back_on: outage.backOn,
      ended_at: null,
      recorded_by: outage.recordedBy,
    }),
  )
}

/** Ends the bed's open outage. Returns false when there was none. */
export function closeOutage(db: WriteDb, bedId: string, by: { now: Instant; key: string }): boolean {
  const closed = db.run(
    qb
      .updateTable('bed_outage')
      .set({ ended_at: by.now, ended_by: by.key })
      .where('place_id', '=', bedId)
      .where('ended_at', 'is', null),
  )
  return closed.changes > 0
}

/** Stays that hold a bed of the room now: their derived rows carry the bed's code. */
export function listStaysInRoom(db: ReadDb, roomId: string): string[] {
  return stayIdsInRoom.all(db, { room: roomId }).map((row) => row.stay_id)
}
