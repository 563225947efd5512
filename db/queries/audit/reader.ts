import { actorLabel } from '#domain/audit/action-labels.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

export const AUDIT_PAGE = 100

/** Actions about the machine, not about people: all that an administrator reads. */
const TECHNICAL_PREFIXES = [
  'user.',
  'session.',
  'backup.',
  'release.',
  'centre.',
  'calendar.',
  'hub.',
  'verify.',
] as const

/** A page of the audit, newest first, below sequence number `before`. */
export function listAudit(
  db: ReadDb,
  filter: {
    before: number | null
    actor: string | null
    action: string | null
    personId: string | null
    technicalOnly: boolean
  },
) {
  let query = qb
    .selectFrom('audit_entry')
    .leftJoin('person', 'person.id', 'audit_entry.person_id')
    .select([
      'audit_entry.seq',
      'audit_entry.at',
      'audit_entry.actor',
      'audit_entry.action',
      'audit_entry.subject_kind',
      'audit_entry.subject_id',
      'audit_entry.person_id',
      'audit_entry.body',
      'person.name as person_name',
    ])
    .orderBy('audit_entry.seq', 'desc')
    .limit(AUDIT_PAGE)
  if (filter.before !== null) query = query.where('audit_entry.seq', '<', filter.before)
  if (filter.actor !== null) query = query.where('audit_entry.actor', '=', filter.actor)
  if (filter.action !== null) query = query.where('audit_entry.action', '=', filter.action)
  if (filter.personId !== null) query = query.where('audit_entry.person_id', '=', filter.personId)
  if (filter.technicalOnly) {
    query = query.where((e) =>
      e.or(TECHNICAL_PREFIXES.map((prefix) => e('audit_entry.action', 'like', `${prefix}%`))),
    )
  }
  return db.all(query)
}

/** Names of the accounts behind audit actors; the machine, the command line and strangers in words. */
export function actorNames(db: ReadDb, actors: readonly string[]): Map<string, string> {
  const ids = actors.filter((actor) => actor.startsWith('user:')).map((actor) => actor.slice(5))
  const rows =
    ids.length === 0
      ? []
      : db.all(qb.selectFrom('user').select(['id', 'display_name']).where('id', 'in', ids))
  const names = new Map(rows.map((row) => [`user:${row.id}`, row.display_name]))
  return new Map(actors.map((actor) => [actor, actorLabel(actor, names.get(actor) ?? actor)]))
}

export function auditLength(db: ReadDb): number {
  return Number(db.get(qb.selectFrom('audit_entry').select((e) => e.fn.max('seq').as('seq')))?.seq ?? 0)
}

/** When the newest entry was written; null in a new database. */
export function lastEntryAt(db: ReadDb): string | null {
  return db.get(qb.selectFrom('audit_entry').select('at').orderBy('seq', 'desc').limit(1))?.at ?? null
}
