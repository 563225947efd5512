import type { Insertable, Updateable } from 'kysely'
import type { WriteDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'
import type { LetterTable } from '../../schema/letter.ts'
import type { ParcelItemTable } from '../../schema/parcel-item.ts'
import type { ParcelTable } from '../../schema/parcel.ts'
import type { PhoneCallTable } from '../../schema/phone-call.ts'

export function insertCall(db: WriteDb, call: Insertable<PhoneCallTable>): void {
  db.run(qb.insertInto('phone_call').values(call))
}

export function updateCall(db: WriteDb, id: string, change: Updateable<PhoneCallTable>): void {
  db.run(qb.updateTable('phone_call').set(change).where('id', '=', id))
}

export function insertLetter(db: WriteDb, letter: Insertable<LetterTable>): void {
  db.run(qb.insertInto('letter').values(letter))
}

/** Writes a parcel with its things. */
export function insertParcel(
  db: WriteDb,
  parcel: Insertable<ParcelTable>,
  items: readonly Insertable<ParcelItemTable>[],
): void {
  db.run(qb.insertInto('parcel').values(parcel))
  for (const item of items) db.run(qb.insertInto('parcel_item').values(item))
}
