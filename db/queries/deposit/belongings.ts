import { sql, type Insertable } from 'kysely'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { PropertyEventTable } from '../../schema/property-event.ts'
import type { PropertyBagTable } from '../../schema/property-bag.ts'
import type { PropertyLineTable } from '../../schema/property-line.ts'

const bagsOf = prepared<{ stay: string }>()((p) =>
  qb
    .selectFrom('property_bag')
    .leftJoin('stay_state', 'stay_state.stay_id', 'property_bag.stay_id')
    .selectAll('property_bag')
    .leftJoin('shelf', 'shelf.id', 'property_bag.shelf_id')
    .select(['stay_state.state as stay_state', 'stay_state.end_on as stay_end_on'])
    .select(['shelf.store', 'shelf.rack', 'shelf.cell'])
    .where('property_bag.stay_id', '=', p.stay)
    .orderBy('sealed_at')
    .orderBy('property_bag.id'),
)
const linesOf = prepared<{ stay: string }>()((p) =>
  qb.selectFrom('property_line').selectAll().where('stay_id', '=', p.stay).orderBy('sort'),
)
const bagById = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('property_bag')
    .innerJoin('stay', 'stay.id', 'property_bag.stay_id')
    .leftJoin('stay_state', 'stay_state.stay_id', 'stay.id')
    .selectAll('property_bag')
    .select(['stay.person_id', 'stay_state.state as stay_state', 'stay_state.end_on as stay_end_on'])
    .select('stay_state.ended_at as stay_ended_at')
    .where('property_bag.id', '=', p.id),
)
const eventsOfBag = prepared<{ bag: string }>()((p) =>
  qb
    .selectFrom('property_event')
    .selectAll()
    .where('bag_id', '=', p.bag)
    .orderBy('recorded_at')
    .orderBy(sql`rowid`),
)
const sealHolder = prepared<{ seal: string }>()((p) =>
  qb
    .selectFrom('property_bag')
    .innerJoin('stay', 'stay.id', 'property_bag.stay_id')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .select(['property_bag.id', 'person.name'])
    .where('property_bag.seal_key', '=', p.seal),
)

/** A bag with its person and how the stay stands. */
export function findBag(db: ReadDb, id: string) {
  return bagById.get(db, { id })
}

/** What was recorded of a bag, oldest first. */
export function listBagEvents(db: ReadDb, bagId: string) {
  return eventsOfBag.all(db, { bag: bagId })
}

export function insertBagEvent(db: WriteDb, event: Insertable<PropertyEventTable>): void {
  db.run(qb.insertInto('property_event').values(event))
}

export function listBags(db: ReadDb, stayId: string) {
  return bagsOf.all(db, { stay: stayId })
}

export function listPropertyLines(db: ReadDb, stayId: string) {
  return linesOf.all(db, { stay: stayId })
}

/** Whose bag bears the seal. */
export function findSealHolder(db: ReadDb, sealKey: string) {
  return sealHolder.get(db, { seal: sealKey })
}

export function insertBag(db: WriteDb, bag: Insertable<PropertyBagTable>): void {
  db.run(qb.insertInto('property_bag').values(bag))
}

export function insertPropertyLine(db: WriteDb, line: Insertable<PropertyLineTable>): void {
  db.run(qb.insertInto('property_line').values(line))
}
