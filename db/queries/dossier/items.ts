import type { Insertable, Updateable } from 'kysely'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { DossierItemTable } from '../../schema/dossier-item.ts'

const itemsOf = prepared<{ stay: string }>()((p) =>
  qb.selectFrom('dossier_item').selectAll().where('stay_id', '=', p.stay).orderBy('sort').orderBy('id'),
)

const itemById = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('dossier_item')
    .innerJoin('stay', 'stay.id', 'dossier_item.stay_id')
    .selectAll('dossier_item')
    .select('stay.person_id')
    .where('dossier_item.id', '=', p.id),
)

/** Papers of a stay in the order of the law's list, extra ones last. */
export function listDossierItems(db: ReadDb, stayId: string) {
  return itemsOf.all(db, { stay: stayId })
}
export type DossierItemRow = ReturnType<typeof listDossierItems>[number]

export function findDossierItem(db: ReadDb, id: string) {
  return itemById.get(db, { id })
}

export function insertDossierItem(db: WriteDb, item: Insertable<DossierItemTable>): void {
  db.run(qb.insertInto('dossier_item').values(item))
}

export function updateDossierItem(db: WriteDb, id: string, change: Updateable<DossierItemTable>): void {
  db.run(qb.updateTable('dossier_item').set(change).where('id', '=', id))
}
