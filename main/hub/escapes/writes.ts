import type { WriteDb } from '#db/connection/handles.ts'
import { findEscape } from '#db/queries/escapes/reader.ts'
import { updateEscape } from '#db/queries/escapes/writer.ts'
import { recordCustodyEvents, type NewCustodyEvent } from '#db/queries/custody/writer.ts'
import { lastChange } from '#db/queries/changes/reader.ts'
import type { EscapeTable } from '#db/schema/escape.ts'
import type { escapesContract } from '#domain/contract/escapes.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { tellCustodyEvent } from '../custody/tell-event.ts'
import type { FieldChange, WriteContext, WriteUseCases } from '../use-case.ts'
import { recordEscapes } from './record-escapes.ts'
import { followCorrection } from './withdraw-escapes.ts'

/** Writes events down and tells of them. */
function record(db: WriteDb, context: WriteContext, events: readonly NewCustodyEvent[]): void {
  recordCustodyEvents(db, context, events)
  for (const event of events) tellCustodyEvent(db, context, event)
}

type Described = Pick<
  EscapeTable,
  | 'direction'
  | 'clothes'
  | 'looks'
  | 'likely_places'
  | 'from_where'
  | 'last_seen_at'
  | 'height_cm'
  | 'weight_kg'
>

export const escapesWrites: WriteUseCases<typeof escapesContract> = {
  report: recordEscapes,
  describe: (db, context, { id, version, ...input }) => {
    const row = findEscape(db, id)
    if (!row) throw new AppError('not_found')
    if (row.version !== version) {
      throw new AppError('conflict', undefined, {
        current: { version: row.version },
        ...lastChange(db, 'incidents', row.incident_id),
      })
    }
    if (input.lastSeenAt !== null && input.lastSeenAt > row.escaped_at) {
      const message = `Lần thấy cuối phải trước giờ bỏ trốn ${formatInstant(row.escaped_at)}.`
      throw ruleViolated([{ code: 'seen-after-escape', field: 'lastSeenAt', message }])
    }
    const after: Described = {
      direction: input.direction,
      clothes: input.clothes,
      looks: input.looks,
      likely_places: input.likelyPlaces,
      from_where: input.fromWhere,
      last_seen_at: input.lastSeenAt,
      height_cm: input.heightCm,
      weight_kg: input.weightKg,
    }
    const fields = Object.entries(after).flatMap(([field, value]): FieldChange[] => {
      const before = row[field as keyof Described]
      if (before === value) return []
      const text = (one: string | number | null) => (one === null ? null : String(one))
      return [
        {
          entity: 'escape',
          entityId: id,
          personId: row.person_id,
          field,
          before: text(before),
          after: text(value),
        },
      ]
    })
    if (fields.length === 0) return { version }
    updateEscape(db, id, { ...after, version: version + 1 })
    context.audit({
      action: 'escape.described',
      subject: { kind: 'incident', id: row.incident_id },
      personId: row.person_id,
      fields,
    })
    context.changed('incidents', row.incident_id)
    return { version: version + 1 }
  },
  recover: (db, context, { recoveries, at, byWhom, where }) => {
    const facts = { ...(byWhom === null ? {} : { byWhom }), ...(where === null ? {} : { where }) }
    record(
      db,
      context,
      recoveries.map(({ eventId, stayId }) => ({
        id: eventId,
        stayId,
        at: at ?? context.now,
        act: { kind: 'recovered', facts },
      })),
    )
    return { events: recoveries.map(({ stayId, eventId }) => ({ stayId, eventId })) }
  },
  withdraw: (db, context, { escapes, why }) => {
    const events = escapes.map(({ correctionId, id }): NewCustodyEvent => {
      const row = findEscape(db, id)
      if (!row) throw new AppError('not_found')
      return {
        id: correctionId,
        stayId: row.stay_id,
        at: context.now,
        act: { kind: 'corrected', facts: { cancels: id, why } },
      }
    })
    record(db, context, events)
    followCorrection(db, context, { eventIds: escapes.map(({ id }) => id), instead: null, why })
    return { withdrawn: escapes.length }
  },
}
