import type { IncidentRow } from '#db/queries/incidents/reader.ts'
import type { AuditRecord, FieldChange, WriteContext } from '../use-case.ts'

/** What of an incident an entry of the audit is about. */
type Told = Pick<IncidentRow, 'id' | 'secrecy'>

/**
 * Puts an act into the audit and tells the desks. A restricted incident never stands in the history of a person, which
 * more people read than the incident.
 */
export function tellIncident(
  context: WriteContext,
  row: Told,
  act: {
    action: string
    people?: readonly string[]
    facts?: AuditRecord['facts']
    fields?: readonly FieldChange[]
  },
): void {
  const { action, facts, fields } = act
  const record: AuditRecord = {
    action,
    subject: { kind: 'incident', id: row.id },
    ...(facts ? { facts } : {}),
    ...(fields ? { fields } : {}),
  }
  const people = row.secrecy === 'open' ? [...new Set(act.people)] : []
  if (people.length === 0) context.audit(record)
  for (const [index, personId] of people.entries()) {
    const { fields: values, ...rest } = record
    // Values stand once, in the first entry.
    context.audit({ ...rest, personId, ...(index === 0 && values ? { fields: values } : {}) })
  }
  context.changed('incidents', row.id)
}

/** Columns that differ, with both values, for the audit. */
export function changedFields<T extends Record<string, string | number | null>>(
  entity: string,
  entityId: string,
  before: T,
  after: Partial<T>,
): FieldChange[] {
  const text = (value: string | number | null | undefined) =>
    value === null || value === undefined ? null : String(value)
  return Object.entries(after).flatMap(([field, value]): FieldChange[] =>
    before[field] === value
      ? []
      : [{ entity, entityId, field, before: text(before[field]), after: text(value) }],
  )
}
