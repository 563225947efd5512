import type { ReadDb, WriteDb } from '#db/connection/handles.ts'
import { insertDossierItem, listDossierItems, type DossierItemRow } from '#db/queries/dossier/items.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { findFile } from '#db/queries/files/desk-files.ts'
import type { DossierItem } from '#domain/contract/dossier.ts'
import type { ReceiveInput } from '#domain/contract/intake-fields.ts'
import { checklistFor, type ChecklistPerson } from '#domain/dossier/checklist.ts'
import type { JudgedItem } from '#domain/dossier/judge-dossier.ts'
import { ruleViolated } from '#domain/errors.ts'
import type { Track } from '#domain/stay/track.ts'
import type { Day } from '#domain/time/day.ts'
import type { WriteContext } from '../use-case.ts'

type Answer = ReceiveInput['dossier'][number]

/** Files every paper of the list as it stands, so that a later change of the law changes nothing on file. */
export function filePapers(
  db: WriteDb,
  context: WriteContext,
  stay: { id: string; track: Track; actOn: Day; person: ChecklistPerson },
  papers: { judged: readonly JudgedItem[]; answers: readonly Answer[] },
): void {
  const known = listDossierItems(db, stay.id)
  const rows = checklistFor(stay.track, stay.actOn, stay.person)
  for (const [index, item] of papers.judged.entries()) {
    if (known.some(({ code }) => code === item.code)) continue
    const row = rows.find(({ code }) => code === item.code)
    const answer = papers.answers.find(({ code }) => code === item.code)
    insertDossierItem(db, {
      id: answer?.id ?? context.newId(),
      stay_id: stay.id,
      code: item.code,
      title: item.title,
      form: row?.form ?? null,
      is_required: row?.isRequired === true ? 1 : 0,
      state: item.state,
      number: answer?.number ?? null,
      issued_on: answer?.issuedOn ?? null,
      issuer: answer?.issuer ?? (item.state === 'received' ? (row?.issuer ?? null) : null),
      reason: item.dueOn === null ? null : (answer?.reason ?? null),
      note: answer?.note ?? null,
      due_on: item.dueOn,
      file_id: answer?.fileId ?? null,
      sort: known.length + index,
      created_at: context.now,
      updated_at: context.now,
      updated_by: context.actor.key,
    })
  }
  context.changed('dossier', stay.id)
}

/** @throws AppError `rule_violated` when a scan is named that never came */
export function refuseNoScan(db: WriteDb, fileId: string | null, field: string): void {
  if (fileId === null || findFile(db, fileId)?.kind === 'scan') return
  const message = 'Không tìm thấy bản quét vừa gửi. Quét hoặc chọn lại tệp.'
  throw ruleViolated([{ code: 'scan-missing', message, field }])
}

const isAwaited = (row: Pick<DossierItemRow, 'state'>) => row.state === 'missing' || row.state === 'invalid'

/** The papers of a stay as screens show them. */
export function dossierOf(
  db: ReadDb,
  stayId: string,
  today: Day,
): { stayId: string; items: DossierItem[]; missing: number } {
  const rows = listDossierItems(db, stayId)
  const names = actorNames(db, [...new Set(rows.map((row) => row.updated_by))])
  return {
    stayId,
    missing: rows.filter(isAwaited).length,
    items: rows.map((row) => ({
      id: row.id,
      code: row.code,
      title: row.title,
      form: row.form,
      isRequired: row.is_required === 1,
      state: row.state,
      number: row.number,
      issuedOn: row.issued_on,
      issuer: row.issuer,
      reason: row.reason,
      note: row.note,
      dueOn: row.due_on,
      isOverdue: isAwaited(row) && row.due_on !== null && row.due_on < today,
      hasScan: row.file_id !== null,
      updatedAt: row.updated_at,
      updatedBy: names.get(row.updated_by) ?? row.updated_by,
      version: row.version,
    })),
  }
}
