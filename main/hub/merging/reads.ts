import { actorNames } from '#db/queries/audit/reader.ts'
import { readKnownRecord } from '#db/queries/intake/candidates.ts'
import { listMerges, listNotSame } from '#db/queries/merging/links.ts'
import type { mergingContract } from '#domain/contract/merging.ts'
import { AppError } from '#domain/errors.ts'
import { findMatches, matchLine } from '../intake/find-matches.ts'
import type { ReadUseCases } from '../use-case.ts'

export const mergingReads: ReadUseCases<typeof mergingContract> = {
  duplicates: (db, context, input) => {
    const record = readKnownRecord(db, input.personId)
    if (!record) throw new AppError('not_found')
    const without = new Set([input.personId, ...listNotSame(db, input.personId)])
    const matches = findMatches(db, record, without).flatMap((found) => matchLine(db, record, found, 0) ?? [])
    for (const { personId } of matches) context.viewed(personId, 'person.viewed-match')
    return { matches }
  },
  merges: (db, _context, input) => {
    const rows = listMerges(db, input.personId)
    const names = actorNames(db, [...new Set(rows.map((row) => row.merged_by))])
    return {
      merges: rows.map((row) => ({
        id: row.id,
        keptId: row.kept_id,
        mergedId: row.merged_id,
        mergedName: row.name,
        reason: row.reason,
        mergedAt: row.merged_at,
        mergedBy: names.get(row.merged_by) ?? row.merged_by,
        undoneAt: row.undone_at,
        undoReason: row.undo_reason,
      })),
    }
  },
}
