import type { Insertable, Updateable } from 'kysely'
import type { WriteDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ContactRestrictionTable } from '../../schema/contact-restriction.ts'
import type { ContrabandFindTable } from '../../schema/contraband-find.ts'
import type { VisitGuestTable } from '../../schema/visit-guest.ts'
import type { VisitRoomTable } from '../../schema/visit-room.ts'
import type { VisitTable } from '../../schema/visit.ts'

export function insertVisit(db: WriteDb, visit: Insertable<VisitTable>): void {
  db.run(qb.insertInto('visit').values(visit))
}

export function insertGuest(db: WriteDb, guest: Insertable<VisitGuestTable>): void {
  db.run(qb.insertInto('visit_guest').values(guest))
}

export function updateVisit(db: WriteDb, id: string, change: Updateable<VisitTable>): void {
  db.run(qb.updateTable('visit').set(change).where('id', '=', id))
}

/** Writes a room for visits as it stands from now on. */
export function putVisitRoom(db: WriteDb, room: Insertable<VisitRoomTable>): void {
  const { id, ...rest } = room
  db.run(
    qb
      .insertInto('visit_room')
      .values({ id, ...rest })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(rest)),
  )
}

export function insertRestriction(db: WriteDb, restriction: Insertable<ContactRestrictionTable>): void {
  db.run(qb.insertInto('contact_restriction').values(restriction))
}

export function liftRestriction(
  db: WriteDb,
  id: string,
  lift: Required<Pick<Updateable<ContactRestrictionTable>, 'lifted_at' | 'lifted_by' | 'lift_reason'>>,
): void {
  db.run(qb.updateTable('contact_restriction').set(lift).where('id', '=', id))
}

export function insertFind(db: WriteDb, find: Insertable<ContrabandFindTable>): void {
  db.run(qb.insertInto('contraband_find').values(find))
}
