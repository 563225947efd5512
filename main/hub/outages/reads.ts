import { actorNames } from '#db/queries/audit/reader.ts'
import { countOverdueOutages, listHolders, listOutagePlans, listOutages } from '#db/queries/outages/reader.ts'
import { listSubtree } from '#db/queries/places/reader.ts'
import type { ReadDb } from '#db/connection/handles.ts'
import type { outagesContract } from '#domain/contract/outages.ts'
import { OUTAGE_REASONS } from '#domain/placement/capacity.ts'
import { comparePlaceCodes } from '#domain/placement/place-kinds.ts'
import { dayOf } from '#domain/time/instant.ts'
import { readMomentCursor, writeMomentCursor } from '../placement/moment-cursor.ts'
import type { ReadUseCases } from '../use-case.ts'

function holdersOf(db: ReadDb, placeId: string) {
  const beds = listSubtree(db, placeId).filter(({ kind }) => kind === 'bed')
  return listHolders(
    db,
    beds.map(({ id }) => id),
  )
}

export const outagesReads: ReadUseCases<typeof outagesContract> = {
  list: (db, context, { state, cursor, limit }) => {
    const found = listOutages(db, state, { after: readMomentCursor(cursor), limit: limit + 1 })
    const rows = found.slice(0, limit)
    const names = actorNames(db, [...new Set(rows.map(({ recorded_by: by }) => by))])
    const today = dayOf(context.now)
    const last = rows.at(-1)
    return {
      outages: rows.map((row) => ({
        id: row.id,
        bedId: row.place_id,
        bedCode: row.bed_code,
        zoneName: row.zone_name,
        scopeCode: row.scope_code,
        reason: OUTAGE_REASONS.find((reason) => reason === row.reason) ?? 'other',
        note: row.note,
        fromAt: row.from_at,
        backOn: row.back_on,
        isOverdue: row.ended_at === null && row.back_on !== null && row.back_on < today,
        endedAt: row.ended_at,
        recordedBy: names.get(row.recorded_by) ?? row.recorded_by,
      })),
      next: found.length > limit && last ? writeMomentCursor({ at: last.from_at, id: last.id }) : null,
    }
  },
  plans: (db, context) => {
    const rows = listOutagePlans(db)
    const names = actorNames(db, [...new Set(rows.map(({ made_by: by }) => by))])
    return {
      plans: rows.map((row) => ({
        id: row.id,
        placeId: row.place_id,
        placeCode: row.place_code,
        placeKind: row.place_kind,
        reason: row.reason,
        note: row.note,
        fromOn: row.from_on,
        backOn: row.back_on,
        madeBy: names.get(row.made_by) ?? row.made_by,
        holders: holdersOf(db, row.place_id).length,
      })),
      overdue: countOverdueOutages(db, dayOf(context.now)).count,
    }
  },
  holders: (db, _context, input) => ({
    people: holdersOf(db, input.placeId)
      .map((row) => ({
        stayId: row.stay_id,
        personId: row.person_id,
        name: row.name,
        bedCode: row.bed_code ?? '',
      }))
      .toSorted((a, b) => comparePlaceCodes(a.bedCode, b.bedCode)),
  }),
}
