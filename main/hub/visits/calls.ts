import { setImmediate } from 'node:timers/promises'
import { listVisits } from '#db/queries/visits/reader.ts'
import type { Visit } from '#domain/contract/visit-shapes.ts'
import type { visitsContract } from '#domain/contract/visits.ts'
import { AppError } from '#domain/errors.ts'
import { addDays, daysBetween, type Day } from '#domain/time/day.ts'
import type { CallContext, CallUseCases } from '../use-case.ts'
import { WORKBOOK_TYPE } from '../workbook/cells.ts'
import { shownVisits } from './shown.ts'
import { visitsWorkbook } from './visits-workbook.ts'

const MOST_EXPORTED_DAYS = 366
const MOST_PRINTED = 2000

/** The register of a period, day by day so that other desks are answered in between. */
async function readRegister(
  { hub, signal }: CallContext,
  { from, to }: { from: Day; to: Day },
  most: number,
): Promise<Visit[]> {
  if (to < from || daysBetween(from, to) >= MOST_EXPORTED_DAYS) {
    throw new AppError('rule_violated', 'Chọn khoảng từ ngày đến ngày, nhiều nhất một năm.')
  }
  const rows: Visit[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    signal?.throwIfAborted()
    rows.push(...shownVisits(hub.read, listVisits(hub.read, day, day)))
    if (rows.length > most) {
      throw new AppError('rule_violated', `Có hơn ${most} lượt trong khoảng này. Chọn khoảng ngắn hơn.`)
    }
    await setImmediate()
  }
  return rows
}

export const visitsCalls: CallUseCases<typeof visitsContract> = {
  export: async (context, input) => {
    const { hub, actor, now } = context
    const rows = await readRegister(context, input, 100_000)
    const bytes = await visitsWorkbook(rows)
    const record = { action: 'visits.exported' as const, ...input, rows: rows.length }
    await hub.writer.internal('recordVisitsOutput', actor, now, record)
    const name = `so-tham-gap-${input.from}-${input.to}.xlsx`
    return new File([new Uint8Array(bytes)], name, { type: WORKBOOK_TYPE })
  },
  print: async (context, input) => {
    const { hub, actor, now } = context
    const rows = await readRegister(context, input, MOST_PRINTED)
    const record = { action: 'visits.printed' as const, ...input, rows: rows.length }
    await hub.writer.internal('recordVisitsOutput', actor, now, record)
    return { rows }
  },
}
