import type { Insertable } from 'kysely'
import type { WriteDb } from '#db/connection/handles.ts'
import { listAllHolidays } from '#db/queries/centre/reader.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import type { AppDatabase } from '#db/schema/index.ts'
import { noticesOfForm, tasksOfForm, type TaskClock } from '#domain/incidents/incident-tasks.ts'
import { ENDED_STATES, type IncidentState } from '#domain/incidents/incident-states.ts'
import type { KindForm } from '#domain/incidents/kind-form.ts'
import { DEFAULT_CLOCK_SETTINGS } from '#domain/law/clock-settings.ts'
import { buildCalendar } from '#domain/time/holidays.ts'
import { addHours } from '#domain/time/instant.ts'
import { signatureOf } from '../incidents/signature.ts'
import { insertRows } from './insert-rows.ts'
import { answersTo, exhibitOf, stepsTo, type IncidentStory } from './invented-incident.ts'
import type { SeedPlan } from './seed-plan.ts'
import { recorderKey } from './seed-users.ts'
import { uuidMaker, type SeededRandom } from './seeded-random.ts'

/** Tables filled, in the order their rows refer to each other. */
const INCIDENT_TABLES = [
  'incident',
  'incident_involvement',
  'incident_injury',
  'incident_link',
  'incident_answer',
  'incident_narrative',
  'incident_step',
  'incident_exhibit',
  'incident_exhibit_move',
  'incident_task',
  'incident_notice',
] as const
type IncidentRows = { [T in (typeof INCIDENT_TABLES)[number]]: Insertable<AppDatabase[T]>[] }

/** What the year is written with. */
export interface IncidentDesk {
  random: SeededRandom
  newId: () => string
  clock: TaskClock
  rows: IncidentRows
  by: string
  manager: string
  head: string
  asOf: string
}

/** A desk that writes incidents with the ids of one block. */
export function incidentDesk(db: WriteDb, plan: SeedPlan, random: SeededRandom, block: number): IncidentDesk {
  return {
    random,
    newId: uuidMaker(random, block),
    clock: {
      book: readRuleBook(db),
      calendar: buildCalendar(listAllHolidays(db)),
      dayDeadlineTime: DEFAULT_CLOCK_SETTINGS.dayDeadlineTime,
    },
    rows: Object.fromEntries(INCIDENT_TABLES.map((table) => [table, []])) as unknown as IncidentRows,
    by: recorderKey(plan, 'khu'),
    manager: recorderKey(plan, 'vuviec'),
    head: recorderKey(plan, 'truong'),
    asOf: plan.asOf,
  }
}

/** Writes all that the desk has told. */
export function insertIncidents(db: WriteDb, { rows }: IncidentDesk): void {
  for (const table of INCIDENT_TABLES) insertRows(db, table, rows[table])
}

/** Answers all the way through the form, and the signed account. */
export function writeForm(
  { rows, newId, by, manager, random }: IncidentDesk,
  told: { id: string; form: KindForm; reportedAt: string; story: Pick<IncidentStory, 'account'> },
): void {
  for (const given of answersTo(told.form, random)) {
    rows.incident_answer.push({
      id: newId(),
      incident_id: told.id,
      kind: told.form.kind,
      form_version: told.form.version,
      ...given,
      answered_at: told.reportedAt,
      answered_by: by,
      superseded_at: null,
      superseded_by: null,
    })
  }
  const signed = { body: told.story.account, by: manager, at: addHours(told.reportedAt, 3) }
  rows.incident_narrative.push({
    id: newId(),
    incident_id: told.id,
    no: 1,
    kind: 'narrative',
    involvement_id: null,
    body: signed.body,
    body_hash: signatureOf(signed),
    written_at: signed.at,
    written_by: signed.by,
  })
}

/** The steps that led to the state. */
export function writeSteps(
  { rows, newId, by, manager, head }: IncidentDesk,
  told: { id: string; state: IncidentState; reportedAt: string; settledAt: string },
): void {
  const who = { reporter: by, manager, head }
  for (const step of stepsTo(told.state)) {
    rows.incident_step.push({
      id: newId(),
      incident_id: told.id,
      action: step.action,
      from_state: step.from,
      to_state: step.to,
      comment: step.comment,
      at: step.action === 'submit' ? told.reportedAt : told.settledAt,
      by: who[step.by],
    })
  }
}

/**
 * Tasks and notices of the form, done as far as the state says: of an open one what was due is done, but for the one
 * that was sent back.
 */
export function writeWork(
  { rows, newId, manager, clock, asOf }: IncidentDesk,
  told: { id: string; form: KindForm; state: IncidentState; occurredAt: string; reportedAt: string },
): void {
  const isSettled = ([...ENDED_STATES, 'decided'] as readonly IncidentState[]).includes(told.state)
  const sentAt = addHours(told.reportedAt, 4)
  const isBehind = told.state === 'needs-more'
  for (const task of tasksOfForm(told.form, told.reportedAt, clock)) {
    const isDone = isSettled || task.step === 'tell-head' || (task.dueAt <= asOf && !isBehind)
    rows.incident_task.push({
      id: newId(),
      incident_id: told.id,
      step: task.step,
      title: task.title,
      role: task.role,
      owner_id: null,
      rule: task.rule,
      rule_from: task.ruleFrom,
      due_at: task.dueAt,
      escalate_at: task.escalateAt,
      created_at: told.reportedAt,
      created_by: manager,
      done_at: isDone ? addHours(told.reportedAt, 1) : null,
      done_by: isDone ? manager : null,
      result: null,
      dropped_at: null,
      dropped_by: null,
      drop_reason: null,
    })
  }
  const about = rows.incident_involvement.findLast((one) => one.incident_id === told.id)
  if (about === undefined) return
  for (const notice of noticesOfForm(told.form, told.occurredAt, clock)) {
    const isSent = (isSettled || notice.dueAt <= asOf) && sentAt <= asOf
    rows.incident_notice.push({
      id: newId(),
      incident_id: told.id,
      step: notice.step,
      involvement_id: about.id,
      stay_id: about.stay_id ?? null,
      to_whom: notice.toWhom,
      rule: notice.rule,
      rule_from: notice.ruleFrom,
      due_at: notice.dueAt,
      created_at: told.reportedAt,
      sent_at: isSent ? sentAt : null,
      sent_by: isSent ? manager : null,
      sent_how: isSent ? 'by-hand' : null,
      paper_number: null,
      note: null,
    })
  }
}

/** What was found, for contraband, with the first line of its chain. */
export function writeExhibit(
  { rows, newId, by, random }: IncidentDesk,
  told: { id: string; story: IncidentStory; occurredAt: string; person: string | null },
): void {
  if (told.story.kind !== 'contraband') return
  const exhibit = exhibitOf(random)
  const id = newId()
  const seal = `NP-${random.hex(6).toUpperCase()}`
  const recorded = { recorded_at: told.occurredAt, recorded_by: by }
  rows.incident_exhibit.push({
    id,
    incident_id: told.id,
    no: 1,
    ...exhibit,
    seal_number: seal,
    person_id: told.person,
    found_at: told.occurredAt,
    place_id: null,
    found_where: told.story.place,
    find_id: null,
    file_id: null,
    holder: 'Kho tang vật',
    last_move: 'seized',
    ...recorded,
  })
  rows.incident_exhibit_move.push({
    id: newId(),
    exhibit_id: id,
    no: 1,
    kind: 'seized',
    at: told.occurredAt,
    from_holder: null,
    to_holder: 'Kho tang vật',
    seal_number: seal,
    witness: null,
    note: null,
    ...recorded,
  })
}
