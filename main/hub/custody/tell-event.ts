import type { WriteDb } from '#db/connection/handles.ts'
import { findStayFacts } from '#db/queries/custody/reader.ts'
import type { NewCustodyEvent } from '#db/queries/custody/writer.ts'
import { AppError } from '#domain/errors.ts'
import type { WriteContext } from '../use-case.ts'

/** Puts a recorded custody event into the audit and tells the desks. @throws AppError `not_found` */
export function tellCustodyEvent(db: WriteDb, context: WriteContext, event: NewCustodyEvent): void {
  const facts = findStayFacts(db, event.stayId)
  if (!facts) throw new AppError('not_found')
  context.audit({
    action: `custody.${event.act.kind}`,
    subject: { kind: 'stay', id: event.stayId },
    personId: facts.personId,
    facts: { event: event.id, at: event.at },
  })
  context.changed('custody', event.stayId)
}
