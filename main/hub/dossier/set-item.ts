import type { WriteDb } from '#db/connection/handles.ts'
import { findDossierItem, updateDossierItem } from '#db/queries/dossier/items.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import type { dossierContract, DossierItem } from '#domain/contract/dossier.ts'
import { DOSSIER_STATES } from '#domain/dossier/checklist.ts'
import { MISSING_REASONS } from '#domain/dossier/judge-dossier.ts'
import {
  PAPER_FIELDS,
  paperFieldName,
  paperValueText,
  type PaperField,
  type PaperValues,
} from '#domain/dossier/paper-fields.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { addDays, formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { editsToWrite } from '../people/edit-conflict.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'
import { dossierOf, refuseNoScan } from './file-papers.ts'

type SetItem = NonNullable<WriteUseCases<typeof dossierContract>['setItem']>
type Input = Parameters<SetItem>[2]
type Item = NonNullable<ReturnType<typeof findDossierItem>>

function isAwaited(state: DossierItem['state']): boolean {
  return state === 'missing' || state === 'invalid'
}

function valuesOf(item: Item): PaperValues {
  return {
    state: item.state,
    number: item.number,
    issuedOn: item.issued_on,
    issuer: item.issuer,
    reason: item.reason,
    dueOn: item.due_on,
    note: item.note,
  }
}

/** What the editor changed: without what was seen, everything; reason and day belong to an awaited paper alone. */
function wantedBy(input: Input): Partial<PaperValues> {
  const fields = PAPER_FIELDS.filter((field) => {
    if (field === 'reason' && !isAwaited(input.state)) return false
    if (field === 'dueOn' && (!isAwaited(input.state) || input.dueOn === null)) return false
    return input.seen === null || (input.seen[field] ?? null) !== input[field]
  })
  return Object.fromEntries(fields.map((field) => [field, input[field]]))
}

/**
 * The paper after the edit, beside what others saved meanwhile.
 * @throws AppError `conflict` with both values where two people changed the same field
 */
function merged(db: WriteDb, item: Item, input: Input): PaperValues {
  const values = valuesOf(item)
  const edits = editsToWrite(
    db,
    {
      entity: 'dossier',
      id: item.id,
      personId: item.person_id,
      version: item.version,
      values,
      nameOf: (field) => {
        const known = PAPER_FIELDS.find((one) => one === field)
        return known ? paperFieldName(item.title, known) : field
      },
    },
    { version: input.version, fields: wantedBy(input), seen: input.seen },
  )
  const after = Object.fromEntries(edits.map(({ field, after: value }) => [field, value]))
  return { ...values, ...after }
}

function refuse(code: string, message: string, field: PaperField): never {
  throw ruleViolated([{ code, message, field }])
}

/** Writes how a paper of the dossier stands; the earlier values stay in the history. */
export const setDossierItem: SetItem = (db, context: WriteContext, input) => {
  const item = findDossierItem(db, input.id)
  if (!item) throw new AppError('not_found')
  const before = valuesOf(item)
  const after = merged(db, item, input)
  const today = dayOf(context.now)
  const state = DOSSIER_STATES.find((known) => known === after.state) ?? item.state
  const reason = MISSING_REASONS.find((known) => known === after.reason) ?? null
  const awaited = isAwaited(state)
  if (after.issuedOn !== null && after.issuedOn > today) {
    const message = `Ngày ban hành ${formatDay(after.issuedOn)} ở tương lai. Xem lại giấy.`
    refuse('issued-in-future', message, 'issuedOn')
  }
  if (awaited && reason === null) refuse('reason-unsaid', 'Ghi lý do chưa có giấy này.', 'reason')
  if (state === 'not-needed' && item.is_required === 1 && after.note === null) {
    refuse('reason-unsaid', 'Giấy này bắt buộc theo quy định. Ghi vì sao không cần.', 'note')
  }
  refuseNoScan(db, input.fileId, 'fileId')
  const days = readSetting(db, 'intake.missing-paper-days')
  const written: PaperValues = {
    ...after,
    reason: awaited ? reason : null,
    dueOn: awaited ? (after.dueOn ?? addDays(today, days)) : null,
  }
  updateDossierItem(db, item.id, {
    state,
    number: written.number,
    issued_on: written.issuedOn,
    issuer: written.issuer,
    note: written.note,
    reason: awaited ? reason : null,
    due_on: written.dueOn,
    file_id: input.fileId ?? item.file_id,
    updated_at: context.now,
    updated_by: context.actor.key,
    version: item.version + 1,
  })
  context.audit({
    action: 'dossier.item-set',
    subject: { kind: 'dossier-item', id: item.id },
    personId: item.person_id,
    facts: { paper: item.code, hasNewScan: input.fileId !== null },
    fields: PAPER_FIELDS.filter((field) => before[field] !== written[field]).map((field) => ({
      entity: 'dossier',
      entityId: item.id,
      personId: item.person_id,
      field: paperFieldName(item.title, field),
      before: paperValueText(field, before[field]) || null,
      after: paperValueText(field, written[field]) || null,
    })),
  })
  context.changed('dossier', item.stay_id)
  return dossierOf(db, item.stay_id, today)
}
