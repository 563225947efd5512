import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import type { listInjuries, listNotices } from '#db/queries/incidents/parts.ts'
import type { TaskRow } from '#db/queries/incidents/tasks.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import type { IncidentInjury } from '#domain/contract/incident-shapes.ts'
import type { IncidentNotice, IncidentRule, IncidentTask } from '#domain/contract/incident-work-shapes.ts'
import { incidentNumber } from '#domain/incidents/incident-kinds.ts'
import { isOpenState } from '#domain/incidents/incident-states.ts'
import { procedureRule, type RuleBook } from '#domain/law/rule-book.ts'
import { RULE_CONFIDENCE_LABELS } from '#domain/law/rule.ts'
import { fullCitation } from '#domain/law/sources.ts'
import { can } from '#domain/permissions/permissions.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Actor } from '../use-case.ts'

/** Values of an examination in the audit stand under this entity: they are for the medical role. */
export const MEDICAL_INJURY_ENTITY = 'incident-injury-medical'

/** The rule a time was reckoned with, in the version of that day. */
function ruleOf(book: RuleBook, id: string | null, from: string | null): IncidentRule | null {
  const rule = id === null || from === null ? undefined : procedureRule(book, id, from)
  if (rule === undefined) return null
  return {
    id: rule.id,
    title: rule.title,
    source: fullCitation(rule.source),
    confidence: RULE_CONFIDENCE_LABELS[rule.confidence],
    isUnsettled: rule.confidence === 'unsettled',
    note: rule.note ?? null,
  }
}

/** The one a task was given to, whoever holds its role, and those who run incidents. */
export function mayDoTask(actor: Actor, row: Pick<TaskRow, 'owner_id' | 'role'>): boolean {
  if (can(actor.roles, 'incident.run')) return true
  if (row.owner_id !== null) return row.owner_id === actor.userId
  return actor.roles.includes(row.role) && can(actor.roles, 'incident.report')
}

export function taskLines(
  db: ReadDb,
  reader: { actor: Actor; now: Instant },
  rows: readonly TaskRow[],
): IncidentTask[] {
  const book = readRuleBook(db)
  const writers = rows.flatMap(({ done_by: done, moved_by: moved }) => [done, moved])
  const names = actorNames(db, [...new Set(writers.filter((key) => key !== null))])
  return rows.map((row) => {
    const isOpen = row.done_at === null && row.dropped_at === null
    return {
      id: row.id,
      incidentId: row.incident_id,
      incidentNumber: incidentNumber(row.year, row.no),
      kind: row.kind,
      step: row.step,
      title: row.title,
      role: row.role,
      ownerId: row.owner_id,
      ownerName: row.owner_name,
      rule: ruleOf(book, row.rule, row.rule_from),
      dueAt: row.due_at,
      escalateAt: row.escalate_at,
      isLate: isOpen && row.due_at < reader.now,
      isEscalated: isOpen && row.escalate_at < reader.now && row.due_at < reader.now,
      doneAt: row.done_at,
      doneBy: row.done_by === null ? null : (names.get(row.done_by) ?? row.done_by),
      result: row.result,
      droppedAt: row.dropped_at,
      dropReason: row.drop_reason,
      movedAt: row.moved_at,
      movedBy: row.moved_by === null ? null : (names.get(row.moved_by) ?? row.moved_by),
      moveReason: row.move_reason,
      mayDo: isOpen && isOpenState(row.state) && mayDoTask(reader.actor, row),
      version: row.version,
    }
  })
}

export function noticeLines(
  db: ReadDb,
  now: Instant,
  rows: ReturnType<typeof listNotices>,
  nameOf: (involvementId: string) => string | null,
): IncidentNotice[] {
  const book = readRuleBook(db)
  const names = actorNames(db, [...new Set(rows.flatMap(({ sent_by: by }) => (by === null ? [] : [by])))])
  return rows.map((row) => ({
    id: row.id,
    step: row.step,
    involvementId: row.involvement_id,
    about: row.involvement_id === null ? null : nameOf(row.involvement_id),
    toWhom: row.to_whom,
    rule: ruleOf(book, row.rule, row.rule_from),
    dueAt: row.due_at,
    isLate: row.sent_at === null && row.due_at !== null && row.due_at < now,
    sentAt: row.sent_at,
    sentBy: row.sent_by === null ? null : (names.get(row.sent_by) ?? row.sent_by),
    sentHow: row.sent_how,
    paperNumber: row.paper_number,
    note: row.note,
    version: row.version,
  }))
}

/** An injury as this reader may see it: that somebody was hurt for all, what was found for the medical role. */
export function injuryShown(
  actor: Actor,
  row: ReturnType<typeof listInjuries>[number],
  names: ReadonlyMap<string, string>,
): IncidentInjury {
  const sees = can(actor.roles, 'medical.read')
  return {
    id: row.id,
    involvementId: row.involvement_id,
    noticedAt: row.noticed_at,
    isHospital: row.is_hospital === 1,
    isExamined: row.examined_at !== null,
    isMasked: !sees && row.examined_at !== null,
    severity: sees ? row.severity : null,
    detail: sees ? row.detail : null,
    treatment: sees ? row.treatment : null,
    examinedAt: row.examined_at,
    examinedBy: row.examined_by === null ? null : (names.get(row.examined_by) ?? row.examined_by),
    version: row.version,
  }
}
