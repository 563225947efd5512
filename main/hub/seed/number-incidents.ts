import { sql } from 'kysely'
import type { WriteDb } from '#db/connection/handles.ts'
import { qb } from '#db/connection/query-builder.ts'

/** More than any number of a year: numbers pass through here, since no two may be the same in between. */
const ASIDE = 10_000_000

/** Numbers the book of incidents anew, each year in the order in which they were reported. */
export function numberIncidents(db: WriteDb): void {
  db.run(sql`update incident set no = no + ${ASIDE} where no is not null`.compile(qb))
  db.run(
    sql`
      update incident set no = ordered.place
      from (
        select id, row_number() over (partition by year order by reported_at, id) as place
        from incident where no is not null
      ) as ordered
      where ordered.id = incident.id`.compile(qb),
  )
}
