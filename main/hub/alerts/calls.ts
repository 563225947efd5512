import { setImmediate } from 'node:timers/promises'
import { countActiveAlerts } from '#db/queries/alerts/reader.ts'
import type { ActiveAlert, ActiveAlertFilter, alertsContract } from '#domain/contract/alerts.ts'
import { AppError } from '#domain/errors.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { CallContext, CallUseCases } from '../use-case.ts'
import { WORKBOOK_TYPE } from '../workbook/cells.ts'
import { activePage, activeQuery } from './active-list.ts'
import { alertsWorkbook } from './alerts-workbook.ts'

/** Most rows of one file or one print. */
const MOST_EXPORTED = 20_000
const MOST_PRINTED = 2_000
const PAGE = 500

/** All rows behind a filter, page by page so that other desks are answered in between. */
async function readRows(
  context: CallContext,
  filter: ActiveAlertFilter,
  most: number,
): Promise<ActiveAlert[]> {
  const { hub, signal } = context
  const query = activeQuery(context, filter)
  const { alerts } = countActiveAlerts(hub.read, query)
  if (alerts > most) {
    const message = `Danh sách có ${alerts} cảnh báo, nhiều hơn mức ${most} cho một lần. Lọc bớt rồi làm lại.`
    throw new AppError('rule_violated', message)
  }
  const rows: ActiveAlert[] = []
  let cursor: string | null = null
  do {
    signal?.throwIfAborted()
    const page = activePage(hub.read, context, query, { cursor, limit: PAGE })
    rows.push(...page.rows)
    cursor = page.next
    if (cursor !== null) await setImmediate()
  } while (cursor !== null)
  return rows
}

async function record(
  { hub, actor, now }: CallContext,
  action: 'alerts.exported' | 'alerts.printed',
  filter: ActiveAlertFilter,
  rows: number,
): Promise<void> {
  await hub.writer.internal('recordAlertsOutput', actor, now, { action, filter, rows })
}

export const alertsCalls: CallUseCases<typeof alertsContract> = {
  export: async (context, input) => {
    const rows = await readRows(context, input, MOST_EXPORTED)
    const bytes = await alertsWorkbook(rows)
    await record(context, 'alerts.exported', input, rows.length)
    return new File([new Uint8Array(bytes)], `canh-bao-${dayOf(context.now)}.xlsx`, { type: WORKBOOK_TYPE })
  },
  print: async (context, input) => {
    const rows = await readRows(context, input, MOST_PRINTED)
    await record(context, 'alerts.printed', input, rows.length)
    return { rows }
  },
}
