import { findStay } from '#db/queries/people/reader.ts'
import type { ReadDb } from '#db/connection/handles.ts'
import type { dossierContract } from '#domain/contract/dossier.ts'
import { AppError } from '#domain/errors.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { ReadContext, ReadUseCases } from '../use-case.ts'
import { dossierOf } from './file-papers.ts'
import { returnPlaceOf } from './return-place.ts'
import { sheetOf } from './sheets.ts'

function look(db: ReadDb, context: ReadContext, stayId: string): void {
  const stay = findStay(db, stayId)
  if (!stay) throw new AppError('not_found')
  context.viewed(stay.person_id, 'person.viewed-dossier')
}

export const dossierReads: ReadUseCases<typeof dossierContract> = {
  list: (db, context, input) => {
    look(db, context, input.stayId)
    return dossierOf(db, input.stayId, dayOf(context.now))
  },
  sheet: (db, context, input) => {
    look(db, context, input.stayId)
    return { sheet: sheetOf(db, input.stayId) }
  },
  returnPlace: (db, context, input) => {
    look(db, context, input.stayId)
    return { place: returnPlaceOf(db, input.stayId, context.now) }
  },
}
