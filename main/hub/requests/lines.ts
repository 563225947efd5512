import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { findCentre } from '#db/queries/centre/reader.ts'
import { listRequestSteps, type RequestRow } from '#db/queries/requests/reader.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import type { RequestDetail, RequestLine } from '#domain/contract/requests.ts'
import { fullNumber } from '#domain/documents/registers.ts'
import { fullCitation } from '#domain/law/sources.ts'
import { procedureRule } from '#domain/law/rule-book.ts'
import { RULE_CONFIDENCE_LABELS } from '#domain/law/rule.ts'
import { can } from '#domain/permissions/permissions.ts'
import { REQUEST_CHANNEL_LABELS } from '#domain/requests/request-kinds.ts'
import { maySeeRequest, nextSteps, seesStaffRequests } from '#domain/requests/request-path.ts'
import type { Day } from '#domain/time/day.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import type { Actor } from '../use-case.ts'

/** Who asks and when. */
export interface Reader {
  actor: Actor
  now: Instant
}

/** May the reader see this one at all? */
export function isShown({ actor }: Reader, row: Pick<RequestRow, 'about_staff' | 'owner_id'>): boolean {
  return maySeeRequest(
    { roles: actor.roles, userId: actor.userId },
    { aboutStaff: row.about_staff === 1, ownerId: row.owner_id },
  )
}

/** As the query takes it: who asks, and whether requests about staff are for him or her. */
export function readerOf({ actor }: Reader) {
  return { userId: actor.userId, seesStaff: seesStaffRequests(actor.roles) }
}

export function requestLine(row: RequestRow, names: ReadonlyMap<string, string>, today: Day): RequestLine {
  const isWaiting = row.state === 'received' || row.state === 'assigned'
  return {
    id: row.id,
    number: `${row.no}/${row.year}`,
    channel: row.channel,
    kind: row.kind,
    topic: row.topic,
    aboutStaff: row.about_staff === 1,
    personId: row.person_id,
    who: row.person_name ?? row.group_name ?? REQUEST_CHANNEL_LABELS[row.channel],
    zoneId: row.zone_id,
    zoneName: row.zone_name,
    body: row.body,
    receivedAt: row.received_at,
    recordedBy: names.get(row.recorded_by) ?? row.recorded_by,
    state: row.state,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    dueOn: row.due_on,
    isLate: isWaiting && row.due_on < today,
    version: row.version,
  }
}

/** Number and symbol of an answer: `05/TL-CSCN`. */
export function answerNumber(db: ReadDb, row: Pick<RequestRow, 'answer_no' | 'answered_at'>): string | null {
  if (row.answer_no === null || row.answered_at === null) return null
  const mark = findCentre(db, dayOf(row.answered_at))?.code ?? ''
  return fullNumber(row.answer_no, `TL-${mark === '' ? 'CSCN' : mark.toLocaleUpperCase('vi')}`)
}

/** A request with everything done with it and what the reader may do next. */
export function requestDetail(db: ReadDb, reader: Reader, row: RequestRow): RequestDetail {
  const steps = listRequestSteps(db, row.id)
  const staff = [
    row.recorded_by,
    ...(row.answered_by === null ? [] : [row.answered_by]),
    ...steps.map(({ by }) => by),
  ]
  const names = actorNames(db, [...new Set(staff)])
  const rule =
    row.due_rule === null ? undefined : procedureRule(readRuleBook(db), row.due_rule, dayOf(row.received_at))
  return {
    ...requestLine(row, names, dayOf(reader.now)),
    answer: row.answer,
    answeredAt: row.answered_at,
    answeredBy: row.answered_by === null ? null : (names.get(row.answered_by) ?? row.answered_by),
    answerNumber: answerNumber(db, row),
    endedAt: row.ended_at,
    dueRule: rule
      ? {
          id: rule.id,
          title: rule.title,
          source: fullCitation(rule.source),
          confidence: RULE_CONFIDENCE_LABELS[rule.confidence],
          note: rule.note ?? null,
        }
      : null,
    steps: steps.map((step) => ({
      id: step.id,
      kind: step.kind,
      at: step.at,
      by: names.get(step.by) ?? step.by,
      ownerName: step.owner_name,
      note: step.note,
    })),
    next: nextSteps(row.state).filter((step) => mayStep(reader.actor, row, step)),
  }
}

/** Giving out and setting days is for those who may; the rest is for the owner and the head. */
export function mayStep(actor: Actor, row: Pick<RequestRow, 'owner_id'>, step: string): boolean {
  if (step === 'assigned' || step === 'due-changed') return can(actor.roles, 'requests.assign')
  if (!can(actor.roles, 'requests.log')) return false
  if (actor.roles.includes('director')) return true
  if (row.owner_id === null) return can(actor.roles, 'requests.assign')
  return row.owner_id === actor.userId
}
