import type { WriteDb } from '#db/connection/handles.ts'
import { listAllHolidays } from '#db/queries/centre/reader.ts'
import { listInvolvements, listNotices } from '#db/queries/incidents/parts.ts'
import { findIncident, nextIncidentNumber, type IncidentRow } from '#db/queries/incidents/reader.ts'
import { visitOfParcel } from '#db/queries/incidents/targets.ts'
import { listTasks } from '#db/queries/incidents/tasks.ts'
import { insertIncidentPart, updateIncidentPart } from '#db/queries/incidents/writer.ts'
import { findPlace } from '#db/queries/places/reader.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import type { IncidentReportInput } from '#domain/contract/incidents.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { RESTRICTED_KINDS, type IncidentLink, type IncidentOrigin } from '#domain/incidents/incident-kinds.ts'
import {
  noticesOfForm,
  tasksOfForm,
  type OwedNotice,
  type TaskClock,
} from '#domain/incidents/incident-tasks.ts'
import { judgeFirstReport } from '#domain/incidents/judge-incident.ts'
import { formOfVersion, formOnDay } from '#domain/incidents/kind-forms.ts'
import { clockSettingsOf } from '#domain/law/clock-settings.ts'
import { buildCalendar } from '#domain/time/holidays.ts'
import { dayOf, formatTime, type Instant } from '#domain/time/instant.ts'
import type { WriteContext } from '../use-case.ts'
import { involvePeople } from './involve.ts'
import { changedFields, tellIncident } from './tell-incident.ts'

/** What times of tasks and notices are reckoned with today. */
export function taskClock(db: WriteDb, now: string): TaskClock {
  const book = readRuleBook(db)
  const calendar = buildCalendar(listAllHolidays(db))
  return { book, calendar, dayDeadlineTime: clockSettingsOf(book, dayOf(now)).dayDeadlineTime }
}

/** A moment as lists and figures ask for it: with its day and hour in Viet Nam. */
function momentColumns(at: Instant) {
  return {
    occurred_at: at,
    occurred_on: dayOf(at),
    occurred_hour: Number(formatTime(at).slice(0, 2)),
  }
}

/** Facts of a first report as columns; a room brings its zone. @throws AppError `rule_violated`, `not_found` */
export function reportColumns(
  db: WriteDb,
  now: string,
  input: Pick<
    IncidentReportInput,
    'kind' | 'occurredAt' | 'isApproximate' | 'zoneId' | 'placeId' | 'placeNote' | 'summary'
  >,
) {
  const problems = judgeFirstReport(input, now)
  if (problems.length > 0) throw ruleViolated(problems)
  const place = input.placeId === null ? undefined : findPlace(db, input.placeId)
  const zoneId = place?.zone_id ?? input.zoneId
  if ((input.placeId !== null && !place) || (zoneId !== null && findPlace(db, zoneId)?.kind !== 'zone')) {
    throw new AppError('not_found', 'Không tìm thấy khu, phòng này. Chọn lại nơi xảy ra.')
  }
  return {
    kind: input.kind,
    ...momentColumns(input.occurredAt),
    is_approximate: input.isApproximate ? 1 : 0,
    zone_id: zoneId,
    place_id: input.placeId,
    place_note: input.placeNote,
    summary: input.summary,
  }
}

/** Origins that are records of another book, and the tie they make. */
const ORIGIN_LINKS: Partial<Record<IncidentOrigin, IncidentLink>> = {
  'head-count': 'head-count',
  outing: 'outing',
  visit: 'visit',
  parcel: 'parcel',
  letter: 'letter',
  request: 'request',
}

/**
 * Writes a first report into the book: the row with the version of the form in use that day, the people, where it came
 * from; with a number, tasks and notices when it is handed in at once. Other features begin incidents with this too.
 * @throws AppError `rule_violated`, `not_found`
 */
export function openIncident(db: WriteDb, context: WriteContext, input: IncidentReportInput): IncidentRow {
  const form = formOnDay(input.kind, dayOf(context.now))
  const columns = reportColumns(db, context.now, input)
  if (form === undefined)
    throw new AppError('rule_violated', 'Loại vụ việc này chưa có mẫu cho ngày hôm nay.')
  const isWithOrigin = input.origin !== 'desk' && input.originId !== null
  insertIncidentPart(db, 'incident', {
    id: input.id,
    year: Number(dayOf(context.now).slice(0, 4)),
    no: null,
    form_version: form.version,
    state: 'draft',
    state_since: context.now,
    secrecy: RESTRICTED_KINDS.includes(input.kind) ? 'restricted' : 'open',
    ...columns,
    origin: isWithOrigin ? input.origin : 'desk',
    origin_id: isWithOrigin ? input.originId : null,
    reported_at: context.now,
    recorded_at: context.now,
    reported_by: context.actor.key,
    reporter_id: context.actor.userId,
    owner_id: null,
    decision: null,
    decided_at: null,
    decided_by: null,
    closed_at: null,
    duplicate_of: null,
  })
  const row = requireIncident(db, input.id)
  const link = ORIGIN_LINKS[input.origin]
  if (link !== undefined && input.originId !== null) {
    tieIncident(db, context, row.id, { kind: link, targetId: input.originId, note: null })
  }
  // What was in a parcel came with whoever brought it: the visit leads to the visitor.
  const visitId =
    input.origin === 'parcel' && input.originId !== null ? visitOfParcel(db, input.originId) : null
  if (visitId !== null) tieIncident(db, context, row.id, { kind: 'visit', targetId: visitId, note: null })
  const people = involvePeople(db, context, row, input.people)
  if (!input.submit) {
    tellIncident(context, row, { action: 'incident.drafted' })
    return row
  }
  return submitIncident(db, context, row, people, null)
}

