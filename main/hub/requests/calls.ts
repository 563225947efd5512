import { findRequest } from '#db/queries/requests/reader.ts'
import type { requestsContract } from '#domain/contract/requests.ts'
import { AppError } from '#domain/errors.ts'
import { can } from '#domain/permissions/permissions.ts'
import type { CallUseCases } from '../use-case.ts'
import { EXPORT_PAGE, readAll } from '../workbook/list-workbook.ts'
import { sendList } from '../workbook/send-list.ts'
import { isShown, requestDetail } from './lines.ts'
import { requestPage } from './reads.ts'
import { requestsWorkbook } from './requests-workbook.ts'

export const requestsCalls: CallUseCases<typeof requestsContract> = {
  export: async (context, filter) => {
    if (!can(context.actor.roles, 'requests.read')) throw new AppError('forbidden')
    const { hub } = context
    const rows = await readAll(context, (cursor) =>
      requestPage(hub.read, context, { ...filter, cursor, limit: EXPORT_PAGE }),
    )
    const file = { name: 'don-nguyen-vong', bytes: await requestsWorkbook(rows) }
    const output = { action: 'requests.exported', filter: JSON.stringify(filter), rows: rows.length } as const
    return sendList(context, file, output)
  },
  get: async (context, input) => {
    const { hub, actor, now } = context
    const row = findRequest(hub.read, input.id)
    if (!row || !isShown(context, row)) throw new AppError('not_found')
    await hub.writer.internal('recordRequestView', actor, now, { id: row.id, personId: row.person_id })
    return requestDetail(hub.read, context, row)
  },
}
