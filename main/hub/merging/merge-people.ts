import type { WriteDb } from '#db/connection/handles.ts'
import { changeStays } from '#db/queries/custody/writer.ts'
import { findOnRoll } from '#db/queries/intake/on-roll.ts'
import {
  findLink,
  findMerge,
  insertLink,
  insertMerge,
  updateMerge,
  withdrawLink,
} from '#db/queries/merging/links.ts'
import { moveRows, returnRows, setMergedInto, type MovedRow } from '#db/queries/merging/repoint.ts'
import { findPerson, listStays } from '#db/queries/people/reader.ts'
import { indexPerson } from '#db/queries/search/index-person.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import type { WriteContext } from '../use-case.ts'

interface MergeInput {
  id: string
  keptId: string
  mergedId: string
  reason: string
}

function refuse(code: string, message: string, field: string): never {
  throw ruleViolated([{ code, message, field }])
}

function stayIds(db: WriteDb, personId: string): string[] {
  return listStays(db, personId).map(({ id }) => id)
}

/** @throws AppError `not_found` for somebody unknown, cancelled or merged away */
function live(db: WriteDb, id: string) {
  const person = findPerson(db, id)
  if (!person || person.cancelled_at !== null) {
    throw new AppError('not_found', 'Hồ sơ này không còn dùng (đã hủy hoặc đã gộp). Tải lại trang.')
  }
  return person
}

/** The act in both files, and told to every desk. */
function tell(
  context: WriteContext,
  action: string,
  merge: { id: string; keptId: string; mergedId: string; rows: number },
): void {
  for (const personId of [merge.keptId, merge.mergedId]) {
    const facts = { kept: merge.keptId, merged: merge.mergedId, rows: merge.rows }
    context.audit({ action, subject: { kind: 'merge', id: merge.id }, personId, facts })
    context.changed('people', personId)
  }
  context.changed('custody')
  context.changed('keep-apart')
}

/**
 * Two records are one person: papers, addresses, family, marks, photos, stays and keep-apart pairs go to the record
 * kept; the other keeps its row and says into whom it went. Every row moved is noted, so that it can be taken back.
 * Roll, search and census follow in the same transaction.
 * @throws AppError `not_found`, `rule_violated`
 */
export function mergePeople(
  db: WriteDb,
  context: WriteContext,
  input: MergeInput,
): { id: string; keptId: string; moved: number } {
  const { id, keptId, mergedId, reason } = input
  if (keptId === mergedId) refuse('merge-self', 'Chọn hai hồ sơ khác nhau để gộp.', 'mergedId')
  const kept = live(db, keptId)
  const merged = live(db, mergedId)
  if (findMerge(db, id)) throw new AppError('conflict', 'Lần gộp này đã được ghi. Tải lại để xem.')
  if (findOnRoll(db, keptId) && findOnRoll(db, mergedId)) {
    const message = `${kept.name} và ${merged.name} đều đang có trong danh sách: một người không thể ở hai giường. Đính chính hoặc kết thúc một đợt trước khi gộp.`
    refuse('both-on-roll', message, 'mergedId')
  }
  const link = findLink(db, keptId, mergedId)
  if (link) withdrawLink(db, link.id, context.now, context.actor.key)
  insertLink(db, {
    id: context.newId(),
    people: [keptId, mergedId],
    verdict: 'same',
    reason,
    decided_at: context.now,
    decided_by: context.actor.key,
    withdrawn_at: null,
    withdrawn_by: null,
  })
  let rows: MovedRow[] = []
  changeStays(db, context.now, [...stayIds(db, keptId), ...stayIds(db, mergedId)], () => {
    rows = moveRows(db, { from: mergedId, to: keptId, now: context.now, by: context.actor.key })
    setMergedInto(db, mergedId, keptId, context.now)
  })
  indexPerson(db, mergedId)
  indexPerson(db, keptId)
  insertMerge(db, {
    id,
    kept_id: keptId,
    merged_id: mergedId,
    reason,
    moved: JSON.stringify(rows),
    merged_at: context.now,
    merged_by: context.actor.key,
    undone_at: null,
    undone_by: null,
    undo_reason: null,
  })
  tell(context, 'person.merged', { id, keptId, mergedId, rows: rows.length })
  return { id, keptId, moved: rows.length }
}

/**
 * Takes a merge back: each row goes to whom it belonged. What came to the record kept since the merge stays there;
 * the two are remembered as not the same.
 * @throws AppError `not_found`, `rule_violated`
 */
export function unmergePeople(
  db: WriteDb,
  context: WriteContext,
  input: { id: string; reason: string },
): { id: string; keptId: string; mergedId: string; returned: number; left: number } {
  const merge = findMerge(db, input.id)
  if (!merge) throw new AppError('not_found')
  const { kept_id: keptId, merged_id: mergedId } = merge
  if (merge.undone_at !== null)
    refuse('already-unmerged', 'Lần gộp này đã được tách rồi. Tải lại để xem.', 'id')
  if (findPerson(db, keptId)?.merged_into) {
    const message = 'Hồ sơ giữ lại sau đó đã được gộp vào hồ sơ khác. Tách lần gộp sau trước.'
    refuse('merged-further', message, 'id')
  }
  const rows: MovedRow[] = JSON.parse(merge.moved)
  let outcome = { returned: 0, left: 0 }
  changeStays(db, context.now, stayIds(db, keptId), () => {
    setMergedInto(db, mergedId, null, context.now)
    outcome = returnRows(db, rows, { from: keptId, to: mergedId })
  })
  indexPerson(db, mergedId)
  indexPerson(db, keptId)
  const link = findLink(db, keptId, mergedId)
  if (link) withdrawLink(db, link.id, context.now, context.actor.key)
  insertLink(db, {
    id: context.newId(),
    people: [keptId, mergedId],
    verdict: 'not-same',
    reason: input.reason,
    decided_at: context.now,
    decided_by: context.actor.key,
    withdrawn_at: null,
    withdrawn_by: null,
  })
  updateMerge(db, merge.id, {
    undone_at: context.now,
    undone_by: context.actor.key,
    undo_reason: input.reason,
  })
  tell(context, 'person.unmerged', { id: merge.id, keptId, mergedId, rows: outcome.returned })
  return { id: merge.id, keptId, mergedId, ...outcome }
}
