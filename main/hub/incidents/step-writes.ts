import type { WriteDb } from '#db/connection/handles.ts'
import { findUser, listRoles } from '#db/queries/accounts/reader.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { listIncidentSteps, listInvolvements, listLinks } from '#db/queries/incidents/parts.ts'
import type { IncidentRow } from '#db/queries/incidents/reader.ts'
import { insertIncidentPart, updateIncidentPart } from '#db/queries/incidents/writer.ts'
import type { incidentsContract } from '#domain/contract/incidents.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { incidentNumber } from '#domain/incidents/incident-kinds.ts'
import { judgeFirstReport } from '#domain/incidents/judge-incident.ts'
import {
  INCIDENT_ACTION_LABELS,
  INCIDENT_TRANSITIONS,
  transitionOf,
  wrongStateProblem,
  type IncidentAction,
  type Transition,
} from '#domain/incidents/transitions.ts'
import { can } from '#domain/permissions/permissions.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'
import {
  actorIn,
  holdVersion,
  revisableIncident,
  seenIncident,
  sightFor,
  writableIncident,
} from './access.ts'
import { changeKind, moveStays } from './change-facts.ts'
import { holdHour, holdKind, holdNothingRecorded } from './custody-of-incident.ts'
import { holdNoDuplicates, holdOriginal } from './duplicates.ts'
import { missingOf, openWorkOf } from './missing.ts'
import {
  openIncident,
  reportColumns,
  requireIncident,
  setWork,
  submitIncident,
  tieIncident,
} from './open-incident.ts'
import { UNDECIDED } from './review-again.ts'
import { changedFields, tellIncident } from './tell-incident.ts'

/** Holds an edit to what its writer saw; the last step is told to whoever comes second. @throws AppError `conflict` */
function holdSeen(db: WriteDb, { actor }: WriteContext, row: IncidentRow, version: number): void {
  const step = listIncidentSteps(db, row.id).at(-1)
  const last = step && { by: actorNames(db, [step.by]).get(step.by) ?? step.by, at: step.at }
  holdVersion(row, version, { sight: sightFor(db, actor, row), last })
}

interface Act {
  id: string
  version: number
  action: IncidentAction
  comment: string | null
  duplicateOf: string | null
}

/** The row of the table for this act, with the incident as the actor saw it. */
function allowedAct(db: WriteDb, context: WriteContext, act: Act): { row: IncidentRow; step: Transition } {
  const row = seenIncident(db, context.actor, act.id)
  holdSeen(db, context, row, act.version)
  if (INCIDENT_TRANSITIONS[row.state][act.action] === undefined) {
    throw ruleViolated([wrongStateProblem(row.state, act.action)])
  }
  const step = transitionOf(actorIn(context.actor, row), row.state, act.action)
  if (step === undefined) {
    const message = `Vai trò của bạn không được “${INCIDENT_ACTION_LABELS[act.action]}” ở trạng thái này. Nhờ người xử lý vụ việc hoặc Trưởng cơ sở.`
    throw new AppError('forbidden', message)
  }
  if (step.comment === 'required' && act.comment === null) {
    const message = `Ghi ý kiến khi “${INCIDENT_ACTION_LABELS[act.action]}”.`
    throw ruleViolated([{ code: 'incident-comment', message, field: 'comment' }])
  }
  return { row, step }
}

/** What has to stand before the act. @throws AppError `rule_violated` */
function holdNeeds(db: WriteDb, context: WriteContext, row: IncidentRow, act: Act, step: Transition): void {
  switch (step.needs) {
    case undefined:
      return
    case 'first-report': {
      const facts = { zoneId: row.zone_id, placeId: row.place_id, placeNote: row.place_note }
      const problems = judgeFirstReport(
        { kind: row.kind, occurredAt: row.occurred_at, ...facts },
        context.now,
      )
      if (problems.length > 0) throw ruleViolated(problems)
      return
    }
    case 'complete-form': {
      const problems = missingOf(db, row)
      if (problems.length > 0) throw ruleViolated(problems)
      return
    }
    case 'no-open-work': {
      const problems = openWorkOf(db, row)
      if (problems.length > 0) throw ruleViolated(problems)
      return
    }
    case 'original': {
      holdOriginal(db, context.actor, row, act.duplicateOf)
    }
  }
}

/** What the act changes beside the state. */
function consequences(context: WriteContext, act: Act, step: Transition) {
  return {
    ...(act.action === 'decide'
      ? { decision: act.comment, decided_at: context.now, decided_by: context.actor.key }
      : {}),
    ...(act.action === 'review-again' || act.action === 'reopen' ? UNDECIDED : {}),
    ...(act.action === 'take-up' ? { owner_id: context.actor.userId } : {}),
    closed_at: step.to === 'closed' ? context.now : null,
    duplicate_of: step.to === 'duplicate' ? act.duplicateOf : null,
  }
}

