import type { WriteDb } from '#db/connection/handles.ts'
import { findFile } from '#db/queries/files/desk-files.ts'
import {
  findEvidence,
  findExhibit,
  findFileHash,
  findSealed,
  isTakenFind,
  listChain,
  listExhibits,
  listLinks,
} from '#db/queries/incidents/parts.ts'
import { hasTarget } from '#db/queries/incidents/targets.ts'
import { insertIncidentPart, updateIncidentPart, withdrawEvidence } from '#db/queries/incidents/writer.ts'
import { findPersonNow } from '#db/queries/keep-apart/reader.ts'
import { findPlace } from '#db/queries/places/reader.ts'
import type { incidentsContract } from '#domain/contract/incidents.ts'
import { AppError, ruleViolated, type Problem } from '#domain/errors.ts'
import { judgeChain, judgeThing, thingText, type NextLine } from '#domain/incidents/exhibit.ts'
import type { WriteUseCases } from '../use-case.ts'
import { seenIncident, writableIncident } from './access.ts'
import { tieIncident } from './open-incident.ts'
import { changedFields, tellIncident } from './tell-incident.ts'

/** A scan that was sent; the same bytes from two desks are one file. @throws AppError `not_found` */
function holdFile(db: WriteDb, fileId: string | null): void {
  if (fileId === null) return
  if (findFile(db, fileId)?.kind !== 'scan') {
    throw new AppError('not_found', 'Không tìm thấy tệp vừa gửi. Gửi lại ảnh hoặc bản quét.')
  }
}

/** A bag under one seal may hold several things of an incident, never of two. */
function sealProblems(db: WriteDb, sealNumber: string | null, incidentId: string): Problem[] {
  const other = sealNumber === null ? undefined : findSealed(db, sealNumber, incidentId)
  if (other === undefined) return []
  const message = `Số niêm phong ${sealNumber} đã dùng cho vật chứng của vụ khác. Ghi đúng số trên niêm phong.`
  return [{ code: 'exhibit-seal-used', message, field: 'sealNumber' }]
}

/** A find of contraband that is there and not yet an exhibit of any incident. @throws AppError */
function holdFind(db: WriteDb, findId: string): void {
  if (!hasTarget(db, 'contraband-find', findId)) throw new AppError('not_found')
  if (!isTakenFind(db, findId)) return
  const message =
    'Lần phát hiện này đã ghi thành vật thu giữ, ở vụ việc này hoặc vụ khác. Tải lại trang để xem.'
  throw ruleViolated([{ code: 'exhibit-find', message, field: 'findId' }])
}

/** Holds a change to what its writer saw. @throws AppError `conflict` */
function holdExhibit(exhibit: NonNullable<ReturnType<typeof findExhibit>>, version: number): void {
  if (exhibit.version === version) return
  const { holder, last_move: lastMove } = exhibit
  throw new AppError('conflict', undefined, { current: { holder, lastMove, version: exhibit.version } })
}

