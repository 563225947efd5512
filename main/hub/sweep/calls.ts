import type { sweepContract } from '#domain/contract/sweep.ts'
import { AppError } from '#domain/errors.ts'
import { can } from '#domain/permissions/permissions.ts'
import type { CallUseCases } from '../use-case.ts'
import { EXPORT_PAGE, readAll } from '../workbook/list-workbook.ts'
import { sendList } from '../workbook/send-list.ts'
import { findingPage } from './reads.ts'
import { runSweep } from './run-sweep.ts'
import { sweepWorkbook } from './sweep-workbook.ts'

export const sweepCalls: CallUseCases<typeof sweepContract> = {
  run: ({ hub, actor }) => runSweep(hub, actor),
  export: async (context, filter) => {
    if (!can(context.actor.roles, 'people.read')) throw new AppError('forbidden')
    const { hub } = context
    const rows = await readAll(context, (cursor) =>
      findingPage(hub.read, { ...filter, cursor, limit: EXPORT_PAGE }),
    )
    const file = { name: 'ra-soat-cho-o', bytes: await sweepWorkbook(rows) }
    const output = { action: 'sweep.exported', filter: JSON.stringify(filter), rows: rows.length } as const
    return sendList(context, file, output)
  },
}
