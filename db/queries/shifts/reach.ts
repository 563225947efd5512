import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

const ofPlace = prepared<{ id: string }>()((p) =>
  qb.selectFrom('place').select('zone_id').where('id', '=', p.id),
)
const ofStay = prepared<{ id: string }>()((p) =>
  qb.selectFrom('stay_state').select('zone_id').where('stay_id', '=', p.id),
)
const ofPerson = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('stay_state')
    .select('zone_id')
    .where('person_id', '=', p.id)
    .orderBy('received_at', 'desc')
    .limit(1),
)

/** The zone a bed or a room lies in; null for none of that id. */
export function zoneOfBed(db: ReadDb, id: string): string | null {
  return ofPlace.get(db, { id })?.zone_id ?? null
}

/** The zone a stay is counted under; null while it has none. */
export function zoneOfStay(db: ReadDb, id: string): string | null {
  return ofStay.get(db, { id })?.zone_id ?? null
}

/** The zone a person is or was counted under in the last stay. */
export function zoneOfPerson(db: ReadDb, id: string): string | null {
  return ofPerson.get(db, { id })?.zone_id ?? null
}
