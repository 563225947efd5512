import { countBags } from '#db/queries/belongings/bags.ts'
import type { belongingsContract } from '#domain/contract/belongings.ts'
import type { ReadUseCases } from '../use-case.ts'
import { bagPage, bagsById, countLines, dueUntil, shelfLines } from './lines.ts'

export const belongingsReads: ReadUseCases<typeof belongingsContract> = {
  bags: (db, { now }, { cursor, limit, ...filter }) => bagPage(db, now, filter, { cursor, limit }),
  count: (db, { now }, input) => ({ bags: countBags(db, input, dueUntil(db, now)) }),
  labels: (db, { now }, input) => ({ bags: bagsById(db, now, input.bagIds) }),
  shelves: (db) => ({ shelves: shelfLines(db) }),
  counts: (db, _context, input) => ({ counts: countLines(db, input.limit) }),
}
