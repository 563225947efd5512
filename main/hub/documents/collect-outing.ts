import { findLatestOuting } from '#db/queries/goings-out/reader.ts'
import type { DocumentForm } from '#domain/documents/form-editions.ts'
import { outingPaperFields } from '#domain/documents/outing-paper.ts'
import type { OutingKind } from '#domain/goings-out/outing-kinds.ts'
import { endOfDay } from '#domain/time/instant.ts'
import type { CollectedDocument } from './collect.ts'
import { letterheadOf, type DocumentSource } from './document-source.ts'

/** Forms about going out. */
export type OutingForm = Extract<DocumentForm, `leave-${string}` | `out-${string}` | `suspension-${string}`>

/** Of which outings a form speaks; the last one put on file by the day of the document. */
const KINDS: Record<OutingForm, readonly OutingKind[]> = {
  'leave-application': ['funeral'],
  'leave-decision': ['funeral'],
  'leave-hand-over': ['funeral'],
  'out-order': ['proceedings', 'court'],
  'out-hand-over': ['proceedings', 'court'],
  'suspension-proposal': ['suspension'],
}

/** Collects what a paper of going out needs; where none is on file its places are left to be written on. */
export function collectOutingPaper(source: DocumentSource, form: OutingForm): CollectedDocument {
  const { db, stayId, person, stay, on } = source
  const [outing] = KINDS[form]
    .flatMap((kind) => findLatestOuting(db, stayId, kind, endOfDay(on)) ?? [])
    .toSorted((a, b) => (a.leave_at < b.leave_at ? 1 : -1))
  return {
    suggested: {
      nguoi_lam_don: outing?.applicant ?? person.name,
      noi_den: outing?.destination ?? null,
      ly_do: outing?.reason ?? null,
      nguoi_di_cung: outing?.escort ?? null,
      ben_nhan_ho_ten: null,
      ben_nhan_chuc_vu: null,
      ben_giao_ho_ten: source.actor.name,
      y_kien_khac: null,
    },
    isMedical: false,
    fields: (answers, fullNumber) =>
      outingPaperFields({
        letterhead: letterheadOf(source, fullNumber),
        person,
        stay,
        kind: outing?.kind ?? null,
        deceased: outing?.deceased ?? null,
        relation: outing?.relation ?? null,
        proof: outing?.proof ?? null,
        requestBody: outing?.request_body ?? null,
        requestNumber: outing?.request_number ?? null,
        leaveAt: outing?.leave_at ?? null,
        returnAt: outing?.return_at ?? null,
        travelDays: outing?.travel_days ?? null,
        applicant: answers['nguoi_lam_don'] ?? null,
        destination: answers['noi_den'] ?? null,
        reason: answers['ly_do'] ?? null,
        escort: answers['nguoi_di_cung'] ?? null,
        receiver: answers['ben_nhan_ho_ten'] ?? null,
        receiverTitle: answers['ben_nhan_chuc_vu'] ?? null,
        handingOver: answers['ben_giao_ho_ten'] ?? null,
        remarks: answers['y_kien_khac'] ?? null,
      }),
  }
}
