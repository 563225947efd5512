import { actorNames } from '#db/queries/audit/reader.ts'
import { countPairs, listPairsPage } from '#db/queries/keep-apart/pairs-page.ts'
import { findPersonNow, listPairs } from '#db/queries/keep-apart/reader.ts'
import type { keepApartContract } from '#domain/contract/keep-apart.ts'
import { dayOf } from '#domain/time/instant.ts'
import { readMomentCursor, writeMomentCursor } from '../placement/moment-cursor.ts'
import type { ReadUseCases } from '../use-case.ts'
import { pairInList, pairOfPerson } from './lines.ts'
import { liesTooClose } from './pairs.ts'

export const keepApartReads: ReadUseCases<typeof keepApartContract> = {
  list: (db, context, input) => {
    const { personId } = input
    const rows = listPairs(db, personId)
    const names = actorNames(db, staffOf(rows))
    const today = dayOf(context.now)
    return {
      pairs: rows.map((row) =>
        pairOfPerson(row, {
          personId,
          other: findPersonNow(db, row.person_a === personId ? row.person_b : row.person_a),
          names,
          today,
          isViolated: row.closed_at === null && liesTooClose(db, row.person_a, row.person_b, row.level),
        }),
      ),
    }
  },
  all: (db, context, { cursor, limit, ...filter }) => {
    const today = dayOf(context.now)
    const found = listPairsPage(db, filter, { today, after: readMomentCursor(cursor), limit: limit + 1 })
    const rows = found.slice(0, limit)
    const names = actorNames(db, staffOf(rows))
    const last = rows.at(-1)
    return {
      pairs: rows.map((row) => pairInList(row, names, today)),
      next: found.length > limit && last ? writeMomentCursor({ at: last.opened_at, id: last.id }) : null,
    }
  },
  count: (db, context, filter) => ({ pairs: countPairs(db, filter, dayOf(context.now)) }),
}

function staffOf(rows: readonly { opened_by: string; closed_by: string | null }[]): string[] {
  return [
    ...new Set(
      rows.flatMap(({ opened_by: by, closed_by: closer }) => (closer === null ? [by] : [by, closer])),
    ),
  ]
}
