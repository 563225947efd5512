import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

const personOfStay = prepared<{ stay: string }>()((p) =>
  qb
    .selectFrom('stay')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .select(['person.id as person_id', 'person.name', 'person.birth_on'])
    .where('stay.id', '=', p.stay),
)

/** Whose stay it is, for an old draft about people who have left since. */
export function findPersonOfStay(db: ReadDb, stayId: string) {
  return personOfStay.get(db, { stay: stayId })
}
