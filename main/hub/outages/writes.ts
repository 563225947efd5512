import type { WriteDb } from '#db/connection/handles.ts'
import { findOutagePlan, listHolders, listOutagePlans } from '#db/queries/outages/reader.ts'
import { endOutagePlan, insertOutagePlan } from '#db/queries/outages/writer.ts'
import { findPlace, type PlaceRow } from '#db/queries/places/reader.ts'
import type { outagesContract } from '#domain/contract/outages.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { checkOutage } from '#domain/placement/capacity.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'
import { bedsOfPlace, closePlace } from './close-place.ts'

function placeInUse(db: WriteDb, id: string): PlaceRow {
  const place = findPlace(db, id)
  if (!place || place.retired_at !== null) throw new AppError('not_found')
  return place
}

/** Begins planned outages whose day has come; one with people still in it waits and is said on the page. */
export function beginOutages(
  db: WriteDb,
  context: WriteContext,
  _input: Record<string, never>,
): { begun: number } {
  const today = dayOf(context.now)
  let begun = 0
  for (const plan of listOutagePlans(db)) {
    const place = findPlace(db, plan.place_id)
    if (plan.from_on > today || !place || place.retired_at !== null) continue
    const beds = bedsOfPlace(db, place.id).map(({ id }) => id)
    if (listHolders(db, beds).length > 0) continue
    closePlace(db, context, place, { reason: plan.reason, note: plan.note, backOn: plan.back_on })
    endOutagePlan(db, plan.id, { begun_at: context.now })
    begun += 1
  }
  return { begun }
}

export const outagesWrites: WriteUseCases<typeof outagesContract> = {
  close: (db, context, input) => {
    const place = placeInUse(db, input.placeId)
    const problems = checkOutage({
      bedCode: place.full_code,
      reason: input.reason,
      note: input.note,
      today: dayOf(context.now),
      backOn: input.backOn,
      heldBy: null,
      outSince: null,
    })
    if (problems.length > 0) throw ruleViolated(problems)
    return { beds: closePlace(db, context, place, input) }
  },
  plan: (db, context, input) => {
    const place = placeInUse(db, input.placeId)
    const today = dayOf(context.now)
    if (input.fromOn <= today) {
      const message = `Ngày bắt đầu phải sau hôm nay (${formatDay(today)}). Muốn ngừng ngay thì chọn “Ngừng sử dụng”.`
      throw ruleViolated([{ code: 'outage-from', message, field: 'fromOn' }])
    }
    if (input.backOn !== null && input.backOn < input.fromOn) {
      const message = 'Ngày dùng lại phải từ ngày bắt đầu trở đi.'
      throw ruleViolated([{ code: 'outage-back-on', message, field: 'backOn' }])
    }
    if (input.reason === 'other' && input.note === null) {
      const message = 'Chọn “Lý do khác” thì ghi rõ lý do.'
      throw ruleViolated([{ code: 'outage-note', message, field: 'note' }])
    }
    insertOutagePlan(db, {
      id: input.id,
      place_id: place.id,
      reason: input.reason,
      note: input.note,
      from_on: input.fromOn,
      back_on: input.backOn,
      made_at: context.now,
      made_by: context.actor.key,
    })
    context.audit({
      action: 'outage.planned',
      subject: { kind: 'place', id: place.id },
      facts: { code: place.full_code, fromOn: input.fromOn, backOn: input.backOn },
    })
    context.changed('places', place.zone_id)
    return { id: input.id }
  },
  cancelPlan: (db, context, input) => {
    const plan = findOutagePlan(db, input.id)
    if (!plan || plan.begun_at !== null || plan.cancelled_at !== null) throw new AppError('not_found')
    endOutagePlan(db, plan.id, { cancelled_at: context.now, cancelled_by: context.actor.key })
    context.audit({
      action: 'outage.plan-cancelled',
      subject: { kind: 'place', id: plan.place_id },
      facts: { fromOn: plan.from_on },
    })
    context.changed('places')
    return { id: plan.id }
  },
}
