import { setImmediate } from 'node:timers/promises'
import { sumBalances } from '#db/queries/ledger/balances.ts'
import { sumMoves } from '#db/queries/ledger/moves.ts'
import type { ledgerContract } from '#domain/contract/ledger.ts'
import { AppError } from '#domain/errors.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { CallContext, CallUseCases } from '../use-case.ts'
import { WORKBOOK_TYPE } from '../workbook/cells.ts'
import { balancePage, movePage } from './lines.ts'
import { periodStatement } from './receipt.ts'
import { balancesWorkbook, movesWorkbook, periodWorkbook } from './workbook.ts'

/** Most rows of one file. */
const MOST_EXPORTED = 50_000
const PAGE = 500

/** All rows of a list, page by page so that other desks are answered in between. */
async function readAll<Row>(
  { signal }: CallContext,
  total: number,
  page: (cursor: string | null) => { rows: Row[]; next: string | null },
): Promise<Row[]> {
  if (total > MOST_EXPORTED) {
    const message = `Danh sách có ${total} dòng, nhiều hơn mức ${MOST_EXPORTED} cho một tệp. Lọc bớt rồi làm lại.`
    throw new AppError('rule_violated', message)
  }
  const rows: Row[] = []
  let cursor: string | null = null
  do {
    signal?.throwIfAborted()
    const found = page(cursor)
    rows.push(...found.rows)
    cursor = found.next
    if (cursor !== null) await setImmediate()
  } while (cursor !== null)
  return rows
}

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
    const rows = await readAll(context, sumMoves(read, filter).moves, (cursor) =>
      movePage(read, filter, { cursor, limit: PAGE }),
    )
    const facts = { what: 'moves', filter, rows: rows.length } as const
    return fileOf(context, 'so-luu-ky', await movesWorkbook(rows), facts)
  },
  exportBalances: async (context, filter) => {
    const { read } = context.hub
    const rows = await readAll(context, sumBalances(read, filter).people, (cursor) =>
      balancePage(read, filter, { cursor, limit: PAGE }),
    )
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
