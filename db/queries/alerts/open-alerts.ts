import { sql, type RawBuilder } from 'kysely'
import type { AlertSpan } from '#domain/alerts/active-alerts.ts'
import { ALERT_CODES } from '#domain/alerts/alert-codes.ts'

/** An alert nobody has closed, as far as it tells when it holds. */
export type OpenAlert = AlertSpan & { closedAt: null }

/** The open alerts of the person of a row, as text for {@link readOpenAlerts}; null when there are none. */
export function openAlertsOf(personColumn: string): RawBuilder<string | null> {
  return sql<
    string | null
  >`(select group_concat(alert.code || ' ' || alert.from_on || ' ' || coalesce(alert.to_on, ''), ';') from alert where alert.person_id = ${sql.ref(personColumn)} and alert.closed_at is null)`
}

/** The alerts in a column made by {@link openAlertsOf}. */
export function readOpenAlerts(text: string | null): OpenAlert[] {
  if (text === null) return []
  return text.split(';').flatMap((one) => {
    const [word, fromOn = '', toOn = ''] = one.split(' ')
    const code = ALERT_CODES.find((known) => known === word)
    return code === undefined ? [] : [{ code, fromOn, toOn: toOn === '' ? null : toOn, closedAt: null }]
  })
}
