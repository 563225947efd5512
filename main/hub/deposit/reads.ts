import { findStay } from '#db/queries/people/reader.ts'
import type { ReadDb } from '#db/connection/handles.ts'
import type { depositContract } from '#domain/contract/deposit.ts'
import { AppError } from '#domain/errors.ts'
import type { ReadContext, ReadUseCases } from '../use-case.ts'
import { dueUntil } from '../belongings/lines.ts'
import { belongingsOf } from './bags.ts'
import { statementOf } from './money.ts'

function look(db: ReadDb, context: ReadContext, stayId: string): void {
  const stay = findStay(db, stayId)
  if (!stay) throw new AppError('not_found')
  context.viewed(stay.person_id, 'person.viewed-deposit')
}

export const depositReads: ReadUseCases<typeof depositContract> = {
  statement: (db, context, input) => {
    look(db, context, input.stayId)
    return statementOf(db, input.stayId)
  },
  belongings: (db, context, input) => {
    look(db, context, input.stayId)
    return belongingsOf(db, input.stayId, dueUntil(db, context.now))
  },
}
