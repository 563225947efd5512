import type { WriteDb } from '#db/connection/handles.ts'
import { insertDossierItem, listDossierItems } from '#db/queries/dossier/items.ts'
import { findFile, insertPhoto } from '#db/queries/files/desk-files.ts'
import {
  findMark,
  insertMark,
  insertRelative,
  retireMark,
  supersedeRelatives,
} from '#db/queries/intake/taken.ts'
import { findPerson, findStay } from '#db/queries/people/reader.ts'
import type { dossierContract } from '#domain/contract/dossier.ts'
import type { ReceiveInput } from '#domain/contract/intake-fields.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { MARK_KIND_LABELS } from '#domain/information-sheet/personal-lists.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'
import { dossierOf, refuseNoScan } from './file-papers.ts'
import { saveReturnPlace } from './return-place.ts'
import { setDossierItem } from './set-item.ts'
import { saveSheet, sheetOf } from './sheets.ts'

function stayAt(db: WriteDb, id: string) {
  const stay = findStay(db, id)
  if (!stay || stay.cancelled_at !== null) throw new AppError('not_found')
  return stay
}

function livePerson(db: WriteDb, id: string): void {
  const person = findPerson(db, id)
  if (!person || person.cancelled_at !== null) throw new AppError('not_found')
}

/** Writes the family down. @param replaces puts the rows so far aside */
export function writeRelatives(
  db: WriteDb,
  context: WriteContext,
  personId: string,
  relatives: ReceiveInput['relatives'],
): void {
  supersedeRelatives(db, personId, context.now)
  for (const { id, relation, name, birthYear, occupation, address, phone, isContact } of relatives) {
    insertRelative(db, {
      id,
      person_id: personId,
      relation,
      name,
      birth_year: birthYear,
      occupation,
      address,
      phone,
      is_contact: isContact ? 1 : 0,
      created_at: context.now,
    })
  }
  context.audit({
    action: 'relatives.set',
    subject: { kind: 'person', id: personId },
    personId,
    facts: { relatives: relatives.length },
  })
  context.changed('people', personId)
}

/** Writes a mark of the body down. */
export function writeMark(
  db: WriteDb,
  context: WriteContext,
  personId: string,
  mark: ReceiveInput['marks'][number],
): void {
  insertMark(db, {
    ...mark,
    person_id: personId,
    superseded_at: null,
    retire_reason: null,
    retired_by: null,
    created_at: context.now,
    created_by: context.actor.key,
  })
  context.audit({ action: 'mark.added', subject: { kind: 'mark', id: mark.id }, personId })
  context.changed('people', personId)
}

/** Keeps an uploaded photo as the person's. @throws AppError `rule_violated` when the file is not there */
export function keepPhoto(
  db: WriteDb,
  context: WriteContext,
  personId: string,
  photo: { id: string; fileId: string },
): void {
  if (findFile(db, photo.fileId)?.kind !== 'photo') {
    const message = 'Không tìm thấy ảnh vừa chụp. Chụp hoặc chọn lại ảnh.'
    throw ruleViolated([{ code: 'photo-missing', message, field: 'photo' }])
  }
  insertPhoto(db, {
    id: photo.id,
    person_id: personId,
    file_id: photo.fileId,
    superseded_at: null,
    created_at: context.now,
    created_by: context.actor.key,
  })
  context.audit({ action: 'photo.set', subject: { kind: 'photo', id: photo.id }, personId })
  context.changed('people', personId)
}

export const dossierWrites: WriteUseCases<typeof dossierContract> = {
  setItem: setDossierItem,
  addItem: (db, context, input) => {
    const stay = stayAt(db, input.stayId)
    refuseNoScan(db, input.fileId, 'fileId')
    insertDossierItem(db, {
      id: input.id,
      stay_id: stay.id,
      code: `extra-${input.id}`,
      title: input.title,
      form: null,
      is_required: 0,
      state: 'received',
      number: input.number,
      issued_on: input.issuedOn,
      issuer: input.issuer,
      reason: null,
      note: input.note,
      due_on: null,
      file_id: input.fileId,
      sort: listDossierItems(db, stay.id).length,
      created_at: context.now,
      updated_at: context.now,
      updated_by: context.actor.key,
    })
    context.audit({
      action: 'dossier.item-added',
      subject: { kind: 'dossier-item', id: input.id },
      personId: stay.person_id,
    })
    context.changed('dossier', stay.id)
    return dossierOf(db, stay.id, dayOf(context.now))
  },
  saveSheet: (db, context, input) => {
    const stay = stayAt(db, input.stayId)
    saveSheet(db, context, { ...input, personId: stay.person_id, actOn: dayOf(context.now) })
    const sheet = sheetOf(db, stay.id)
    if (!sheet) throw new AppError('not_found')
    return sheet
  },
  saveReturnPlace,
  setRelatives: (db, context, input) => {
    livePerson(db, input.personId)
    writeRelatives(db, context, input.personId, input.relatives)
    return { personId: input.personId }
  },
  addMark: (db, context, { personId, ...mark }) => {
    livePerson(db, personId)
    writeMark(db, context, personId, mark)
    return { personId }
  },
  retireMark: (db, context, input) => {
    const mark = findMark(db, input.id)
    if (!mark) throw new AppError('not_found')
    if (mark.superseded_at !== null)
      throw new AppError('conflict', 'Đặc điểm này đã được bỏ. Tải lại để xem.')
    retireMark(db, mark.id, {
      superseded_at: context.now,
      retire_reason: input.reason,
      retired_by: context.actor.key,
    })
    context.audit({
      action: 'mark.retired',
      subject: { kind: 'mark', id: mark.id },
      personId: mark.person_id,
      fields: [
        {
          entity: 'mark',
          entityId: mark.id,
          personId: mark.person_id,
          field: 'retired',
          before: `${MARK_KIND_LABELS[mark.kind]}, ${mark.place}`,
          after: input.reason,
        },
      ],
    })
    context.changed('people', mark.person_id)
    return { personId: mark.person_id }
  },
  setPhoto: (db, context, input) => {
    livePerson(db, input.personId)
    keepPhoto(db, context, input.personId, input)
    return { photoId: input.id }
  },
}
