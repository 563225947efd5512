import { findCase } from '#db/queries/conduct-cases/reader.ts'
import type { conductCasesContract } from '#domain/contract/conduct-cases.ts'
import { AppError } from '#domain/errors.ts'
import { can } from '#domain/permissions/permissions.ts'
import type { CallUseCases } from '../use-case.ts'
import { EXPORT_PAGE, readAll } from '../workbook/list-workbook.ts'
import { sendList } from '../workbook/send-list.ts'
import { isCaseShown } from './case-for.ts'
import { casesWorkbook } from './cases-workbook.ts'
import { caseDetail } from './lines.ts'
import { casePage } from './reads.ts'

export const conductCasesCalls: CallUseCases<typeof conductCasesContract> = {
  export: async (context, filter) => {
    if (!can(context.actor.roles, 'discipline.read')) throw new AppError('forbidden')
    const rows = await readAll(context, (cursor) =>
      casePage(context.hub.read, context, { ...filter, cursor, limit: EXPORT_PAGE }),
    )
    const file = { name: 'ky-luat-khen-thuong', bytes: await casesWorkbook(rows) }
    const action = 'conduct-cases.exported'
    return sendList(context, file, { action, filter: JSON.stringify(filter), rows: rows.length })
  },
  get: async (context, input) => {
    const { hub, actor, now } = context
    const row = findCase(hub.read, input.id)
    if (!row || !isCaseShown(hub.read, actor, row)) throw new AppError('not_found')
    await hub.writer.internal('recordCaseView', actor, now, { id: row.id, personId: row.person_id })
    return caseDetail(hub.read, context, row)
  },
}
