import { findStay } from '#db/queries/people/reader.ts'
import type { depositContract } from '#domain/contract/deposit.ts'
import { AppError } from '#domain/errors.ts'
import type { WriteUseCases } from '../use-case.ts'
import { dueUntil } from '../belongings/lines.ts'
import { belongingsOf, takeBelongings } from './bags.ts'
import { recordBagEvent } from './bag-history.ts'
import { statementOf } from './money.ts'
import { recordMoney, reverseMoney } from './write-move.ts'

export const depositWrites: WriteUseCases<typeof depositContract> = {
  record: (db, context, input) => {
    recordMoney(db, context, input)
    return statementOf(db, input.stayId)
  },
  reverse: (db, context, input) => {
    const stayId = reverseMoney(db, context, input)
    return stayId === null ? null : statementOf(db, stayId)
  },
  addBag: (db, context, input) => {
    const stay = findStay(db, input.stayId)
    if (!stay || stay.cancelled_at !== null) throw new AppError('not_found')
    const whose = { stayId: stay.id, personId: stay.person_id }
    takeBelongings(db, context, whose, { bags: [input.bag], kept: [] })
    return belongingsOf(db, stay.id, dueUntil(db, context.now))
  },
  recordBag: (db, context, input) =>
    belongingsOf(db, recordBagEvent(db, context, input), dueUntil(db, context.now)),
}
