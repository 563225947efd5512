import type { ReadDb, WriteDb } from '#db/connection/handles.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { findPlan, findSheet, insertPlan, insertSheet, updateSheet } from '#db/queries/intake/taken.ts'
import type { StoredSheet } from '#domain/contract/dossier.ts'
import { AppError } from '#domain/errors.ts'
import {
  informationSheetSchema,
  SHEET_VERSION,
  sheetFormsOn,
  type InformationSheet,
} from '#domain/information-sheet/information-sheet.ts'
import { procedureRule, rangeOf, type RuleBook } from '#domain/law/rule-book.ts'
import { addDays, type Day } from '#domain/time/day.ts'
import type { WriteContext } from '../use-case.ts'

/** Day by which stage 1 ends, sheet and plan made (IN-10, D163 Điều 84.6); null where no rule sets one. */
export function planDueOn(book: RuleBook, receivedOn: Day): Day | null {
  const days = rangeOf(procedureRule(book, 'IN-10', receivedOn))?.max
  return days === undefined ? null : addDays(receivedOn, days)
}

/** The sheet of a stay; its body is null when it was written in another shape. */
export function sheetOf(db: ReadDb, stayId: string): StoredSheet | null {
  const row = findSheet(db, stayId)
  if (!row) return null
  const read =
    row.shape === SHEET_VERSION ? informationSheetSchema.safeParse(JSON.parse(row.body)) : undefined
  return {
    id: row.id,
    stayId,
    form: row.form,
    body: read?.success ? read.data : null,
    updatedAt: row.updated_at,
    updatedBy: actorNames(db, [row.updated_by]).get(row.updated_by) ?? row.updated_by,
    version: row.version,
  }
}

/**
 * Writes the sheet of a stay, the first time or over the version the editor saw.
 * @throws AppError `conflict` when somebody wrote it meanwhile
 */
export function saveSheet(
  db: WriteDb,
  context: WriteContext,
  sheet: {
    id: string
    stayId: string
    personId: string
    actOn: Day
    version: number | null
    body: InformationSheet
  },
): void {
  const row = findSheet(db, sheet.stayId)
  if ((row?.version ?? null) !== sheet.version) {
    const current = sheetOf(db, sheet.stayId)
    throw new AppError('conflict', undefined, {
      current: { version: current?.version ?? null, ...current?.body },
      ...(current ? { changedBy: current.updatedBy, changedAt: current.updatedAt } : {}),
    })
  }
  const written = {
    shape: SHEET_VERSION,
    body: JSON.stringify(sheet.body),
    updated_at: context.now,
    updated_by: context.actor.key,
  }
  if (row) updateSheet(db, row.id, { ...written, version: row.version + 1 })
  else {
    const form = sheetFormsOn(sheet.actOn).sheet
    insertSheet(db, { id: sheet.id, stay_id: sheet.stayId, form, ...written })
  }
  context.audit({
    action: 'sheet.saved',
    subject: { kind: 'stay', id: sheet.stayId },
    personId: sheet.personId,
    facts: { substances: sheet.body.substances.length, rehabs: sheet.body.rehabs.length },
  })
  context.changed('dossier', sheet.stayId)
}

/** Begins the plan that is due when stage 1 ends; an existing one is left as it is. */
export function startPlan(db: WriteDb, context: WriteContext, stayId: string, receivedOn: Day): void {
  if (findPlan(db, stayId)) return
  insertPlan(db, {
    id: context.newId(),
    stay_id: stayId,
    form: sheetFormsOn(receivedOn).plan,
    state: 'started',
    due_on: planDueOn(readRuleBook(db), receivedOn),
    started_at: context.now,
    started_by: context.actor.key,
  })
}
