import type { WriteDb } from '#db/connection/handles.ts'
import type { ActiveAlertFilter } from '#domain/contract/alerts.ts'
import type { WriteContext } from '../use-case.ts'

/** Records that a list of alerts left the program, as a file or on paper. */
export function recordAlertsOutput(
  _db: WriteDb,
  context: WriteContext,
  input: { action: 'alerts.exported' | 'alerts.printed'; filter: ActiveAlertFilter; rows: number },
): null {
  const { faces, zones, reviewDue } = input.filter
  context.audit({
    action: input.action,
    facts: { faces: faces.join(','), zones: zones.join(','), reviewDue, rows: input.rows },
  })
  return null
}