function takeStep(db: WriteDb, context: WriteContext, act: Act): IncidentRow {
  const { row, step } = allowedAct(db, context, act)
  if (act.action === 'reopen' && row.no === null) {
    const message = 'Bản nháp đã bỏ chưa bao giờ được báo nên không mở lại. Báo vụ việc mới.'
    throw ruleViolated([{ code: 'incident-never-reported', message }])
  }
  holdNeeds(db, context, row, act, step)
  if (step.to === 'duplicate' || step.to === 'not-incident') {
    holdNothingRecorded(db, row)
    holdNoDuplicates(db, row)
  }
  if (act.action === 'submit') {
    const people = listInvolvements(db, row.id).flatMap(({ person_id: id }) => (id === null ? [] : [id]))
    return submitIncident(db, context, row, people, act.comment)
  }
  const after = consequences(context, act, step)
  updateIncidentPart(db, 'incident', row.id, { ...after, state: step.to, state_since: context.now })
  insertIncidentPart(db, 'incident_step', {
    id: context.newId(),
    incident_id: row.id,
    action: act.action,
    from_state: row.state,
    to_state: step.to,
    comment: act.comment,
    at: context.now,
    by: context.actor.key,
  })
  if (step.to === 'duplicate' && act.duplicateOf !== null && row.duplicate_of !== act.duplicateOf) {
    tieOnce(db, context, row.id, act.duplicateOf)
  }
  const { decision } = row
  const fields = changedFields(
    'incident',
    row.id,
    { decision, state: row.state },
    { ...after, state: step.to },
  )
  tellIncident(context, row, { action: `incident.${act.action}`, fields: fields.filter(isTold) })
  return requireIncident(db, row.id)
}

const TOLD = new Set(['decision', 'state', 'duplicate_of'])
function isTold({ field, before, after }: { field: string; before: string | null; after: string | null }) {
  return TOLD.has(field) && before !== after
}

/** Marked as a duplicate of the same one twice, with a reopening between, the tie stands once. */
function tieOnce(db: WriteDb, context: WriteContext, id: string, original: string): void {
  const isTied = listLinks(db, id).some((one) => one.kind === 'duplicate-of' && one.target_id === original)
  if (!isTied) tieIncident(db, context, id, { kind: 'duplicate-of', targetId: original, note: null })
}

export const incidentStepWrites: WriteUseCases<typeof incidentsContract> = {
  report: (db, context, input) => {
    holdKind(context.actor, input.kind)
    const row = openIncident(db, context, input)
    return { id: row.id, version: row.version, number: incidentNumber(row.year, row.no) }
  },
  edit: (db, context, { id, version, roles, ...facts }) => {
    const row = revisableIncident(db, context.actor, id)
    holdSeen(db, context, row, version)
    if (facts.kind !== row.kind) {
      holdKind(context.actor, facts.kind)
      holdNothingRecorded(db, row)
    }
    const columns = reportColumns(db, context.now, facts)
    if (facts.occurredAt !== row.occurred_at) {
      holdHour(db, row)
      moveStays(db, context, row, facts.occurredAt)
    }
    const isOther = facts.kind !== row.kind
    const kind = isOther ? changeKind(db, context, row, { kind: facts.kind, roles }) : undefined
    const after = { ...columns, ...kind?.columns }
    const fields = [...changedFields('incident', id, { ...row }, after), ...(kind?.fields ?? [])]
    if (fields.length > 0) {
      updateIncidentPart(db, 'incident', id, after)
      const edited = requireIncident(db, id)
      if (row.no !== null) setWork(db, context, edited)
      tellIncident(context, edited, { action: 'incident.edited', fields })
    }
    return { id, version: requireIncident(db, id).version }
  },
  act: (db, context, input) => {
    const row = takeStep(db, context, input)
    return { id: row.id, version: row.version, state: row.state, number: incidentNumber(row.year, row.no) }
  },
  close: (db, context, input) => {
    const row = takeStep(db, context, { ...input, action: 'close', duplicateOf: null })
    return { id: row.id, version: row.version }
  },
  assign: (db, context, { id, version, ownerId }) => {
    const row = writableIncident(db, context.actor, id)
    holdSeen(db, context, row, version)
    const owner = findUser(db, ownerId)
    if (owner?.state !== 'active' || !can(listRoles(db, ownerId), 'incident.run')) {
      const message = 'Người này không còn tài khoản hoặc không xử lý vụ việc. Chọn người khác.'
      throw ruleViolated([{ code: 'incident-owner', message, field: 'ownerId' }])
    }
    updateIncidentPart(db, 'incident', id, { owner_id: ownerId })
    const fields = changedFields('incident', id, { owner_id: row.owner_id }, { owner_id: ownerId })
    tellIncident(context, row, { action: 'incident.assigned', fields })
    return { id, version: row.version + 1 }
  },
  restrict: (db, context, { id, version, secrecy, reason }) => {
    const row = seenIncident(db, context.actor, id)
    holdSeen(db, context, row, version)
    updateIncidentPart(db, 'incident', id, { secrecy })
    const fields = changedFields('incident', id, { secrecy: row.secrecy }, { secrecy })
    tellIncident(
      context,
      { id, secrecy: 'restricted' },
      { action: 'incident.restricted', facts: { why: reason }, fields },
    )
    return { id, version: row.version + 1 }
  },
}
