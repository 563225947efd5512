import type { WriteDb } from '#db/connection/handles.ts'
import { findUser, listRoles } from '#db/queries/accounts/reader.ts'
import { listHolidays } from '#db/queries/centre/reader.ts'
import { findPersonNow } from '#db/queries/keep-apart/reader.ts'
import { findPlace } from '#db/queries/places/reader.ts'
import {
  findRequest,
  nextAnswerNumber,
  nextRequestNumber,
  type RequestRow,
} from '#db/queries/requests/reader.ts'
import { insertRequest, insertRequestStep, updateRequest } from '#db/queries/requests/writer.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { readSetting, writeSetting } from '#db/queries/settings/settings.ts'
import type { requestsContract } from '#domain/contract/requests.ts'
import { AppError, ruleViolated, type Problem } from '#domain/errors.ts'
import { can } from '#domain/permissions/permissions.ts'
import {
  REQUEST_STATE_LABELS,
  type RequestKind,
  type RequestStepKind,
} from '#domain/requests/request-kinds.ts'
import { checkStep, isEnded, requestDue, stateAfter, type RequestDue } from '#domain/requests/request-path.ts'
import { formatDay, type Day } from '#domain/time/day.ts'
import { buildCalendar } from '#domain/time/holidays.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { FieldChange, WriteContext, WriteUseCases } from '../use-case.ts'
import { answerNumber, isShown, mayStep } from './lines.ts'

/** Records that somebody opened a request; anonymous ones too. */
export function recordRequestView(
  _db: WriteDb,
  context: WriteContext,
  input: { id: string; personId: string | null },
): null {
  context.audit({
    action: 'request.viewed',
    subject: { kind: 'request', id: input.id },
    ...(input.personId === null ? {} : { personId: input.personId }),
  })
  return null
}

function dueFrom(db: WriteDb, kind: RequestKind, from: Day, isTakenUp: boolean): RequestDue {
  const year = Number(from.slice(0, 4))
  return requestDue({
    kind,
    from,
    isTakenUp,
    days: {
      wish: readSetting(db, 'requests.wish-days'),
      grievance: readSetting(db, 'requests.grievance-days'),
    },
    book: readRuleBook(db),
    calendar: buildCalendar([...listHolidays(db, year), ...listHolidays(db, year + 1)]),
  })
}

/** Whoever may be given requests. @throws AppError `rule_violated` */
function ownerOf(db: WriteDb, userId: string): string {
  const user = findUser(db, userId)
  const roles = user ? listRoles(db, userId) : []
  if (user?.state === 'active' && can(roles, 'requests.log')) return userId
  const message = 'Người này không còn tài khoản hoặc không giải quyết đơn. Chọn người khác.'
  throw ruleViolated([{ code: 'request-owner', message, field: 'ownerId' }])
}

/** The request as the actor saw it. @throws AppError `not_found`, `conflict`, `forbidden`, `rule_violated` */
function requestFor(
  db: WriteDb,
  context: WriteContext,
  input: { id: string; version: number },
  step: RequestStepKind,
): RequestRow {
  const row = findRequest(db, input.id)
  if (!row || !isShown(context, row)) throw new AppError('not_found')
  if (row.version !== input.version) {
    throw new AppError('conflict', undefined, {
      current: { state: REQUEST_STATE_LABELS[row.state], owner: row.owner_name, version: row.version },
    })
  }
  if (!mayStep(context.actor, row, step)) {
    throw new AppError('forbidden', 'Đơn này do người được giao hoặc trưởng cơ sở giải quyết.')
  }
  const problems = checkStep(row.state, step)
  if (problems.length > 0) throw ruleViolated(problems)
  return row
}

interface Done {
  kind: RequestStepKind
  ownerId?: string | null
  note?: string | null
  fields?: readonly FieldChange[]
}

/** The step in the request's own line and in the audit. */
function tell(
  db: WriteDb,
  context: WriteContext,
  row: Pick<RequestRow, 'id' | 'person_id'>,
  done: Done,
): void {
  insertRequestStep(db, {
    id: context.newId(),
    request_id: row.id,
    kind: done.kind,
    at: context.now,
    by: context.actor.key,
    owner_id: done.ownerId ?? null,
    note: done.note ?? null,
  })
  context.audit({
    action: `request.${done.kind}`,
    subject: { kind: 'request', id: row.id },
    ...(row.person_id === null ? {} : { personId: row.person_id }),
    ...(done.fields ? { fields: done.fields } : {}),
  })
  context.changed('requests', row.id)
}

function fieldOf(
  row: Pick<RequestRow, 'id' | 'person_id'>,
  field: string,
  before: string | null,
  after: string | null,
) {
  return {
    entity: 'request',
    entityId: row.id,
    ...(row.person_id === null ? {} : { personId: row.person_id }),
    field,
    before,
    after,
  }
}

/** What has to be said of a request by how it came in. */
function receiptProblems(input: {
  channel: string
  personId: string | null
  groupName: string | null
}): Problem[] {
  if (input.channel === 'person' && input.personId === null) {
    return [{ code: 'request-who', message: 'Chọn học viên gửi đơn.', field: 'personId' }]
  }
  if ((input.channel === 'group' || input.channel === 'family') && input.groupName === null) {
    const message = 'Ghi nhóm học viên hoặc người thân gửi đơn.'
    return [{ code: 'request-group', message, field: 'groupName' }]
  }
  return []
}

type ReceiveInput = Parameters<NonNullable<WriteUseCases<typeof requestsContract>['receive']>>[2]

