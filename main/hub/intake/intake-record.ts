import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { listBags } from '#db/queries/deposit/belongings.ts'
import { listDossierItems } from '#db/queries/dossier/items.ts'
import { findCurrentPhoto } from '#db/queries/files/desk-files.ts'
import {
  findFirstExam,
  findOrdinalBy,
  findPlan,
  findSheet,
  listMarks,
  listRelatives,
} from '#db/queries/intake/taken.ts'
import { findStay } from '#db/queries/people/reader.ts'
import type { IntakeRecord } from '#domain/contract/intake.ts'
import { AppError } from '#domain/errors.ts'

/** What was taken when a stay began, for the person page. @throws AppError `not_found` */
export function intakeRecordOf(db: ReadDb, stayId: string): IntakeRecord {
  const stay = findStay(db, stayId)
  if (!stay) throw new AppError('not_found')
  const sheet = findSheet(db, stayId)
  const plan = findPlan(db, stayId)
  const ordinalBy = findOrdinalBy(db, stayId)
  return {
    stayId,
    personId: stay.person_id,
    relatives: listRelatives(db, stay.person_id).map((row) => ({
      id: row.id,
      relation: row.relation,
      name: row.name,
      birthYear: row.birth_year,
      occupation: row.occupation,
      address: row.address,
      phone: row.phone,
      isContact: row.is_contact === 1,
    })),
    marks: listMarks(db, stay.person_id).map(({ id, kind, place, description }) => ({
      id,
      kind,
      place,
      description,
    })),
    photoId: findCurrentPhoto(db, stay.person_id),
    ordinalBy: ordinalBy === null ? null : (actorNames(db, [ordinalBy]).get(ordinalBy) ?? ordinalBy),
    papersMissing: listDossierItems(db, stayId).filter(
      (row) => row.state === 'missing' || row.state === 'invalid',
    ).length,
    sheet: sheet ? { form: sheet.form, version: sheet.version, updatedAt: sheet.updated_at } : null,
    plan: plan ? { form: plan.form, state: plan.state, dueOn: plan.due_on } : null,
    hasFirstCheck: findFirstExam(db, stayId) !== undefined,
    bags: listBags(db, stayId).length,
  }
}
