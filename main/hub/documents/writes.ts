import { lastChange } from '#db/queries/changes/reader.ts'
import { findDocument } from '#db/queries/documents/reader.ts'
import { readSetting, writeSetting } from '#db/queries/settings/settings.ts'
import type { documentsContract } from '#domain/contract/documents.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { settleSearchTaskOfStay } from '../escapes/search-task.ts'
import type { WriteUseCases } from '../use-case.ts'
import { cancelKept } from './cancel-kept.ts'
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
    cancelKept(db, context, before, input.reason)
    settleSearchTaskOfStay(db, context, before)
    const row = findDocument(db, input.id)
    const [line] = row ? documentLines(db, [row], context.actor) : []
    if (!line) throw new AppError('not_found')
    return line
  },
}
