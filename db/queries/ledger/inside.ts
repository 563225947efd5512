import type { ReadDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'

const insideById = prepared<{ stay: string }>()((p) =>
  qb
    .selectFrom('roster')
    .select(['stay_id', 'name'])
    .where('stay_id', '=', p.stay)
    .where('state', '=', 'inside'),
)
const stayEnd = prepared<{ stay: string }>()((p) =>
  qb
    .selectFrom('stay_state')
    .innerJoin('person', 'person.id', 'stay_state.person_id')
    .innerJoin('stay', 'stay.id', 'stay_state.stay_id')
    .select(['stay_state.state', 'stay_state.ended_at', 'stay_state.end_on', 'stay_state.bed_id'])
    .select(['person.id as person_id', 'person.name', 'person.birth_on', 'person.birth_precision'])
    .select('stay.dossier_number')
    .where('stay_state.stay_id', '=', p.stay),
)
const bedOf = prepared<{ stay: string }>()((p) =>
  qb.selectFrom('roster').select('bed_code').where('stay_id', '=', p.stay),
)

/** Somebody who is in the centre now; undefined for those who are out, have escaped or have left. */
export function findInside(db: ReadDb, stayId: string) {
  return insideById.get(db, { stay: stayId })
}

/** How a stay stands and whose it is, for its money and things. */
export function findStayOwner(db: ReadDb, stayId: string) {
  return stayEnd.get(db, { stay: stayId })
}

/** The bed of somebody on the roll. */
export function findBedCode(db: ReadDb, stayId: string): string | null {
  return bedOf.get(db, { stay: stayId })?.bed_code ?? null
}
