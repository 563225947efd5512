import type { Insertable, Updateable } from 'kysely'
import type { WriteDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'
import type { HospitalStepTable } from '../../schema/hospital-step.ts'
import type { OutingExtensionTable } from '../../schema/outing-extension.ts'
import type { OutingTable } from '../../schema/outing.ts'

export function insertOuting(db: WriteDb, row: Insertable<OutingTable>): void {
  db.run(qb.insertInto('outing').values(row))
}

export function updateOuting(db: WriteDb, id: string, change: Updateable<OutingTable>): void {
  db.run(qb.updateTable('outing').set(change).where('id', '=', id))
}

export function insertExtension(db: WriteDb, row: Insertable<OutingExtensionTable>): void {
  db.run(qb.insertInto('outing_extension').values(row))
}

export function insertHospitalStep(db: WriteDb, row: Insertable<HospitalStepTable>): void {
  db.run(qb.insertInto('hospital_step').values(row))
}

export function updateHospitalStep(db: WriteDb, id: string, change: Updateable<HospitalStepTable>): void {
  db.run(qb.updateTable('hospital_step').set(change).where('id', '=', id))
}

/** Lets an outing follow a departure that was cancelled (null) or written anew under another id. */
export function relinkDeparture(db: WriteDb, eventId: string, toEventId: string | null): void {
  db.run(qb.updateTable('outing').set({ left_event: toEventId }).where('left_event', '=', eventId))
}
