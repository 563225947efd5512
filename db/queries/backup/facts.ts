import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

/** What tells a person which data a file holds. */
export interface DataFacts {
  centreName: string
  onRoll: number
  people: number
  lastEntryAt: string | null
  auditLength: number
}

export function factsOfData(db: ReadDb): DataFacts {
  const centre = db.get(qb.selectFrom('centre_profile').select('name').orderBy('valid_from', 'desc').limit(1))
  const last = db.get(qb.selectFrom('audit_entry').select(['seq', 'at']).orderBy('seq', 'desc').limit(1))
  const count = (table: 'roster' | 'person') =>
    Number(db.get(qb.selectFrom(table).select((e) => e.fn.countAll().as('n')))?.n ?? 0)
  return {
    centreName: centre?.name ?? '',
    onRoll: count('roster'),
    people: count('person'),
    lastEntryAt: last?.at ?? null,
    auditLength: last?.seq ?? 0,
  }
}

/** What the present data hold beyond a copy: entries of the audit, files opened, custody events. */
export function compareEnds(
  db: ReadDb,
  copy: DataFacts,
): { entries: number; people: number; events: number } {
  const present = factsOfData(db)
  const events = db.get(
    qb
      .selectFrom('custody_event')
      .select((e) => e.fn.countAll().as('n'))
      .where('recorded_at', '>', copy.lastEntryAt ?? ''),
  )
  return {
    entries: Math.max(0, present.auditLength - copy.auditLength),
    people: Math.max(0, present.people - copy.people),
    events: Number(events?.n ?? 0),
  }
}
