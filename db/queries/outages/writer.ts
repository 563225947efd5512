import type { Insertable } from 'kysely'
import type { WriteDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'
import type { BedOutageTable } from '../../schema/bed-outage.ts'
import type { OutagePlanTable } from '../../schema/outage-plan.ts'

export function insertOutage(
  db: WriteDb,
  row: Omit<Insertable<BedOutageTable>, 'ended_at' | 'ended_by'>,
): void {
  db.run(qb.insertInto('bed_outage').values({ ...row, ended_at: null, ended_by: null }))
}

type NewPlan = Omit<Insertable<OutagePlanTable>, 'begun_at' | 'cancelled_at' | 'cancelled_by'>

export function insertOutagePlan(db: WriteDb, row: NewPlan): void {
  db.run(
    qb.insertInto('outage_plan').values({ ...row, begun_at: null, cancelled_at: null, cancelled_by: null }),
  )
}

/** The plan became an outage, or was given up. */
export function endOutagePlan(
  db: WriteDb,
  id: string,
  end: { begun_at: string } | { cancelled_at: string; cancelled_by: string },
): void {
  db.run(qb.updateTable('outage_plan').set(end).where('id', '=', id))
}
