import { findStay } from '#db/queries/people/reader.ts'
import type { medicalContract } from '#domain/contract/medical.ts'
import { AppError } from '#domain/errors.ts'
import type { WriteUseCases } from '../use-case.ts'
import { firstCheckOf, writeFirstCheck } from './first-checks.ts'

export const medicalWrites: WriteUseCases<typeof medicalContract> = {
  saveFirstCheck: (db, context, input) => {
    const stay = findStay(db, input.stayId)
    if (!stay || stay.cancelled_at !== null) throw new AppError('not_found')
    writeFirstCheck(db, context, { ...input, personId: stay.person_id, at: input.at ?? context.now })
    const check = firstCheckOf(db, stay.id)
    if (!check) throw new AppError('not_found')
    return check
  },
}
