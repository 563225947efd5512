import type { ReadDb, WriteDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { findFirstExam, insertExam, updateExam } from '#db/queries/intake/taken.ts'
import type { StoredFirstCheck } from '#domain/contract/medical.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import {
  FIRST_CHECK_VERSION,
  firstCheckSchema,
  type FirstCheck,
} from '#domain/information-sheet/first-check.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { WriteContext } from '../use-case.ts'

/** The first check of a stay; its body is null when it was written in another shape. */
export function firstCheckOf(db: ReadDb, stayId: string): StoredFirstCheck | null {
  const row = findFirstExam(db, stayId)
  if (!row) return null
  const read =
    row.shape === FIRST_CHECK_VERSION ? firstCheckSchema.safeParse(JSON.parse(row.body)) : undefined
  return {
    id: row.id,
    stayId,
    at: row.at,
    body: read?.success ? read.data : null,
    recordedAt: row.recorded_at,
    recordedBy: actorNames(db, [row.recorded_by]).get(row.recorded_by) ?? row.recorded_by,
    version: row.version,
  }
}

/**
 * Writes the first check, the first time or over the version the editor saw. The audit learns that, never what.
 * @throws AppError `conflict`, `rule_violated`
 */
export function writeFirstCheck(
  db: WriteDb,
  context: WriteContext,
  check: {
    id: string
    stayId: string
    personId: string
    at: Instant
    version: number | null
    body: FirstCheck
  },
): void {
  const row = findFirstExam(db, check.stayId)
  if ((row?.version ?? null) !== check.version) {
    const stored = firstCheckOf(db, check.stayId)
    throw new AppError('conflict', undefined, {
      current: { version: stored?.version ?? null, ...stored?.body },
      ...(stored ? { changedBy: stored.recordedBy, changedAt: stored.recordedAt } : {}),
    })
  }
  if (check.at > context.now) {
    const message = 'Thời điểm khám ở tương lai. Chọn lại ngày giờ.'
    throw ruleViolated([{ code: 'check-in-future', message, field: 'at' }])
  }
  const written = {
    at: check.at,
    shape: FIRST_CHECK_VERSION,
    body: JSON.stringify(check.body),
    recorded_at: context.now,
    recorded_by: context.actor.key,
  }
  if (row) updateExam(db, row.id, { ...written, version: row.version + 1 })
  else insertExam(db, { id: check.id, stay_id: check.stayId, kind: 'first', ...written })
  context.audit({
    action: 'medical.first-check-saved',
    subject: { kind: 'stay', id: check.stayId },
    personId: check.personId,
  })
  context.changed('people', check.personId)
}
