import { actorNames, AUDIT_PAGE, listAudit } from '#db/queries/audit/reader.ts'
import type { ReadDb } from '#db/connection/handles.ts'
import type { AuditLine, auditContract } from '#domain/contract/audit.ts'
import type { ReadUseCases } from '../use-case.ts'

function page(
  db: ReadDb,
  filter: Parameters<typeof listAudit>[1],
): { lines: AuditLine[]; next: string | null } {
  const rows = listAudit(db, filter)
  const names = actorNames(db, [...new Set(rows.map((row) => row.actor))])
  return {
    lines: rows.map((row) => ({
      seq: row.seq,
      at: row.at,
      actor: row.actor,
      actorName: names.get(row.actor) ?? row.actor,
      action: row.action,
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      personId: row.person_id,
      personName: row.person_name,
      facts: JSON.parse(row.body).facts ?? {},
    })),
    next: rows.length === AUDIT_PAGE ? String(rows.at(-1)?.seq) : null,
  }
}

function before(cursor: string | null): number | null {
  return cursor === null || !/^\d+$/.test(cursor) ? null : Number(cursor)
}

export const auditReads: ReadUseCases<typeof auditContract> = {
  list: (db, _context, input) => page(db, { ...input, before: before(input.cursor), technicalOnly: false }),
  technical: (db, _context, input) => {
    const found = page(db, {
      before: before(input.cursor),
      actor: null,
      action: null,
      personId: null,
      technicalOnly: true,
    })
    return { ...found, lines: found.lines.map((line) => ({ ...line, personId: null, personName: null })) }
  },
}
