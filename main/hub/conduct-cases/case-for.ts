import type { ReadDb, WriteDb } from '#db/connection/handles.ts'
import { lastChange } from '#db/queries/changes/reader.ts'
import { findCase, findCaseStay, type CaseRow } from '#db/queries/conduct-cases/reader.ts'
import { insertCaseStep, updateCase } from '#db/queries/conduct-cases/writer.ts'
import {
  CASE_ACTION_LABELS,
  CASE_STATE_LABELS,
  caseTransition,
  outlivesStay,
  refuseAction,
  type CaseAction,
  type CaseState,
} from '#domain/conduct-cases/case-states.ts'
import { AppError, ruleViolated, type Problem } from '#domain/errors.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { reachOf } from '../shifts/zone-reach.ts'
import type { Actor, FieldChange, WriteContext } from '../use-case.ts'

/** May the reader see a case at all? Zone staff see those of the own zones, by where it was and where the person is. */
export function isCaseShown(db: ReadDb, actor: Actor, row: Pick<CaseRow, 'zone_id' | 'zone_now'>): boolean {
  const reach = reachOf(db, actor)
  if (reach === null) return true
  return [row.zone_id, row.zone_now].some((zone) => zone !== null && reach.has(zone))
}

/** A case as the actor saw it, with what the action leads to. */
export interface AskedCase {
  row: CaseRow
  to: CaseState
}

/**
 * The case an action is asked for: seen, of the version the actor looked at, allowed to the role in its state, with
 * words where the table asks for them.
 * @throws AppError `not_found`, `conflict` with the values now, `forbidden`, `rule_violated`
 */
export function caseFor(
  db: WriteDb,
  { actor }: WriteContext,
  input: { id: string; version: number; comment: string | null },
  action: CaseAction,
): AskedCase {
  const row = findCase(db, input.id)
  if (!row || !isCaseShown(db, actor, row)) throw new AppError('not_found')
  if (row.version !== input.version) {
    throw new AppError('conflict', undefined, {
      current: { state: CASE_STATE_LABELS[row.state], number: row.number, version: row.version },
      ...lastChange(db, 'conduct-cases', row.id),
    })
  }
  const found = caseTransition(actor.roles, row.state, action)
  if (found === undefined) {
    const refused = refuseAction(row.state, action)
    if (refused !== 'forbidden') throw ruleViolated([refused])
    const label = CASE_ACTION_LABELS[action].toLocaleLowerCase('vi')
    throw new AppError('forbidden', `Vai trò của bạn không ${label} được ở bước này. Nhờ Trưởng cơ sở.`)
  }
  if (found.comment === 'required' && input.comment === null) {
    const message = `Ghi lý do ${CASE_ACTION_LABELS[action].toLocaleLowerCase('vi')}.`
    throw ruleViolated([{ code: 'case-comment', message, field: 'comment' }])
  }
  if (!outlivesStay(action)) refuseAny(stayProblems(db, row, action))
  return { row, to: found.to === 'same' ? row.state : found.to }
}

/** Nothing is decided or carried out once somebody has left the centre, nor read out to somebody who is not there. */
function stayProblems(db: ReadDb, { stay_id: stayId, name }: CaseRow, action: CaseAction): Problem[] {
  const stay = findCaseStay(db, stayId)
  const label = CASE_ACTION_LABELS[action].toLocaleLowerCase('vi')
  if (stay && stay.ended_at !== null) {
    const message = `${name} đã ra khỏi cơ sở ngày ${formatDay(dayOf(stay.ended_at))} nên không ${label} được. Kết thúc vụ bằng rút đề xuất, không xử lý, kết thúc hoặc chấm dứt sớm.`
    return [{ code: 'case-gone', message }]
  }
  if (action === 'begin' && stay?.state === 'escaped') {
    const message = `${name} đang bỏ trốn nên không công bố, thi hành quyết định được. Thi hành khi học viên trở lại, hoặc chấm dứt sớm.`
    return [{ code: 'case-escaped', message }]
  }
  return []
}

/** @throws AppError `rule_violated` when there is anything */
export function refuseAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw ruleViolated([...problems])
}

type Change = Parameters<typeof updateCase>[2]

interface Step {
  action: CaseAction
  change: Change
  comment: string | null
  /** Lines of what was set, in words. */
  facts?: readonly string[]
}

/** Writes a step: the case as it stands now, a line of its history, the audit with the values before and after. */
export function takeStep(db: WriteDb, context: WriteContext, row: CaseRow, step: Step): { version: number } {
  const { action, change, comment } = step
  updateCase(db, row.id, change)
  insertCaseStep(db, {
    id: context.newId(),
    case_id: row.id,
    action,
    at: context.now,
    by: context.actor.key,
    comment,
    facts: JSON.stringify(step.facts ?? []),
  })
  tellCase(context, row, action, fieldsOf(row, change))
  return { version: row.version + 1 }
}

/** The act in the audit and to every desk. */
export function tellCase(
  context: WriteContext,
  row: Pick<CaseRow, 'id' | 'person_id'>,
  action: CaseAction,
  fields: readonly FieldChange[] = [],
): void {
  context.audit({
    action: `conduct-case.${action}`,
    subject: { kind: 'conduct-case', id: row.id },
    personId: row.person_id,
    ...(fields.length > 0 ? { fields } : {}),
  })
  context.changed('conduct-cases', row.id)
}

function fieldsOf(row: CaseRow, change: Change): FieldChange[] {
  const before: Record<string, unknown> = row
  const words = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? `${value}` : null
  return Object.entries(change).flatMap(([field, value]) => {
    const [old, next] = [words(before[field]), words(value)]
    if (old === next) return []
    const of = { entity: 'conduct-case', entityId: row.id, personId: row.person_id }
    return [{ ...of, field, before: old, after: next }]
  })
}