export const incidentExhibitWrites: WriteUseCases<typeof incidentsContract> = {
  addExhibit: (db, context, input) => {
    const row = writableIncident(db, context.actor, input.id)
    holdFile(db, input.fileId)
    if (input.personId !== null && !findPersonNow(db, input.personId)) throw new AppError('not_found')
    if (input.placeId !== null && !findPlace(db, input.placeId)) throw new AppError('not_found')
    const first: NextLine = {
      kind: 'seized',
      at: input.foundAt,
      toHolder: input.holder,
      sealNumber: input.sealNumber,
      witness: input.witness,
      note: null,
    }
    const problems: Problem[] = [
      ...judgeChain([], first, context.now),
      ...judgeThing(input),
      ...sealProblems(db, input.sealNumber, row.id),
    ]
    if (input.findId !== null) holdFind(db, input.findId)
    if (problems.length > 0) throw ruleViolated(problems)
    const no = listExhibits(db, row.id).length + 1
    insertIncidentPart(db, 'incident_exhibit', {
      id: input.exhibitId,
      incident_id: row.id,
      no,
      kind: input.kind,
      substance: input.substance,
      route: input.route,
      description: input.description,
      quantity: input.quantity,
      unit: input.unit,
      seal_number: input.sealNumber,
      person_id: input.personId,
      found_at: input.foundAt,
      place_id: input.placeId,
      found_where: input.foundWhere,
      find_id: input.findId,
      file_id: input.fileId,
      holder: input.holder,
      last_move: 'seized',
      recorded_at: context.now,
      recorded_by: context.actor.key,
    })
    insertIncidentPart(db, 'incident_exhibit_move', {
      id: context.newId(),
      exhibit_id: input.exhibitId,
      no: 1,
      kind: 'seized',
      at: input.foundAt,
      from_holder: null,
      to_holder: input.holder,
      seal_number: input.sealNumber,
      witness: input.witness,
      note: null,
      recorded_at: context.now,
      recorded_by: context.actor.key,
    })
    if (input.findId !== null) {
      const link = { kind: 'contraband-find' as const, targetId: input.findId, note: null }
      const isTied = listLinks(db, row.id).some(
        (one) => one.kind === link.kind && one.target_id === link.targetId,
      )
      if (!isTied) tieIncident(db, context, row.id, link)
    }
    const people = input.personId === null ? [] : [input.personId]
    tellIncident(context, row, { action: 'incident.exhibit-added', people, facts: { number: no } })
    return { no }
  },
  amendExhibit: (db, context, { id, version, reason, ...thing }) => {
    const exhibit = findExhibit(db, id)
    if (!exhibit) throw new AppError('not_found')
    const row = writableIncident(db, context.actor, exhibit.incident_id)
    holdExhibit(exhibit, version)
    const problems = judgeThing(thing)
    if (problems.length > 0) throw ruleViolated(problems)
    const { kind, substance, route, description, quantity, unit } = exhibit
    const before = { kind, substance, route, description, quantity, unit }
    updateIncidentPart(db, 'incident_exhibit', id, thing)
    const fields = changedFields('incident-exhibit', id, before, thing)
    const people = exhibit.person_id === null ? [] : [exhibit.person_id]
    const facts = { number: exhibit.no, reason, before: thingText(before) }
    tellIncident(context, row, { action: 'incident.exhibit-amended', people, facts, fields })
    return { id, version: version + 1 }
  },
  moveExhibit: (db, context, input) => {
    const exhibit = findExhibit(db, input.id)
    if (!exhibit) throw new AppError('not_found')
    // A thing is handed back or destroyed after the incident has ended, too.
    const row = seenIncident(db, context.actor, exhibit.incident_id)
    holdExhibit(exhibit, input.version)
    const at = input.at ?? context.now
    const chain = listChain(db, exhibit.id)
    const lines = chain.map((one) => ({
      kind: one.kind,
      at: one.at,
      toHolder: one.to_holder,
      sealNumber: one.seal_number,
    }))
    const problems = [
      ...judgeChain(lines, { ...input, at }, context.now),
      ...sealProblems(db, input.sealNumber, row.id),
    ]
    if (problems.length > 0) throw ruleViolated(problems)
    const seal = input.sealNumber ?? exhibit.seal_number
    insertIncidentPart(db, 'incident_exhibit_move', {
      id: input.moveId,
      exhibit_id: exhibit.id,
      no: chain.length + 1,
      kind: input.kind,
      at,
      from_holder: exhibit.holder,
      to_holder: input.toHolder,
      seal_number: seal,
      witness: input.witness,
      note: input.note,
      recorded_at: context.now,
      recorded_by: context.actor.key,
    })
    const after = { holder: input.toHolder, seal_number: seal, last_move: input.kind }
    const before = {
      holder: exhibit.holder,
      seal_number: exhibit.seal_number,
      last_move: exhibit.last_move,
    }
    updateIncidentPart(db, 'incident_exhibit', exhibit.id, after)
    const fields = changedFields('incident-exhibit', exhibit.id, before, after)
    tellIncident(context, row, { action: 'incident.exhibit-moved', facts: { number: exhibit.no }, fields })
    return { id: exhibit.id, version: exhibit.version + 1 }
  },
  addEvidence: (db, context, input) => {
    const row = writableIncident(db, context.actor, input.id)
    holdFile(db, input.fileId)
    const fileHash = findFileHash(db, input.fileId)
    if (fileHash === undefined) throw new AppError('not_found')
    if (input.takenAt !== null && input.takenAt > context.now) {
      const message = 'Giờ chụp không được sau bây giờ. Sửa lại ngày, giờ.'
      throw ruleViolated([{ code: 'evidence-future', message, field: 'takenAt' }])
    }
    if (input.exhibitId !== null && findExhibit(db, input.exhibitId)?.incident_id !== row.id) {
      throw new AppError('not_found')
    }
    insertIncidentPart(db, 'incident_evidence', {
      id: input.evidenceId,
      incident_id: row.id,
      file_id: input.fileId,
      file_hash: fileHash,
      exhibit_id: input.exhibitId,
      caption: input.caption,
      taken_at: input.takenAt,
      added_at: context.now,
      added_by: context.actor.key,
      withdrawn_at: null,
      withdrawn_by: null,
      withdraw_reason: null,
    })
    tellIncident(context, row, { action: 'incident.evidence-added', facts: { sha256: fileHash } })
    return { fileHash }
  },
  withdrawEvidence: (db, context, input) => {
    const one = findEvidence(db, input.id)
    if (!one || one.withdrawn_at !== null) throw new AppError('not_found')
    const row = writableIncident(db, context.actor, one.incident_id)
    withdrawEvidence(db, one.id, {
      withdrawn_at: context.now,
      withdrawn_by: context.actor.key,
      withdraw_reason: input.reason,
    })
    tellIncident(context, row, { action: 'incident.evidence-withdrawn', facts: { sha256: one.file_hash } })
    return { id: one.id }
  },
}
