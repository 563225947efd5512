import { AppError } from '#domain/errors.ts'
import type { Hub } from '../hub.ts'
import type { WorkbookAssessment } from './assess-workbook.ts'

/** A dry run kept in memory for its pages and for the import that may follow. */
export interface KeptAssessment {
  uploadId: string
  fileName: string
  sha256: string
  assessment: WorkbookAssessment
  /** The import made of it, once begun. */
  batchId: string | null
}

const MOST_KEPT = 6

const kept = new WeakMap<Hub, Map<string, KeptAssessment>>()

function keptOf(hub: Hub): Map<string, KeptAssessment> {
  const known = kept.get(hub)
  if (known) return known
  const fresh = new Map<string, KeptAssessment>()
  kept.set(hub, fresh)
  return fresh
}

/** Keeps the newest dry run of an upload; the least recently made ones of others are forgotten. */
export function keepAssessment(hub: Hub, assessment: KeptAssessment): void {
  const all = keptOf(hub)
  all.delete(assessment.uploadId)
  all.set(assessment.uploadId, assessment)
  for (const id of [...all.keys()].slice(0, Math.max(0, all.size - MOST_KEPT))) all.delete(id)
}

/** The dry run kept of an upload, if any. */
export function findAssessment(hub: Hub, uploadId: string): KeptAssessment | undefined {
  return keptOf(hub).get(uploadId)
}

/** @throws AppError `not_found` when the dry run was never made or is forgotten */
export function getAssessment(hub: Hub, uploadId: string): KeptAssessment {
  const found = findAssessment(hub, uploadId)
  if (!found) throw new AppError('not_found', 'Kết quả chạy thử không còn. Chạy thử lại với tệp này.')
  return found
}
