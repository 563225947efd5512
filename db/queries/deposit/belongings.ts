import type { Insertable } from 'kysely'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { PropertyBagTable } from '../../schema/property-bag.ts'
import type { PropertyLineTable } from '../../schema/property-line.ts'

const bagsOf = prepared<{ stay: string }>()((p) =>
  qb.selectFrom('property_bag').selectAll().where('stay_id', '=', p.stay).orderBy('sealed_at').orderBy('id'),
)
const linesOf = prepared<{ stay: string }>()((p) =>
  qb.selectFrom('property_line').selectAll().where('stay_id', '=', p.stay).orderBy('sort'),
)
const sealHolder = prepared<{ seal: string }>()((p) =>
  qb
    .selectFrom('property_bag')
    .innerJoin('stay', 'stay.id', 'property_bag.stay_id')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .select(['property_bag.id', 'person.name'])
    .where('property_bag.seal_key', '=', p.seal),
)

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
