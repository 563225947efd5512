import { foldName } from '#domain/names/fold-name.ts'
import { nameSortKey } from '#domain/names/name-order.ts'
import { storedBirth } from '#domain/people/birth.ts'
import type { FieldEdit } from '#domain/people/merge-edit.ts'
import { termRegime } from '#domain/law/regime.ts'
import type { Updateable } from 'kysely'
import type { WriteDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'
import type { PersonTable } from '../../schema/person.ts'
import type { StayTable } from '../../schema/stay.ts'
import { insertAddress } from './insert-person.ts'
import type { StoredPerson, StoredStay } from './reader.ts'

const PERSON_COLUMNS: Readonly<Record<string, keyof PersonTable>> = {
  alias: 'alias',
  sex: 'sex',
  placementSex: 'placement_sex',
  ethnicity: 'ethnicity',
  occupation: 'occupation',
  education: 'education',
  note: 'note',
}

const STAY_COLUMNS: Readonly<Record<string, keyof StayTable>> = {
  dossierNumber: 'dossier_number',
  ordinal: 'ordinal',
  ordinalSource: 'ordinal_source',
  decisionNumber: 'decision_number',
  decisionOn: 'decision_on',
  decisionIssuer: 'decision_issuer',
  startOn: 'start_on',
  startSource: 'start_source',
  termMonths: 'term_months',
  heldFrom: 'held_from',
}

function personColumns({ field, after }: FieldEdit): Updateable<PersonTable> {
  if (field === 'name') {
    const name = String(after)
    return { name, name_folded: foldName(name), sort_key: nameSortKey(name) }
  }
  if (field === 'birth') {
    const { birthOn, birthPrecision } = storedBirth(after === null ? null : String(after))
    return { birth_on: birthOn, birth_precision: birthPrecision }
  }
  const column = PERSON_COLUMNS[field]
  if (column === undefined) throw new RangeError(`no field of a person: ${field}`)
  return { [column]: after }
}

/** Writes edited fields of a person and counts the version on. Search and the roster are the caller's to bring along. */
export function updatePerson(db: WriteDb, person: StoredPerson, edits: readonly FieldEdit[]): void {
  const columns: Updateable<PersonTable> = Object.assign({}, ...edits.map(personColumns))
  db.run(
    qb
      .updateTable('person')
      .set({ ...columns, version: person.version + 1 })
      .where('id', '=', person.id),
  )
}

/** Writes edited fields of a stay, counts the version on, and keeps the law of the term with the decision's day. */
export function updateStay(db: WriteDb, stay: StoredStay, edits: readonly FieldEdit[]): void {
  const columns: Record<string, string | number | null> = { version: stay.version + 1 }
  for (const { field, after } of edits) {
    const column = STAY_COLUMNS[field]
    if (column === undefined) throw new RangeError(`no field of a stay: ${field}`)
    columns[column] = after
    if (field === 'decisionOn') columns['term_regime'] = termRegime(after === null ? null : String(after))
  }
  db.run(
    qb
      .updateTable('stay')
      .set(columns as Updateable<StayTable>)
      .where('id', '=', stay.id),
  )
}

/** Marks a paper as replaced; it stays on file. */
export function supersedePaper(db: WriteDb, id: string, at: string): void {
  db.run(qb.updateTable('identity_paper').set({ superseded_at: at }).where('id', '=', id))
}

/** Sets an address; the earlier ones of its kind stay on file. */
export function setAddress(db: WriteDb, now: string, address: Parameters<typeof insertAddress>[2]): void {
  db.run(
    qb
      .updateTable('address')
      .set({ superseded_at: now })
      .where('person_id', '=', address.person_id)
      .where('kind', '=', address.kind)
      .where('superseded_at', 'is', null),
  )
  insertAddress(db, now, address)
}
