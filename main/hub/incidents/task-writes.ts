import type { WriteDb } from '#db/connection/handles.ts'
import { findUser, listRoles } from '#db/queries/accounts/reader.ts'
import { findInvolvement, findNotice } from '#db/queries/incidents/parts.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { findTask, type TaskRow } from '#db/queries/incidents/tasks.ts'
import { insertIncidentPart, updateIncidentPart } from '#db/queries/incidents/writer.ts'
import type { incidentsContract } from '#domain/contract/incidents.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { INCIDENT_STATE_LABELS, isOpenState } from '#domain/incidents/incident-states.ts'
import { escalationOf } from '#domain/incidents/incident-tasks.ts'
import { seesRestricted } from '#domain/incidents/may-see-incident.ts'
import { procedureRule } from '#domain/law/rule-book.ts'
import { fullCitation } from '#domain/law/sources.ts'
import type { SendingWay } from '#domain/obligations/exemptions.ts'
import { can } from '#domain/permissions/permissions.ts'
import { formatInstant, type Instant } from '#domain/time/instant.ts'
import type { Actor, WriteContext, WriteUseCases } from '../use-case.ts'
import { writableIncident } from './access.ts'
import { involvedName } from './involved-name.ts'
import { taskClock } from './open-incident.ts'
import { changedFields, tellIncident } from './tell-incident.ts'
import { mayDoTask } from './work-lines.ts'

/** An open task as the actor saw it. @throws AppError `not_found`, `conflict` */
function taskFor(db: WriteDb, input: { id: string; version: number }): TaskRow {
  const task = findTask(db, input.id)
  if (!task) throw new AppError('not_found')
  if (task.version !== input.version || task.done_at !== null || task.dropped_at !== null) {
    throw new AppError('conflict', undefined, {
      current: {
        owner: task.owner_name,
        dueAt: task.due_at,
        doneAt: task.done_at,
        droppedAt: task.dropped_at,
        version: task.version,
      },
    })
  }
  return task
}

/**
 * Somebody may say that a task is done: it is his or hers, and the incident goes on. Asked before anything of the task
 * is told.
 * @throws AppError `not_found` for one of an incident kept from the actor, `forbidden`, `rule_violated`
 */
function holdMayDo(db: WriteDb, actor: Actor, id: string): void {
  const task = findTask(db, id)
  const isKept =
    task?.secrecy === 'restricted' && !seesRestricted(actor.roles) && task.owner_id !== actor.userId
  if (!task || isKept) throw new AppError('not_found')
  if (!mayDoTask(actor, task)) {
    throw new AppError(
      'forbidden',
      'Việc này giao cho người khác. Nhờ người được giao hoặc người xử lý vụ việc.',
    )
  }
  if (isOpenState(task.state)) return
  const message = `Vụ việc đã ở “${INCIDENT_STATE_LABELS[task.state]}”, không còn việc phải làm.`
  throw ruleViolated([{ code: 'task-ended', message }])
}

const about = (task: TaskRow) => ({ id: task.incident_id, secrecy: task.secrecy })

/** @throws AppError `rule_violated` for an account that is not in use, or could not say that the task is done */
function holdOwner(db: WriteDb, ownerId: string | null): void {
  if (ownerId === null) return
  const isActive = findUser(db, ownerId)?.state === 'active'
  if (isActive && can(listRoles(db, ownerId), 'incident.report')) return
  const message = isActive
    ? 'Vai trò của người này không ghi được việc của vụ việc. Chọn người khác.'
    : 'Tài khoản này không còn dùng. Chọn người khác.'
  throw ruleViolated([{ code: 'task-owner', message, field: 'ownerId' }])
}

/** @throws AppError `rule_violated` for an hour that has passed */
function holdDue({ now }: WriteContext, dueAt: Instant): void {
  if (dueAt > now) return
  const message = 'Hạn phải sau bây giờ. Sửa lại ngày, giờ.'
  throw ruleViolated([{ code: 'task-due', message, field: 'dueAt' }])
}

function tellTask(
  context: WriteContext,
  task: TaskRow,
  told: { action: string; facts?: { why: string } },
  after: Record<string, string | null>,
): void {
  const before = { owner_id: task.owner_id, due_at: task.due_at, result: task.result }
  const fields = changedFields<Record<string, string | null>>('incident-task', task.id, before, after)
  tellIncident(context, about(task), { ...told, fields })
}

/** The rule and article a notice is owed by, in brackets. */
function groundOf(
  db: WriteDb,
  { rule: id, rule_from: from }: NonNullable<ReturnType<typeof findNotice>>,
): string {
  const rule = id === null || from === null ? undefined : procedureRule(readRuleBook(db), id, from)
  return rule === undefined ? '' : ` (${rule.id}, ${fullCitation(rule.source)})`
}