/** Gives a draft its number and sets what follows from its form. */
export function submitIncident(
  db: WriteDb,
  context: WriteContext,
  row: IncidentRow,
  people: readonly string[],
  comment: string | null,
): IncidentRow {
  const year = Number(dayOf(context.now).slice(0, 4))
  const no = nextIncidentNumber(db, year)
  updateIncidentPart(db, 'incident', row.id, {
    year,
    no,
    state: 'reported',
    state_since: context.now,
    reported_at: context.now,
  })
  insertIncidentPart(db, 'incident_step', {
    id: context.newId(),
    incident_id: row.id,
    action: 'submit',
    from_state: 'draft',
    to_state: 'reported',
    comment,
    at: context.now,
    by: context.actor.key,
  })
  const submitted = requireIncident(db, row.id)
  setWork(db, context, submitted)
  tellIncident(context, submitted, { action: 'incident.submit', people, facts: { number: no } })
  return submitted
}

/**
 * Sets the tasks and notices of the form that do not stand yet: after the first report, another kind, or somebody more
 * the notices are about.
 */
export function setWork(db: WriteDb, context: WriteContext, row: IncidentRow): void {
  const form = formOfVersion(row.kind, row.form_version)
  const clock = taskClock(db, context.now)
  const set = new Set(listTasks(db, row.id).map(({ step }) => step))
  for (const task of tasksOfForm(form, row.reported_at, clock)) {
    if (set.has(task.step)) continue
    insertIncidentPart(db, 'incident_task', {
      id: context.newId(),
      incident_id: row.id,
      step: task.step,
      title: task.title,
      role: task.role,
      owner_id: null,
      rule: task.rule,
      rule_from: task.ruleFrom,
      due_at: task.dueAt,
      escalate_at: task.escalateAt,
      created_at: context.now,
      created_by: context.actor.key,
      done_at: null,
      done_by: null,
      result: null,
      dropped_at: null,
      dropped_by: null,
      drop_reason: null,
    })
  }
  setNotices(db, context, row, clock)
}

function setNotices(db: WriteDb, context: WriteContext, row: IncidentRow, clock: TaskClock): void {
  const form = formOfVersion(row.kind, row.form_version)
  const main = new Set(form.roles.filter(({ isRequired }) => isRequired === true).map(({ id }) => id))
  const about = listInvolvements(db, row.id).filter((one) => one.removed_at === null && main.has(one.role))
  const set = new Map(listNotices(db, row.id).map((one) => [`${one.step} ${one.involvement_id}`, one]))
  for (const notice of noticesOfForm(form, row.occurred_at, clock)) {
    for (const one of about) {
      const known = set.get(`${notice.step} ${one.id}`)
      if (known !== undefined) {
        followHour(db, known, notice)
        continue
      }
      insertIncidentPart(db, 'incident_notice', {
        id: context.newId(),
        incident_id: row.id,
        step: notice.step,
        involvement_id: one.id,
        stay_id: one.stay_id,
        to_whom: notice.toWhom,
        rule: notice.rule,
        rule_from: notice.ruleFrom,
        due_at: notice.dueAt,
        created_at: context.now,
        sent_at: null,
        sent_by: null,
        sent_how: null,
        paper_number: null,
        note: null,
      })
    }
  }
}

/** Puts the hour of an incident right after what it follows from, and with it what is due. */
export function moveIncident(db: WriteDb, context: WriteContext, row: IncidentRow, at: Instant): void {
  if (row.occurred_at === at) return
  updateIncidentPart(db, 'incident', row.id, momentColumns(at))
  setWork(db, context, requireIncident(db, row.id))
  const fields = changedFields('incident', row.id, { occurred_at: row.occurred_at }, { occurred_at: at })
  tellIncident(context, row, { action: 'incident.edited', fields })
}

/** A notice nobody sent yet is due by the hour and the law of what happened, as they are known now. */
function followHour(
  db: WriteDb,
  known: ReturnType<typeof listNotices>[number],
  { rule, ruleFrom, dueAt }: OwedNotice,
): void {
  if (known.sent_at !== null || (known.due_at === dueAt && known.rule_from === ruleFrom)) return
  updateIncidentPart(db, 'incident_notice', known.id, { rule, rule_from: ruleFrom, due_at: dueAt })
}

/** Ties an incident to a record of another book. */
export function tieIncident(
  db: WriteDb,
  context: WriteContext,
  incidentId: string,
  link: { kind: IncidentLink; targetId: string; note: string | null },
): string {
  const id = context.newId()
  insertIncidentPart(db, 'incident_link', {
    id,
    incident_id: incidentId,
    kind: link.kind,
    target_id: link.targetId,
    note: link.note,
    linked_at: context.now,
    linked_by: context.actor.key,
  })
  return id
}

/** An incident that was just written. @throws AppError `not_found` */
export function requireIncident(db: WriteDb, id: string): IncidentRow {
  const row = findIncident(db, id)
  if (row === undefined) throw new AppError('not_found')
  return row
}
