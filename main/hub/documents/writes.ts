import { lastChange } from '#db/queries/changes/reader.ts'
import { findDocument } from '#db/queries/documents/reader.ts'
import { cancelDocument } from '#db/queries/documents/writer.ts'
import { readSetting, writeSetting } from '#db/queries/settings/settings.ts'
import type { documentsContract } from '#domain/contract/documents.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { settleSearchTaskOfStay } from '../escapes/search-task.ts'
import type { WriteUseCases } from '../use-case.ts'
import { documentLines, mayOpenDocument } from './lines.ts'

export const documentsWrites: WriteUseCases<typeof documentsContract> = {
  setReportTo: (db, context, { to }) => {
    const before = readSetting(db, 'incidents.report-to')
    writeSetting(db, context, 'incidents.report-to', to)
    context.audit({ action: 'document.report-to-set', facts: { to: `${before} → ${to}` } })
    context.changed('documents')
    return { to }
  },
  cancel: (db, context, input) => {
    const before = findDocument(db, input.id)
    if (!before) throw new AppError('not_found')
    if (!mayOpenDocument(db, context.actor, before)) throw new AppError('forbidden')
    if (before.cancelled_at !== null) {
      throw ruleViolated([
        { code: 'already_cancelled', message: 'Văn bản này đã hủy rồi. Lập văn bản mới nếu cần.' },
      ])
    }
    if (before.version !== input.version) {
      throw new AppError('conflict', undefined, {
        current: { version: before.version },
        ...lastChange(db, 'documents', input.id),
      })
    }
    cancelDocument(db, input.id, {
      at: context.now,
      by: context.actor.key,
      reason: input.reason,
      version: before.version + 1,
    })
    context.audit({
      action: 'document.cancelled',
      subject: { kind: 'document', id: input.id },
      ...(before.person_id === null ? {} : { personId: before.person_id }),
      facts: { register: before.register, year: before.year, number: before.number },
      fields: [
        { entity: 'document', entityId: input.id, field: 'cancelReason', before: null, after: input.reason },
      ],
    })
    context.changed('documents', input.id)
    settleSearchTaskOfStay(db, context, before)
    const row = findDocument(db, input.id)
    const [line] = row ? documentLines(db, [row], context.actor) : []
    if (!line) throw new AppError('not_found')
    return line
  },
}
