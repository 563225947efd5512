import { actorNames } from '#db/queries/audit/reader.ts'
import { findReshuffle, listReshuffles, type ReshuffleRow } from '#db/queries/reshuffle/reader.ts'
import type { reshuffleContract } from '#domain/contract/reshuffle.ts'
import { AppError } from '#domain/errors.ts'
import { comparePlaceCodes } from '#domain/placement/place-kinds.ts'
import { judgeReshuffle, proposeReshuffle } from '#domain/placement/reshuffle.ts'
import type { ReadUseCases } from '../use-case.ts'
import { draftLine, moveLines, movesOf } from './lines.ts'
import { staleMoves, zoneNow } from './zone-now.ts'

function staffOf(rows: readonly ReshuffleRow[]): string[] {
  return [...new Set(rows.flatMap((row) => [row.made_by, row.changed_by, row.done_by ?? row.made_by]))]
}

export const reshuffleReads: ReadUseCases<typeof reshuffleContract> = {
  list: (db, _context, input) => {
    const rows = listReshuffles(db, input.zoneId)
    const names = actorNames(db, staffOf(rows))
    return { drafts: rows.map((row) => draftLine(row, names)) }
  },
  get: (db, context, input) => {
    const row = findReshuffle(db, input.id)
    if (!row) throw new AppError('not_found')
    const { layout, rows } = zoneNow(db, row.zone_id, context.now)
    const moves = movesOf(row)
    return {
      draft: draftLine(row, actorNames(db, staffOf([row]))),
      moves: moves.map(({ stayId, fromBedId, toBedId }) => ({ stayId, fromBedId, toBedId })),
      lines: moveLines(db, moves),
      lodgers: rows.map((lodger) => ({
        stayId: lodger.stay_id,
        personId: lodger.person_id,
        name: lodger.name,
        birthOn: lodger.birth_on,
        birthPrecision: lodger.birth_precision,
        track: lodger.track,
        isAway: lodger.state !== 'inside',
        bedId: lodger.bed_id ?? '',
      })),
      beds: layout.beds
        .map(({ bedId, roomId, roomCode, code, outage }) => ({
          id: bedId,
          roomId,
          roomCode,
          code,
          isOut: outage !== null,
        }))
        .toSorted((a, b) => comparePlaceCodes(a.code, b.code)),
    }
  },
  judge: (db, context, input) => {
    const zone = zoneNow(db, input.zoneId, context.now)
    return {
      problems: judgeReshuffle(zone.layout, input.moves),
      stale: staleMoves(db, zone, input.moves),
    }
  },
  propose: (db, context, input) => {
    const zone = zoneNow(db, input.zoneId, context.now)
    const stale = new Set(staleMoves(db, zone, input.moves).map(({ stayId }) => stayId))
    const kept = input.moves.filter(({ stayId }) => !stale.has(stayId))
    return { moves: proposeReshuffle(zone.layout, kept) }
  },
}
