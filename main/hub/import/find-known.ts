import type { ReadDb } from '#db/connection/handles.ts'
import { findKnownPeople } from '#db/queries/imports/known-people.ts'
import type { ImportPerson } from '#domain/import/import-person.ts'
import { foldName } from '#domain/names/fold-name.ts'
import { isKnownAs } from './judge-known.ts'

/** The person of the house that the row means, if any. */
export function findKnown(
  db: ReadDb,
  person: ImportPerson,
): { id: string; batchId: string | null } | undefined {
  return findKnownPeople(db, {
    nameFolded: foldName(person.name),
    birthOn: person.birthOn ?? null,
    idNumber: person.idNumber ?? null,
  }).find((known) => isKnownAs(person, known))
}