interface SentNotice {
  id: string
  version: number
  sentAt: Instant
  how: SendingWay
  paperNumber: string | null
  note: string | null
}

/** Writes down that a notice went out. @throws AppError `not_found`, `forbidden`, `conflict` naming whom it is about */
function sendNotice(db: WriteDb, context: WriteContext, input: SentNotice): { id: string; version: number } {
  const notice = findNotice(db, input.id)
  if (!notice) throw new AppError('not_found')
  const row = writableIncident(db, context.actor, notice.incident_id)
  const about = notice.involvement_id === null ? undefined : findInvolvement(db, notice.involvement_id)
  if (notice.version !== input.version || notice.sent_at !== null) {
    const current = {
      about: about ? involvedName(about) : null,
      sentAt: notice.sent_at,
      paperNumber: notice.paper_number,
      version: notice.version,
    }
    throw new AppError('conflict', undefined, { current })
  }
  if (input.sentAt > context.now || input.sentAt < row.occurred_at) {
    const message = 'Giờ gửi phải sau lúc xảy ra và không sau bây giờ. Sửa lại ngày, giờ.'
    throw ruleViolated([{ code: 'notice-when', message, field: 'sentAt' }])
  }
  if (notice.due_at !== null && input.sentAt > notice.due_at && input.note === null) {
    const message = `Gửi sau hạn ${formatInstant(notice.due_at)}${groundOf(db, notice)}. Ghi vì sao gửi muộn.`
    throw ruleViolated([{ code: 'notice-late', message, field: 'note' }])
  }
  updateIncidentPart(db, 'incident_notice', notice.id, {
    sent_at: input.sentAt,
    sent_by: context.actor.key,
    sent_how: input.how,
    paper_number: input.paperNumber,
    note: input.note,
  })
  tellIncident(context, row, {
    action: 'incident.notice-sent',
    ...(about?.person_id ? { people: [about.person_id] } : {}),
    facts: { rule: notice.rule },
  })
  return { id: notice.id, version: notice.version + 1 }
}

export const incidentTaskWrites: WriteUseCases<typeof incidentsContract> = {
  addTask: (db, context, input) => {
    const row = writableIncident(db, context.actor, input.id)
    holdOwner(db, input.ownerId)
    holdDue(context, input.dueAt)
    insertIncidentPart(db, 'incident_task', {
      id: input.taskId,
      incident_id: row.id,
      step: null,
      title: input.title,
      role: input.role,
      owner_id: input.ownerId,
      rule: null,
      rule_from: null,
      due_at: input.dueAt,
      escalate_at: escalationOf(taskClock(db, context.now), context.now, input.dueAt),
      created_at: context.now,
      created_by: context.actor.key,
      done_at: null,
      done_by: null,
      result: null,
      dropped_at: null,
      dropped_by: null,
      drop_reason: null,
    })
    tellIncident(context, row, { action: 'incident.task-added' })
    return { id: input.taskId, version: 1 }
  },
  changeTask: (db, context, input) => {
    const task = taskFor(db, input)
    writableIncident(db, context.actor, task.incident_id)
    holdOwner(db, input.ownerId)
    const isMoved = input.dueAt !== task.due_at
    if (isMoved) holdDue(context, input.dueAt)
    const after = { owner_id: input.ownerId, due_at: input.dueAt }
    const moved = {
      escalate_at: escalationOf(taskClock(db, context.now), context.now, input.dueAt),
      moved_at: context.now,
      moved_by: context.actor.key,
      move_reason: input.reason,
    }
    updateIncidentPart(db, 'incident_task', task.id, { ...after, ...(isMoved ? moved : {}) })
    tellTask(context, task, { action: 'incident.task-changed', facts: { why: input.reason } }, after)
    return { id: task.id, version: task.version + 1 }
  },
  doneTask: (db, context, input) => {
    holdMayDo(db, context.actor, input.id)
    const task = taskFor(db, input)
    updateIncidentPart(db, 'incident_task', task.id, {
      done_at: context.now,
      done_by: context.actor.key,
      result: input.result,
    })
    tellTask(context, task, { action: 'incident.task-done' }, { result: input.result })
    return { id: task.id, version: task.version + 1 }
  },
  dropTask: (db, context, input) => {
    const task = taskFor(db, input)
    writableIncident(db, context.actor, task.incident_id)
    updateIncidentPart(db, 'incident_task', task.id, {
      dropped_at: context.now,
      dropped_by: context.actor.key,
      drop_reason: input.reason,
    })
    tellIncident(context, about(task), { action: 'incident.task-dropped', facts: { why: input.reason } })
    return { id: task.id, version: task.version + 1 }
  },
  sendNotice,
  sendNotices: (db, context, { notices, ...sent }) => ({
    notices: notices.map((notice) => sendNotice(db, context, { ...notice, ...sent })),
  }),
}
