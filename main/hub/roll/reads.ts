import type { rollContract } from '#domain/contract/roll.ts'
import { AppError } from '#domain/errors.ts'
import { formatInstant, type Instant } from '#domain/time/instant.ts'
import { readNameCursor, writeNameCursor } from '../placement/name-cursor.ts'
import type { ReadUseCases } from '../use-case.ts'
import { peopleAt } from './people-at.ts'
import { rollSheet } from './roll-sheet.ts'

/** The moment asked for; nobody is counted in the future. @throws AppError `invalid_input` */
function pastInstant(at: Instant | null, now: Instant): Instant {
  if (at === null) return now
  if (at > now) {
    const message = `Thời điểm này chưa tới (bây giờ là ${formatInstant(now)}). Chọn thời điểm đã qua.`
    throw new AppError('invalid_input', message, {
      problems: [{ code: 'in-the-future', message, field: 'at' }],
    })
  }
  return at
}

export const rollReads: ReadUseCases<typeof rollContract> = {
  at: (db, context, input) => rollSheet(db, pastInstant(input.at, context.now)),
  people: (db, context, input) => {
    const { people, next } = peopleAt(db, pastInstant(input.at, context.now), input, {
      after: readNameCursor(input.cursor),
      limit: input.limit,
    })
    return { people, next: next ? writeNameCursor(next) : null }
  },
}
