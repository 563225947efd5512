import type { WriteDb } from '#db/connection/handles.ts'
import { findFile } from '#db/queries/files/desk-files.ts'
import { listRelatives } from '#db/queries/intake/taken.ts'
import { findPerson } from '#db/queries/people/reader.ts'
import {
  findVisitor,
  findVisitorByPaper,
  insertTie,
  insertVisitor,
  listVisitorsOf,
  updateVisitor,
  type VisitorRow,
} from '#db/queries/visits/visitors.ts'
import { replaceVisitorPhoto } from '#db/queries/visits/visitor-photos.ts'
import type { IdentityKind } from '#domain/identity/identity-kinds.ts'
import type { Relation } from '#domain/information-sheet/personal-lists.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import type { FieldChange, WriteContext } from '../use-case.ts'

interface SavedVisitor {
  id: string
  version: number | null
  name: string
  birthYear: number | null
  phone: string | null
  address: string | null
  paperKind: IdentityKind | null
  paperNumber: string | null
  tie: { personId: string; relation: Relation; relativeId: string | null; proof: string | null }
}

const AUDITED = {
  name: 'name',
  phone: 'phone',
  address: 'address',
  paperNumber: 'paper_number',
} as const satisfies Record<string, keyof VisitorRow>

/**
 * Takes down a visitor for a person, or changes one. A paper that is known already is the visitor who showed it: the
 * kinship is added to that one.
 * @returns the visitor's id
 */
export function saveVisitor(db: WriteDb, context: WriteContext, input: SavedVisitor): string {
  const { tie, version, paperKind } = input
  const paperNumber = input.paperNumber?.replace(/\s/g, '').toUpperCase() ?? null
  const person = findPerson(db, tie.personId)
  if (!person || person.cancelled_at !== null) throw new AppError('not_found')
  if ((paperKind === null) !== (paperNumber === null)) {
    const message = 'Chọn loại giấy tờ và ghi số, hoặc để trống cả hai.'
    throw ruleViolated([{ code: 'visitor-paper', message, field: 'paperNumber' }])
  }
  if (tie.relativeId !== null && !listRelatives(db, tie.personId).some(({ id }) => id === tie.relativeId)) {
    const message = 'Người thân này không còn trong hồ sơ. Tải lại trang rồi chọn lại.'
    throw ruleViolated([{ code: 'visitor-relative', message, field: 'tie.relativeId' }])
  }
  const holder = paperNumber === null ? undefined : findVisitorByPaper(db, paperNumber)
  const id = version === null ? (holder?.id ?? input.id) : input.id
  if (version !== null && holder !== undefined && holder.id !== input.id) {
    const message = `Số giấy tờ này là của ${holder.name} trong sổ. Xem lại số, hoặc chọn người đó.`
    throw ruleViolated([{ code: 'visitor-paper-taken', message, field: 'paperNumber' }])
  }
  const { name, phone, address } = input
  const after = {
    name,
    birth_year: input.birthYear,
    phone,
    address,
    paper_kind: paperKind,
    paper_number: paperNumber,
  }
  const row = findVisitor(db, id)
  if (row === undefined) {
    if (version !== null) throw new AppError('not_found')
    insertVisitor(db, { id, ...after, created_at: context.now, created_by: context.actor.key })
  } else {
    if (version !== null && version !== row.version) throw conflictOf(row)
    updateVisitor(db, id, { ...after, version: row.version + 1 })
  }
  const known = listVisitorsOf(db, tie.personId).find((one) => one.id === id)
  const proof = tie.proof ?? known?.proof ?? null
  const relativeId = tie.relativeId ?? known?.relative_id ?? null
  const isSame = known?.relation === tie.relation && known.proof === proof && known.relative_id === relativeId
  if (!isSame) {
    insertTie(db, {
      id: context.newId(),
      visitor_id: id,
      person_id: tie.personId,
      relation: tie.relation,
      relative_id: relativeId,
      proof,
      created_at: context.now,
      created_by: context.actor.key,
    })
  }
  const fields = Object.entries(AUDITED).flatMap(([field, column]): FieldChange[] => {
    const [before, next] = [row?.[column] ?? null, after[column]]
    if (before === next) return []
    return [{ entity: 'visitor', entityId: id, personId: tie.personId, field, before, after: next }]
  })
  context.audit({
    action: 'visitor.saved',
    subject: { kind: 'visitor', id },
    personId: tie.personId,
    fields: [
      ...fields,
      ...(known?.proof === proof
        ? []
        : [
            {
              entity: 'visitor',
              entityId: id,
              personId: tie.personId,
              field: 'proof',
              before: known?.proof ?? null,
              after: proof,
            },
          ]),
    ],
  })
  context.changed('contacts', tie.personId)
  return id
}

/** Keeps an uploaded photo as the visitor's. @throws AppError `not_found`, `rule_violated` when the file is not there */
export function setVisitorPhoto(
  db: WriteDb,
  context: WriteContext,
  input: { id: string; visitorId: string; fileId: string },
): void {
  const row = findVisitor(db, input.visitorId)
  if (!row) throw new AppError('not_found')
  if (findFile(db, input.fileId)?.kind !== 'photo') {
    const message = 'Không tìm thấy ảnh vừa chụp. Chụp hoặc chọn lại ảnh.'
    throw ruleViolated([{ code: 'photo-missing', message, field: 'fileId' }])
  }
  replaceVisitorPhoto(db, {
    id: input.id,
    visitor_id: row.id,
    file_id: input.fileId,
    taken_at: context.now,
    taken_by: context.actor.key,
  })
  context.audit({ action: 'visitor.photo-set', subject: { kind: 'visitor', id: row.id } })
  context.changed('contacts', row.id)
}

/** Shuts a visitor out of every visit, or lets in again. @throws AppError `conflict`, `not_found` */
export function setBan(
  db: WriteDb,
  context: WriteContext,
  input: { id: string; version: number; isBanned: boolean; reason: string },
): void {
  const row = findVisitor(db, input.id)
  if (!row) throw new AppError('not_found')
  if (row.version !== input.version || (row.banned_at !== null) === input.isBanned) throw conflictOf(row)
  const ban = input.isBanned
    ? { banned_at: context.now, banned_by: context.actor.key, ban_reason: input.reason }
    : { banned_at: null, banned_by: null, ban_reason: null }
  updateVisitor(db, row.id, { ...ban, version: row.version + 1 })
  context.audit({
    action: input.isBanned ? 'visitor.banned' : 'visitor.unbanned',
    subject: { kind: 'visitor', id: row.id },
    fields: [
      {
        entity: 'visitor',
        entityId: row.id,
        field: input.isBanned ? 'banReason' : 'unbanReason',
        before: row.ban_reason,
        after: input.reason,
      },
    ],
  })
  context.changed('contacts', row.id)
}

function conflictOf(row: VisitorRow): AppError {
  const { name, phone, address, paper_number: paperNumber, ban_reason: banReason, version } = row
  return new AppError('conflict', undefined, {
    current: { name, phone, address, paperNumber, banReason, version },
  })
}
