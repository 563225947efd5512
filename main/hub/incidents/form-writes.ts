import type { WriteDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import {
  findInjury,
  findInvolvement,
  listAnswers,
  listInvolvements,
  listNarratives,
  type InvolvementRow,
} from '#db/queries/incidents/parts.ts'
import { insertIncidentPart, supersedeAnswer, updateIncidentPart } from '#db/queries/incidents/writer.ts'
import type { incidentsContract } from '#domain/contract/incidents.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { judgeAnswer } from '#domain/incidents/form-path.ts'
import { judgeInvolvement } from '#domain/incidents/involvement-roles.ts'
import { formOfVersion } from '#domain/incidents/kind-forms.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'
import { holdUndecided, revisableIncident, writableIncident } from './access.ts'
import { holdNotRecorded } from './custody-of-incident.ts'
import { involvePeople } from './involve.ts'
import { requireIncident, setWork } from './open-incident.ts'
import { signatureOf } from './signature.ts'
import { changedFields, tellIncident } from './tell-incident.ts'
import { MEDICAL_INJURY_ENTITY } from './work-lines.ts'

/** Somebody who stands in an incident, as the actor saw it. @throws AppError `not_found`, `forbidden`, `conflict` */
function involvementFor(db: WriteDb, context: WriteContext, input: { id: string; version: number }) {
  const one = findInvolvement(db, input.id)
  if (!one || one.removed_at !== null) throw new AppError('not_found')
  const row = writableIncident(db, context.actor, one.incident_id)
  if (one.version !== input.version) {
    const current = { role: one.role, outcome: one.outcome, note: one.note, version: one.version }
    throw new AppError('conflict', undefined, { current })
  }
  return { one, row }
}

/** The involvement of that id in that incident. @throws AppError `not_found` */
function presentIn(db: WriteDb, incidentId: string, involvementId: string): InvolvementRow {
  const one = findInvolvement(db, involvementId)
  if (one?.incident_id !== incidentId || one.removed_at !== null) throw new AppError('not_found')
  return one
}

const personOf = (one: { person_id: string | null }) => (one.person_id === null ? [] : [one.person_id])

export const incidentFormWrites: WriteUseCases<typeof incidentsContract> = {
  answer: (db, context, input) => {
    const row = revisableIncident(db, context.actor, input.id)
    const problems = judgeAnswer(formOfVersion(row.kind, row.form_version), input)
    if (problems.length > 0) throw ruleViolated(problems)
    const before = listAnswers(db, row.id).find(
      (one) => one.question === input.question && one.superseded_at === null,
    )
    if ((before?.id ?? null) !== input.over) {
      const by = before === undefined ? undefined : actorNames(db, [before.answered_by])
      throw new AppError('conflict', undefined, {
        current: { answer: before?.answer ?? null, detail: before?.detail ?? null, id: before?.id ?? null },
        ...(before ? { changedBy: by?.get(before.answered_by) ?? '', changedAt: before.answered_at } : {}),
      })
    }
    if (before !== undefined) supersedeAnswer(db, before.id, { at: context.now, by: context.actor.key })
    insertIncidentPart(db, 'incident_answer', {
      id: input.answerId,
      incident_id: row.id,
      kind: row.kind,
      form_version: row.form_version,
      question: input.question,
      answer: input.answer,
      detail: input.detail,
      answered_at: context.now,
      answered_by: context.actor.key,
      superseded_at: null,
      superseded_by: null,
    })
    const fields = changedFields(
      'incident',
      row.id,
      { [input.question]: before?.answer ?? null },
      { [input.question]: input.answer },
    )
    tellIncident(context, row, { action: 'incident.answered', fields })
    return { answerId: input.answerId }
  },
  addNarrative: (db, context, input) => {
    const row = writableIncident(db, context.actor, input.id)
    const no = listNarratives(db, row.id).length + 1
    if ((input.kind === 'narrative') !== (no === 1)) {
      const message =
        no === 1
          ? 'Ghi diễn biến trước; bổ sung và lời khai ghi sau.'
          : 'Diễn biến đã ký, không sửa được. Ghi phần bổ sung.'
      throw ruleViolated([{ code: 'narrative-order', message, field: 'kind' }])
    }
    if ((input.kind === 'statement') !== (input.involvementId !== null)) {
      const message = 'Chọn người khai trong danh sách người liên quan.'
      throw ruleViolated([{ code: 'narrative-who', message, field: 'involvementId' }])
    }
    if (input.involvementId !== null) presentIn(db, row.id, input.involvementId)
    const signed = { body: input.body, by: context.actor.key, at: context.now }
    const bodyHash = signatureOf(signed)
    insertIncidentPart(db, 'incident_narrative', {
      id: input.narrativeId,
      incident_id: row.id,
      no,
      kind: input.kind,
      involvement_id: input.involvementId,
      body: signed.body,
      body_hash: bodyHash,
      written_at: signed.at,
      written_by: signed.by,
    })
    tellIncident(context, row, { action: 'incident.narrated', facts: { kind: input.kind, sha256: bodyHash } })
    return { no, bodyHash }
  },
  involve: (db, context, input) => {
    const row = revisableIncident(db, context.actor, input.id)
    const people = involvePeople(db, context, row, input.people)
    if (row.no !== null) setWork(db, context, row)
    tellIncident(context, row, { action: 'incident.involved', people })
    return { added: input.people.length }
  },
  changeInvolvement: (db, context, input) => {
    const { one, row } = involvementFor(db, context, input)
    if (input.role !== one.role) {
      holdUndecided(row)
      holdNotRecorded(db, row, one)
    }
    const form = formOfVersion(row.kind, row.form_version)
    if (input.outcome !== null && !form.outcomes.some(({ id }) => id === input.outcome)) {
      const message = 'Loại vụ việc này không có kết quả xử lý đó. Chọn trong danh sách.'
      throw ruleViolated([{ code: 'involve-outcome', message, field: 'outcome' }])
    }
    if (input.role !== one.role) {
      const others = listInvolvements(db, row.id)
        .filter((other) => other.removed_at === null && other.id !== one.id)
        .map((other) => ({ id: other.id, role: other.role, who: other.who, subject: other.id }))
      const problems = judgeInvolvement(form.roles, others, {
        role: input.role,
        who: one.who,
        subject: one.id,
      })
      if (problems.length > 0) throw ruleViolated(problems)
    }
    const after = { role: input.role, outcome: input.outcome, note: input.note }
    const before = { role: one.role, outcome: one.outcome, note: one.note }
    updateIncidentPart(db, 'incident_involvement', one.id, after)
    if (row.no !== null) setWork(db, context, row)
    const fields = changedFields('incident-involvement', one.id, before, after)
    tellIncident(context, row, { action: 'incident.involvement-changed', people: personOf(one), fields })
    return { id: one.id, version: one.version + 1 }
  },
  uninvolve: (db, context, input) => {
    const { one, row } = involvementFor(db, context, input)
    holdUndecided(row)
    holdNotRecorded(db, row, one)
    updateIncidentPart(db, 'incident_involvement', one.id, {
      removed_at: context.now,
      removed_by: context.actor.key,
      remove_reason: input.reason,
    })
    tellIncident(context, row, { action: 'incident.uninvolved', people: personOf(one) })
    return { id: one.id, version: one.version + 1 }
  },
  addInjury: (db, context, input) => {
    const row = writableIncident(db, context.actor, input.id)
    const one = presentIn(db, row.id, input.involvementId)
    if (input.noticedAt > context.now) {
      const message = 'Giờ phát hiện thương tích không được sau bây giờ. Sửa lại ngày, giờ.'
      throw ruleViolated([{ code: 'injury-future', message, field: 'noticedAt' }])
    }
    insertIncidentPart(db, 'incident_injury', {
      id: input.injuryId,
      incident_id: row.id,
      involvement_id: one.id,
      noticed_at: input.noticedAt,
      is_hospital: input.isHospital ? 1 : 0,
      recorded_at: context.now,
      recorded_by: context.actor.key,
      severity: null,
      detail: null,
      treatment: null,
      examined_at: null,
      examined_by: null,
    })
    tellIncident(context, row, { action: 'incident.injury-added', people: personOf(one) })
    return { id: input.injuryId, version: 1 }
  },
  examine: (db, context, input) => {
    const injury = findInjury(db, input.id)
    const one = injury && findInvolvement(db, injury.involvement_id)
    if (!injury || !one) throw new AppError('not_found')
    if (injury.version !== input.version) {
      const current = { severity: injury.severity, detail: injury.detail, version: injury.version }
      throw new AppError('conflict', undefined, { current })
    }
    const after = { severity: input.severity, detail: input.detail, treatment: input.treatment }
    const before = { severity: injury.severity, detail: injury.detail, treatment: injury.treatment }
    updateIncidentPart(db, 'incident_injury', injury.id, {
      ...after,
      examined_at: context.now,
      examined_by: context.actor.key,
    })
    const row = requireIncident(db, injury.incident_id)
    const fields = changedFields(MEDICAL_INJURY_ENTITY, injury.id, before, after).map((field) => ({
      ...field,
      ...(one.person_id === null || row.secrecy === 'restricted' ? {} : { personId: one.person_id }),
    }))
    tellIncident(context, row, { action: 'incident.injury-examined', people: personOf(one), fields })
    return { id: injury.id, version: injury.version + 1 }
  },
}