/** Writes a request into the book under the next number of its year. @throws AppError `rule_violated`, `not_found` */
export function receiveRequest(
  db: WriteDb,
  context: WriteContext,
  input: ReceiveInput,
): { id: string; number: string; dueOn: Day } {
  const problems = receiptProblems(input)
  const receivedAt = input.receivedAt ?? context.now
  if (receivedAt > context.now) {
    const message = 'Lúc nhận không được sau bây giờ. Sửa lại ngày, giờ.'
    problems.push({ code: 'request-when', message, field: 'receivedAt' })
  }
  if (problems.length > 0) throw ruleViolated(problems)
  const personId = input.channel === 'person' ? input.personId : null
  const person = personId === null ? undefined : findPersonNow(db, personId)
  if (personId !== null && !person) throw new AppError('not_found', 'Không tìm thấy học viên này. Chọn lại.')
  const zoneId = input.zoneId ?? person?.zone_id ?? null
  if (zoneId !== null && findPlace(db, zoneId)?.kind !== 'zone')
    throw new AppError('not_found', 'Không tìm thấy khu này.')
  const ownerId = input.ownerId === null ? null : ownerOf(db, input.ownerId)
  const year = Number(dayOf(receivedAt).slice(0, 4))
  const no = nextRequestNumber(db, year)
  const due = dueFrom(db, input.kind, dayOf(receivedAt), ownerId !== null)
  const row = { id: input.id, person_id: personId }
  insertRequest(db, {
    ...row,
    year,
    no,
    channel: input.channel,
    group_name: input.channel === 'group' || input.channel === 'family' ? input.groupName : null,
    zone_id: zoneId,
    kind: input.kind,
    topic: input.topic,
    about_staff: input.aboutStaff || input.topic === 'staff' ? 1 : 0,
    body: input.body,
    received_at: receivedAt,
    recorded_at: context.now,
    recorded_by: context.actor.key,
    state: ownerId === null ? 'received' : 'assigned',
    owner_id: ownerId,
    due_on: due.dueOn,
    due_rule: due.rule,
    answer: null,
    answered_at: null,
    answered_by: null,
    answer_year: null,
    answer_no: null,
    ended_at: null,
  })
  tell(db, context, row, { kind: 'received' })
  if (ownerId !== null) tell(db, context, row, { kind: 'assigned', ownerId })
  return { id: input.id, number: `${no}/${year}`, dueOn: due.dueOn }
}

export const requestsWrites: WriteUseCases<typeof requestsContract> = {
  receive: receiveRequest,
  assign: (db, context, input) => {
    const row = requestFor(db, context, input, 'assigned')
    const ownerId = ownerOf(db, input.ownerId)
    // Taking it up begins the time to settle it; giving it to somebody else does not.
    const due =
      row.state === 'received' && row.due_rule !== null
        ? dueFrom(db, row.kind, dayOf(context.now), true)
        : null
    updateRequest(db, row.id, {
      state: 'assigned',
      owner_id: ownerId,
      ...(due ? { due_on: due.dueOn, due_rule: due.rule } : {}),
    })
    const fields = [fieldOf(row, 'owner_id', row.owner_id, ownerId)]
    tell(db, context, row, { kind: 'assigned', ownerId, note: input.note, fields })
    return { version: row.version + 1 }
  },
  setDue: (db, context, input) => {
    const row = requestFor(db, context, input, 'due-changed')
    if (input.dueOn < dayOf(row.received_at)) {
      const message = `Hạn trả lời không được trước ngày nhận (${formatDay(dayOf(row.received_at))}).`
      throw ruleViolated([{ code: 'request-due', message, field: 'dueOn' }])
    }
    updateRequest(db, row.id, { due_on: input.dueOn, due_rule: null })
    const fields = [fieldOf(row, 'due_on', row.due_on, input.dueOn)]
    const note = `${formatDay(row.due_on)} → ${formatDay(input.dueOn)}: ${input.reason}`
    tell(db, context, row, { kind: 'due-changed', note, fields })
    return { version: row.version + 1 }
  },
  answer: (db, context, input) => {
    const row = requestFor(db, context, input, 'answered')
    const year = Number(dayOf(context.now).slice(0, 4))
    // An answer given again after the request was opened again keeps its number.
    const no = row.answer_no ?? nextAnswerNumber(db, year)
    updateRequest(db, row.id, {
      state: 'answered',
      answer: input.answer,
      answered_at: context.now,
      answered_by: context.actor.key,
      answer_year: row.answer_year ?? year,
      answer_no: no,
    })
    tell(db, context, row, { kind: 'answered', fields: [fieldOf(row, 'answer', row.answer, input.answer)] })
    return {
      version: row.version + 1,
      answerNumber: answerNumber(db, { answer_no: no, answered_at: context.now }) ?? '',
    }
  },
  step: (db, context, input) => {
    const row = requestFor(db, context, input, input.kind)
    if (input.note === null && input.kind !== 'told' && input.kind !== 'closed') {
      throw ruleViolated([{ code: 'request-note', message: 'Ghi lý do hoặc nơi chuyển đến.', field: 'note' }])
    }
    const state = stateAfter(row.state, input.kind, row.owner_id !== null)
    updateRequest(db, row.id, { state, ended_at: isEnded(state) ? context.now : null })
    tell(db, context, row, { kind: input.kind, note: input.note })
    return { version: row.version + 1 }
  },
  setDays: (db, context, input) => {
    writeSetting(db, context, 'requests.wish-days', input.wishDays)
    writeSetting(db, context, 'requests.grievance-days', input.grievanceDays)
    context.audit({ action: 'request.due-days-set', facts: { ...input } })
    context.changed('requests')
    return { saved: true }
  },
}
