import type { WriteDb } from '#db/connection/handles.ts'
import { lastChange } from '#db/queries/changes/reader.ts'
import { findOuting, type OutingRow } from '#db/queries/goings-out/reader.ts'
import { AppError } from '#domain/errors.ts'
import { OUTING_KIND_LABELS } from '#domain/goings-out/outing-kinds.ts'
import { OUTING_STATE_LABELS, type OutingState } from '#domain/goings-out/outing-state.ts'
import type { FieldChange, WriteContext } from '../use-case.ts'
import { courseOfRow } from './lines.ts'

/**
 * An outing as the desk saw it, standing as the act needs it. Of two desks that decide at once the second is told
 * what the first did.
 * @throws AppError `not_found`, `conflict`
 */
export function openOuting(
  db: WriteDb,
  context: WriteContext,
  asked: { id: string; version: number },
  states: readonly OutingState[],
): OutingRow {
  const row = findOuting(db, asked.id)
  if (!row) throw new AppError('not_found')
  const { state } = courseOfRow(db, row, context.now)
  if (row.version === asked.version && states.includes(state)) return row
  const label = OUTING_STATE_LABELS[state]
  throw new AppError('conflict', `Việc ra ngoài này vừa thay đổi: “${label}”. Xem lại rồi làm tiếp.`, {
    current: { version: row.version, state: label },
    ...lastChange(db, 'goings-out', row.id),
  })
}

/** Puts an act into the audit and tells the desks. */
export function tellOuting(
  context: WriteContext,
  action: string,
  row: Pick<OutingRow, 'id' | 'person_id' | 'kind'>,
  fields: readonly FieldChange[] = [],
): void {
  context.audit({
    action: `outing.${action}`,
    subject: { kind: 'outing', id: row.id },
    personId: row.person_id,
    facts: { outing: OUTING_KIND_LABELS[row.kind] },
    fields,
  })
  context.changed('goings-out', row.id)
}
