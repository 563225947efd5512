import { findCase } from '#db/queries/conduct-cases/reader.ts'
import type { conductCasesContract } from '#domain/contract/conduct-cases.ts'
import { AppError } from '#domain/errors.ts'
import type { CallUseCases } from '../use-case.ts'
import { isCaseShown } from './case-for.ts'
import { caseDetail } from './lines.ts'

export const conductCasesCalls: CallUseCases<typeof conductCasesContract> = {
  get: async (context, input) => {
    const { hub, actor, now } = context
    const row = findCase(hub.read, input.id)
    if (!row || !isCaseShown(hub.read, actor, row)) throw new AppError('not_found')
    await hub.writer.internal('recordCaseView', actor, now, { id: row.id, personId: row.person_id })
    return caseDetail(hub.read, context, row)
  },
}
