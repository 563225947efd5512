import { findStay } from '#db/queries/people/reader.ts'
import type { medicalContract } from '#domain/contract/medical.ts'
import { AppError } from '#domain/errors.ts'
import type { ReadUseCases } from '../use-case.ts'
import { firstCheckOf } from './first-checks.ts'

export const medicalReads: ReadUseCases<typeof medicalContract> = {
  firstCheck: (db, context, input) => {
    const stay = findStay(db, input.stayId)
    if (!stay) throw new AppError('not_found')
    context.viewed(stay.person_id, 'person.viewed-medical')
    return { check: firstCheckOf(db, stay.id) }
  },
}
