import type { ReadDb } from '#db/connection/handles.ts'
import { listLinksBack } from '#db/queries/incidents/parts.ts'
import { findIncident, type IncidentRow } from '#db/queries/incidents/reader.ts'
import { ruleViolated } from '#domain/errors.ts'
import { incidentNumber } from '#domain/incidents/incident-kinds.ts'
import type { Actor } from '../use-case.ts'
import { sightFor } from './access.ts'

/** An original is another incident of the book that counts. @throws AppError `rule_violated` */
export function holdOriginal(db: ReadDb, actor: Actor, row: IncidentRow, originalId: string | null): void {
  const original = originalId === null ? undefined : findIncident(db, originalId)
  const counts =
    original !== undefined &&
    sightFor(db, actor, original) === 'all' &&
    original.id !== row.id &&
    original.no !== null &&
    original.state !== 'duplicate' &&
    original.state !== 'not-incident'
  if (counts) return
  const message = 'Chọn vụ việc gốc: một vụ khác đã có số, không phải vụ trùng, không phải vụ đã bỏ.'
  throw ruleViolated([{ code: 'incident-original', message, field: 'duplicateOf' }])
}

/** What others are duplicates of stays: else what happened would be told nowhere. @throws AppError `rule_violated` */
export function holdNoDuplicates(db: ReadDb, { id }: IncidentRow): void {
  const numbers = listLinksBack(db, id).flatMap((link) => {
    const other = link.kind === 'duplicate-of' ? findIncident(db, link.incident_id) : undefined
    return other?.duplicate_of === id ? [incidentNumber(other.year, other.no)] : []
  })
  if (numbers.length === 0) return
  const message = `Vụ này là vụ gốc của ${numbers.join(', ')}. Mở lại các vụ đó hoặc chọn cho chúng vụ gốc khác trước.`
  throw ruleViolated([{ code: 'incident-is-original', message }])
}
