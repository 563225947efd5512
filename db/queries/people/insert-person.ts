import { foldName } from '#domain/names/fold-name.ts'
import { nameSortKey } from '#domain/names/name-order.ts'
import type { Insertable } from 'kysely'
import { qb } from '../../connection/query-builder.ts'
import type { WriteDb } from '../../connection/handles.ts'
import type { AddressTable } from '../../schema/address.ts'
import type { IdentityPaperTable } from '../../schema/identity-paper.ts'
import type { PersonTable } from '../../schema/person.ts'
import type { StayTable } from '../../schema/stay.ts'

/** What the row of a new person may hold; folded name and sort key come from the name. */
type NewPerson = Pick<PersonTable, 'id' | 'name' | 'sex'> &
  Partial<
    Pick<
      PersonTable,
      | 'alias'
      | 'birth_on'
      | 'birth_precision'
      | 'ethnicity'
      | 'occupation'
      | 'education'
      | 'note'
      | 'import_batch_id'
    >
  >

/** Enters a person. What they are found by is written with their first event, or by `indexPerson`. */
export function insertPerson(db: WriteDb, now: string, person: NewPerson): void {
  const row: Insertable<PersonTable> = {
    id: person.id,
    name: person.name,
    name_folded: foldName(person.name),
    sort_key: nameSortKey(person.name),
    alias: person.alias ?? null,
    birth_on: person.birth_on ?? null,
    birth_precision: person.birth_precision ?? null,
    sex: person.sex,
    placement_sex: null,
    ethnicity: person.ethnicity ?? null,
    occupation: person.occupation ?? null,
    education: person.education ?? null,
    infection_group: null,
    note: person.note ?? null,
    import_batch_id: person.import_batch_id ?? null,
    cancelled_at: null,
    created_at: now,
  }
  db.run(qb.insertInto('person').values(row))
}

/** Enters an identity paper of a person. */
export function insertPaper(
  db: WriteDb,
  now: string,
  paper: Omit<IdentityPaperTable, 'superseded_at' | 'created_at'>,
): void {
  db.run(qb.insertInto('identity_paper').values({ ...paper, superseded_at: null, created_at: now }))
}

/** Enters an address of a person. */
export function insertAddress(
  db: WriteDb,
  now: string,
  address: Omit<AddressTable, 'superseded_at' | 'created_at'>,
): void {
  db.run(qb.insertInto('address').values({ ...address, superseded_at: null, created_at: now }))
}

/** Opens a stay. It counts nowhere until its reception is recorded. */
export function insertStay(
  db: WriteDb,
  now: string,
  stay: Omit<Insertable<StayTable>, 'cancelled_at' | 'cancel_reason' | 'created_at' | 'version'>,
): void {
  db.run(qb.insertInto('stay').values({ ...stay, cancelled_at: null, cancel_reason: null, created_at: now }))
}
