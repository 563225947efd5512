import { actorNames } from '#db/queries/audit/reader.ts'
import { countActiveAlerts, listAlerts } from '#db/queries/alerts/reader.ts'
import type { alertsContract } from '#domain/contract/alerts.ts'
import type { ReadUseCases } from '../use-case.ts'
import { activePage, activeQuery } from './active-list.ts'
import { shownAlert } from './shown.ts'

export const alertsReads: ReadUseCases<typeof alertsContract> = {
  list: (db, context, input) => {
    const rows = listAlerts(db, input.personId)
    const staff = rows.flatMap(({ raised_by: by, closed_by: closer }) =>
      closer === null ? [by] : [by, closer],
    )
    const names = actorNames(db, [...new Set(staff)])
    return { alerts: rows.map((row) => shownAlert(context, row, names)) }
  },
  active: (db, context, { cursor, limit, ...filter }) =>
    activePage(db, context, activeQuery(context, filter), { cursor, limit }),
  count: (db, context, input) => countActiveAlerts(db, activeQuery(context, input)),
}
