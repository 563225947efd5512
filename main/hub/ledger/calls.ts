import type { ledgerContract } from '#domain/contract/ledger.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { CallContext, CallUseCases } from '../use-case.ts'
import { WORKBOOK_TYPE } from '../workbook/cells.ts'
import { EXPORT_PAGE, readAll } from '../workbook/list-workbook.ts'
import { balancePage, movePage } from './lines.ts'
import { periodStatement } from './receipt.ts'
import { balancesWorkbook, movesWorkbook, periodWorkbook } from './workbook.ts'

async function fileOf(
  { hub, actor, now }: CallContext,
  name: string,
  bytes: Buffer,
  facts: { what: 'moves' | 'balances' | 'period'; filter: unknown; rows: number; personId?: string },
): Promise<File> {
  await hub.writer.internal('recordLedgerOutput', actor, now, {
    what: facts.what,
    filter: JSON.stringify(facts.filter),
    rows: facts.rows,
    personId: facts.personId ?? null,
  })
  return new File([new Uint8Array(bytes)], `${name}-${dayOf(now)}.xlsx`, { type: WORKBOOK_TYPE })
}

export const ledgerCalls: CallUseCases<typeof ledgerContract> = {
  exportMoves: async (context, filter) => {
    const { read } = context.hub
    const rows = await readAll(context, (cursor) => movePage(read, filter, { cursor, limit: EXPORT_PAGE }))
    const facts = { what: 'moves', filter, rows: rows.length } as const
    return fileOf(context, 'so-luu-ky', await movesWorkbook(rows), facts)
  },
  exportBalances: async (context, filter) => {
    const { read } = context.hub
    const rows = await readAll(context, (cursor) => balancePage(read, filter, { cursor, limit: EXPORT_PAGE }))
    const facts = { what: 'balances', filter, rows: rows.length } as const
    return fileOf(context, 'so-du-luu-ky', await balancesWorkbook(rows), facts)
  },
  exportPeriod: async (context, input) => {
    const { rows, person } = periodStatement(context.hub.read, input)
    const { from, to } = input
    const facts = {
      what: 'period',
      filter: { from, to },
      rows: rows.length,
      personId: person.personId,
    } as const
    return fileOf(context, 'sao-ke-luu-ky', await periodWorkbook(rows), facts)
  },
}
