import type { WriteDb } from '#db/connection/handles.ts'
import { listCustodyEvents } from '#db/queries/custody/reader.ts'
import { findEscape, findEscapePerson } from '#db/queries/escapes/reader.ts'
import { updateEscape } from '#db/queries/escapes/writer.ts'
import { recordCustodyEvents, type NewCustodyEvent } from '#db/queries/custody/writer.ts'
import { lastChange } from '#db/queries/changes/reader.ts'
import type { EscapeTable } from '#db/schema/escape.ts'
import type { escapesContract } from '#domain/contract/escapes.ts'
import { AppError, ruleViolated, type Problem } from '#domain/errors.ts'
import { escapeStanding, standingEvents } from '#domain/incidents/escape-standing.ts'
import { formatInstant, type Instant } from '#domain/time/instant.ts'
import { tellCustodyEvent } from '../custody/tell-event.ts'
import type { FieldChange, WriteContext, WriteUseCases } from '../use-case.ts'
import { recordEscapes } from './record-escapes.ts'
import { followCorrection } from './withdraw-escapes.ts'

/** Writes events down and tells of them. */
function record(db: WriteDb, context: WriteContext, events: readonly NewCustodyEvent[]): void {
  recordCustodyEvents(db, context, events)
  for (const event of events) tellCustodyEvent(db, context, event)
}

/** @throws AppError `rule_violated` naming whoever is said to be back before the escape */
function refuseEarlyReturn(db: WriteDb, recoveries: readonly { stayId: string }[], at: Instant): void {
  const problems = recoveries.flatMap(({ stayId }): Problem[] => {
    const events = listCustodyEvents(db, stayId)
    const escape = standingEvents(events).findLast(({ kind }) => kind === 'escaped')
    if (escape === undefined || at > escape.at || escapeStanding(events, escape.id).standing !== 'away')
      return []
    const name = findEscapePerson(db, stayId)?.name ?? ''
    const message = `${name}: giờ trở lại phải sau giờ bỏ trốn ${formatInstant(escape.at)}. Sửa lại giờ trở lại; giờ bỏ trốn sai thì đính chính giờ đó.`
    return [{ code: 'back-before-escape', field: 'at', message }]
  })
  if (problems.length > 0) throw ruleViolated(problems)
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
    if (at !== null) refuseEarlyReturn(db, recoveries, at)
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
    const events = escapes.flatMap(({ correctionId, id }): NewCustodyEvent[] => {
      const row = findEscape(db, id)
      if (!row) throw new AppError('not_found')
      const { recoveryId } = escapeStanding(listCustodyEvents(db, row.stay_id), id)
      const cancel = (eventId: string, cancels: string): NewCustodyEvent => ({
        id: eventId,
        stayId: row.stay_id,
        at: context.now,
        act: { kind: 'corrected', facts: { cancels, why } },
      })
      // Without the escape there was nothing to return from.
      const back = recoveryId === null ? [] : [cancel(context.newId(), recoveryId)]
      return [...back, cancel(correctionId, id)]
    })
    record(db, context, events)
    followCorrection(db, context, { eventIds: escapes.map(({ id }) => id), instead: null, why })
    return { withdrawn: escapes.length }
  },
}
