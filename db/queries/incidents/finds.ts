import { sql } from 'kysely'
import type { FindSource } from '#domain/contacts/contact-codes.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

/** Something banned that came to light at a visit, in a parcel or in a letter. */
export interface TiedFind {
  id: string
  person_id: string
  name: string
  source: FindSource
  visit_id: string | null
  parcel_id: string | null
  letter_id: string | null
  what: string
  quantity: string
  found_at: string
  found_by: string
  /** Day of the visit, the parcel or the letter. */
  on_day: string | null
}

const COLUMNS = sql`find.id, find.person_id, person.name, find.source, find.visit_id, find.parcel_id, find.letter_id,
  find.what, find.quantity, find.found_at, find.found_by,
  coalesce((select on_day from visit where visit.id = find.visit_id),
    (select on_day from parcel where parcel.id = find.parcel_id),
    (select on_day from letter where letter.id = find.letter_id)) as on_day`

// Finds of a parcel or a letter are reached by whose they are: their own columns have no index.
const tied = prepared<{ incident: string }>()((p) => ({
  compile: () =>
    sql<TiedFind>`
      select ${COLUMNS} from incident_link as link
        join contraband_find as find on find.id = link.target_id join person on person.id = find.person_id
        where link.incident_id = ${p.incident} and link.kind = 'contraband-find'
      union
      select ${COLUMNS} from incident_link as link
        join contraband_find as find on find.visit_id = link.target_id join person on person.id = find.person_id
        where link.incident_id = ${p.incident} and link.kind = 'visit'
      union
      select ${COLUMNS} from incident_link as link join visit on visit.id = link.target_id
        join parcel on parcel.person_id = visit.person_id and parcel.visit_id = visit.id
        join contraband_find as find on find.person_id = parcel.person_id and find.parcel_id = parcel.id
        join person on person.id = find.person_id
        where link.incident_id = ${p.incident} and link.kind = 'visit'
      union
      select ${COLUMNS} from incident_link as link join parcel on parcel.id = link.target_id
        join contraband_find as find on find.person_id = parcel.person_id and find.parcel_id = parcel.id
        join person on person.id = find.person_id
        where link.incident_id = ${p.incident} and link.kind = 'parcel'
      union
      select ${COLUMNS} from incident_link as link join letter on letter.id = link.target_id
        join contraband_find as find on find.person_id = letter.person_id and find.letter_id = letter.id
        join person on person.id = find.person_id
        where link.incident_id = ${p.incident} and link.kind = 'letter'
      order by 10`.compile(qb),
}))

/** What was found at the visits, in the parcels and letters an incident is tied to, in the order it came to light. */
export function listTiedFinds(db: ReadDb, incidentId: string): TiedFind[] {
  return tied.all(db, { incident: incidentId })
}
