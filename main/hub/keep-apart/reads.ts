import { actorNames } from '#db/queries/audit/reader.ts'
import { findPersonNow, listPairs } from '#db/queries/keep-apart/reader.ts'
import type { keepApartContract } from '#domain/contract/keep-apart.ts'
import type { ReadUseCases } from '../use-case.ts'
import { liesTooClose } from './pairs.ts'

export const keepApartReads: ReadUseCases<typeof keepApartContract> = {
  list: (db, _context, input) => {
    const rows = listPairs(db, input.personId)
    const names = actorNames(db, [...new Set(rows.map((row) => row.opened_by))])
    return {
      pairs: rows.map((row) => {
        const otherId = row.person_a === input.personId ? row.person_b : row.person_a
        const other = findPersonNow(db, otherId)
        return {
          id: row.id,
          otherPersonId: otherId,
          otherName: other?.name ?? 'Hồ sơ đã hủy',
          otherBirthOn: other?.birth_on ?? null,
          otherBedCode: other?.bed_code ?? null,
          level: row.level,
          reason: row.reason,
          openedAt: row.opened_at,
          openedBy: names.get(row.opened_by) ?? row.opened_by,
          closedAt: row.closed_at,
          closeReason: row.close_reason,
          isViolated: row.closed_at === null && liesTooClose(db, row.person_a, row.person_b, row.level),
          version: row.version,
        }
      }),
    }
  },
}
