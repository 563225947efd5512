import type { WriteDb } from '#db/connection/handles.ts'
import { findRestriction } from '#db/queries/visits/reader.ts'
import { insertRestriction, liftRestriction } from '#db/queries/visits/writer.ts'
import { AppError } from '#domain/errors.ts'
import type { Day } from '#domain/time/day.ts'
import type { WriteContext } from '../use-case.ts'

interface NewRestriction {
  id: string
  personId: string
  fromOn: Day
  toOn: Day | null
  reason: string
  decision: string | null
}

/** Writes down that somebody receives no visits and makes no calls for a time. */
export function restrictVisits(db: WriteDb, context: WriteContext, asked: NewRestriction): void {
  const { id, personId, fromOn, toOn, reason, decision } = asked
  insertRestriction(db, {
    id,
    person_id: personId,
    from_on: fromOn,
    to_on: toOn,
    reason,
    decision,
    created_at: context.now,
    created_by: context.actor.key,
    lifted_at: null,
    lifted_by: null,
    lift_reason: null,
  })
  const of = { entity: 'contact-restriction', entityId: id, personId, before: null }
  context.audit({
    action: 'contact.restricted',
    subject: { kind: 'contact-restriction', id },
    personId,
    facts: { from: fromOn, to: toOn },
    fields: [
      { ...of, field: 'reason', after: reason },
      { ...of, field: 'decision', after: decision },
    ],
  })
  context.changed('contacts', personId)
}

/** Lifts a restriction. @throws AppError `not_found`, `conflict` when it is lifted already */
export function liftVisits(db: WriteDb, context: WriteContext, asked: { id: string; reason: string }): void {
  const { id, reason } = asked
  const row = findRestriction(db, id)
  if (!row) throw new AppError('not_found')
  if (row.lifted_at !== null) throw new AppError('conflict', 'Hạn chế này đã được bỏ rồi. Tải lại để xem.')
  liftRestriction(db, id, { lifted_at: context.now, lifted_by: context.actor.key, lift_reason: reason })
  const personId = row.person_id
  const entity = { entity: 'contact-restriction', entityId: id, personId }
  context.audit({
    action: 'contact.restriction-lifted',
    subject: { kind: 'contact-restriction', id },
    personId,
    fields: [{ ...entity, field: 'liftReason', before: null, after: reason }],
  })
  context.changed('contacts', personId)
}
