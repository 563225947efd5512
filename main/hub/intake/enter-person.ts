import type { WriteDb } from '#db/connection/handles.ts'
import { changeStays } from '#db/queries/custody/writer.ts'
import { insertPaper, insertPerson } from '#db/queries/people/insert-person.ts'
import { findPerson, listPapers, listStays } from '#db/queries/people/reader.ts'
import { setAddress, updatePerson } from '#db/queries/people/writer.ts'
import { insertLink } from '#db/queries/merging/links.ts'
import type { ReceiveInput } from '#domain/contract/intake-fields.ts'
import { AppError } from '#domain/errors.ts'
import { parseIdentityNumber } from '#domain/identity/identity-number.ts'
import { EDUCATION_LABELS } from '#domain/information-sheet/personal-lists.ts'
import { tidyName } from '#domain/names/tidy-name.ts'
import { birthText, storedBirth } from '#domain/people/birth.ts'
import type { FieldEdit } from '#domain/people/merge-edit.ts'
import type { FieldChange, WriteContext } from '../use-case.ts'
import { provinceOf } from './addresses.ts'

/** Enters a newcomer, or brings the file of somebody known up to the form. Returns whose stay it will be. */
export function enterPerson(db: WriteDb, context: WriteContext, input: ReceiveInput): string {
  const { person } = input
  const personId = person.kind === 'new' ? person.id : person.personId
  if (person.kind === 'new') enterNew(db, context, input, personId)
  else correctKnown(db, context, input, personId)
  enterPapers(db, context, input, personId)
  for (const address of input.addresses) {
    setAddress(db, context.now, {
      id: address.id,
      person_id: personId,
      kind: address.kind,
      commune_code: address.communeCode,
      province_code:
        address.communeCode === null ? address.provinceCode : (provinceOf(address.communeCode) ?? null),
      detail: address.detail,
      printed: address.printed,
      valid_from: null,
    })
  }
  for (const { personId: other, reason } of person.notSame) {
    insertLink(db, {
      id: context.newId(),
      people: [personId, other],
      verdict: 'not-same',
      reason,
      decided_at: context.now,
      decided_by: context.actor.key,
      withdrawn_at: null,
      withdrawn_by: null,
    })
  }
  return personId
}

function enterNew(db: WriteDb, context: WriteContext, input: ReceiveInput, personId: string): void {
  const { name, alias, birth, sex, placementSex } = input.person.fields
  const { birthOn, birthPrecision } = storedBirth(birth)
  const sheet = input.sheet?.body
  insertPerson(db, context.now, {
    id: personId,
    name: tidyName(name).name,
    alias,
    birth_on: birthOn,
    birth_precision: birthPrecision,
    sex,
    ethnicity: sheet?.ethnicity ?? null,
    occupation: sheet?.occupation ?? null,
    education: sheet?.education ? EDUCATION_LABELS[sheet.education] : null,
  })
  const person = findPerson(db, personId)
  if (person && placementSex !== null) {
    updatePerson(db, person, [{ field: 'placementSex', before: null, after: placementSex }])
  }
  context.audit({ action: 'person.entered', subject: { kind: 'person', id: personId }, personId })
}

function correctKnown(db: WriteDb, context: WriteContext, input: ReceiveInput, personId: string): void {
  const person = findPerson(db, personId)
  if (!person) throw new AppError('not_found')
  const said = { ...input.person.fields, name: tidyName(input.person.fields.name).name }
  const known: typeof said = {
    name: person.name,
    alias: person.alias,
    birth: birthText({ birthOn: person.birth_on, birthPrecision: person.birth_precision }),
    sex: person.sex,
    placementSex: person.placement_sex,
  }
  const edits = (Object.keys(known) as (keyof typeof known)[])
    .filter((field) => known[field] !== said[field])
    .map((field): FieldEdit => ({ field, before: known[field], after: said[field] }))
  if (edits.length === 0) return
  const stays = listStays(db, personId).map(({ id }) => id)
  changeStays(db, context.now, stays, () => updatePerson(db, person, edits))
  context.audit({
    action: 'person.changed',
    subject: { kind: 'person', id: personId },
    personId,
    fields: edits.map(({ field, before, after }): FieldChange => ({
      entity: 'person',
      entityId: personId,
      field,
      before: before === null ? null : String(before),
      after: after === null ? null : String(after),
    })),
  })
}

/** Papers the file does not hold yet. */
function enterPapers(db: WriteDb, context: WriteContext, input: ReceiveInput, personId: string): void {
  const known = new Set(listPapers(db, personId).map((row) => `${row.kind} ${row.number}`))
  for (const paper of input.papers) {
    const number = parseIdentityNumber(paper.number)?.number ?? paper.number
    if (known.has(`${paper.kind} ${number}`)) continue
    known.add(`${paper.kind} ${number}`)
    insertPaper(db, context.now, {
      id: paper.id,
      person_id: personId,
      kind: paper.kind,
      number,
      issued_on: paper.issuedOn,
      issued_by: paper.issuedBy,
      source: paper.source,
    })
    context.audit({
      action: 'paper.added',
      subject: { kind: 'paper', id: paper.id },
      personId,
      fields: [{ entity: 'paper', entityId: paper.id, field: 'number', before: null, after: number }],
    })
  }
}
