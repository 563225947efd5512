import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'
import type { Day } from '#domain/time/day.ts'

const validOn = prepared<{ day: string }>()((p) =>
  qb
    .selectFrom('centre_profile')
    .selectAll()
    .where('valid_from', '<=', p.day)
    .orderBy('valid_from', 'desc')
    .limit(1),
)

/** The centre as it was named on a day; the first profile for days before it. */
export function findCentre(db: ReadDb, on: Day) {
  return (
    validOn.get(db, { day: on }) ??
    db.get(qb.selectFrom('centre_profile').selectAll().orderBy('valid_from').limit(1))
  )
}

export function listCentreProfiles(db: ReadDb) {
  return db.all(qb.selectFrom('centre_profile').selectAll().orderBy('valid_from', 'desc'))
}

export function listHolidays(db: ReadDb, year: number) {
  return db.all(
    qb
      .selectFrom('holiday')
      .selectAll()
      .where('day', '>=', `${year}-01-01`)
      .where('day', '<=', `${year}-12-31`)
      .orderBy('day'),
  )
}

/** Every day of the calendar that differs from the plain week. */
export function listAllHolidays(db: ReadDb) {
  return db.all(qb.selectFrom('holiday').select(['day', 'kind']))
}

export function findHoliday(db: ReadDb, day: Day) {
  return db.get(qb.selectFrom('holiday').selectAll().where('day', '=', day))
}
