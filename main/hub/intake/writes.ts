import { findExpected } from '#db/queries/intake/expected-arrivals.ts'
import type { WriteDb } from '#db/connection/handles.ts'
import type { ExpectedArrival, intakeContract } from '#domain/contract/intake.ts'
import { AppError } from '#domain/errors.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'
import { changeTrack } from './change-track.ts'
import { announce, callOff, expectedLines } from './expected.ts'
import { receive } from './receive.ts'

function lineOf(db: WriteDb, context: WriteContext, id: string): ExpectedArrival {
  const row = findExpected(db, id)
  const [line] = row ? expectedLines(db, [row], dayOf(context.now)) : []
  if (!line) throw new AppError('not_found')
  return line
}

export const intakeWrites: WriteUseCases<typeof intakeContract> = {
  addExpected: (db, context, input) => lineOf(db, context, announce(db, context, input).id),
  cancelExpected: (db, context, input) => {
    callOff(db, context, input)
    return lineOf(db, context, input.id)
  },
  receive,
  changeTrack,
}
