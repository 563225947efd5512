import type { WriteDb } from '#db/connection/handles.ts'
import { listHolders } from '#db/queries/outages/reader.ts'
import { insertOutage } from '#db/queries/outages/writer.ts'
import { findBed, listSubtree, type PlaceRow } from '#db/queries/places/reader.ts'
import { ruleViolated } from '#domain/errors.ts'
import type { OutageReason } from '#domain/placement/capacity.ts'
import { PLACE_KIND_LABELS } from '#domain/placement/place-kinds.ts'
import type { WriteContext } from '../use-case.ts'

/** Names said in a refusal before it goes on with a number. */
const NAMED = 5

/** The beds of a place that stand, itself when it is a bed. */
export function bedsOfPlace(db: WriteDb, placeId: string): PlaceRow[] {
  return listSubtree(db, placeId).filter(({ kind, retired_at: gone }) => kind === 'bed' && gone === null)
}

/**
 * Takes every bed of a place out of service that is not out already.
 * @throws AppError `rule_violated` naming who still holds beds there
 */
export function closePlace(
  db: WriteDb,
  context: WriteContext,
  place: PlaceRow,
  words: { reason: OutageReason; note: string | null; backOn: string | null },
): number {
  const beds = bedsOfPlace(db, place.id)
  const holders = listHolders(
    db,
    beds.map(({ id }) => id),
  )
  if (holders.length > 0) {
    const names = holders.slice(0, NAMED).map(({ name, bed_code: code }) => `${name} (${code ?? ''})`)
    const more = holders.length > NAMED ? ` và ${holders.length - NAMED} người nữa` : ''
    const label = PLACE_KIND_LABELS[place.kind]
    const message = `${label} ${place.full_code} còn ${holders.length} người giữ giường: ${names.join(', ')}${more}. Chuyển họ sang chỗ khác trước.`
    throw ruleViolated([{ code: 'place-occupied', message }])
  }
  const free = beds.filter(({ id }) => findBed(db, id)?.from_at === null)
  for (const bed of free) {
    insertOutage(db, {
      id: context.newId(),
      place_id: bed.id,
      reason: words.reason,
      note: words.note,
      from_at: context.now,
      back_on: words.backOn,
      recorded_by: context.actor.key,
      scope_id: place.kind === 'bed' ? null : place.id,
    })
  }
  context.audit({
    action: 'bed.out-of-service',
    subject: { kind: 'place', id: place.id },
    facts: { code: place.full_code, reason: words.reason, backOn: words.backOn, beds: free.length },
  })
  context.changed('places', place.zone_id)
  return free.length
}
