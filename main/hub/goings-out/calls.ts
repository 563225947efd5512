import type { WriteDb } from '#db/connection/handles.ts'
import { listOutNow } from '#db/queries/goings-out/reader.ts'
import type { goingsOutContract } from '#domain/contract/goings-out.ts'
import type { CallUseCases, WriteContext } from '../use-case.ts'
import { outNowLine } from './out-now.ts'

/** Most lines of one print. */
const MOST_PRINTED = 2000

/** Records that the list of those who are out went on paper. */
export function recordOutPrinted(_db: WriteDb, context: WriteContext, input: { rows: number }): null {
  context.audit({ action: 'outing.printed', facts: { rows: input.rows } })
  return null
}

export const goingsOutCalls: CallUseCases<typeof goingsOutContract> = {
  print: async (context) => {
    const { hub, actor, now } = context
    const everybody = { kinds: [], zones: [], overdue: false, after: null }
    const found = listOutNow(hub.read, { ...everybody, now, limit: MOST_PRINTED })
    const rows = found.map((row) => outNowLine(hub.read, { actor, now }, row))
    await hub.writer.internal('recordOutPrinted', actor, now, { rows: rows.length })
    return { rows }
  },
}
