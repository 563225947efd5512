import type { Insertable, Updateable } from 'kysely'
import type { Month } from '#domain/care/conduct.ts'
import type { WriteDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ConductMonthTable } from '../../schema/conduct-month.ts'
import type { ConductRatingTable } from '../../schema/conduct-rating.ts'

export function insertMonth(db: WriteDb, row: Insertable<ConductMonthTable>): void {
  db.run(qb.insertInto('conduct_month').values(row))
}

export function updateMonth(db: WriteDb, month: Month, change: Updateable<ConductMonthTable>): void {
  db.run(qb.updateTable('conduct_month').set(change).where('month', '=', month))
}

export function insertRating(db: WriteDb, row: Insertable<ConductRatingTable>): void {
  db.run(qb.insertInto('conduct_rating').values(row))
}

export function updateRating(
  db: WriteDb,
  key: { month: Month; stayId: string },
  change: Updateable<ConductRatingTable>,
): void {
  db.run(
    qb
      .updateTable('conduct_rating')
      .set(change)
      .where('month', '=', key.month)
      .where('stay_id', '=', key.stayId),
  )
}
