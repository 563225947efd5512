import type { WriteDb } from '#db/connection/handles.ts'
import { recordCustodyEvents } from '#db/queries/custody/writer.ts'
import { findPlace } from '#db/queries/places/reader.ts'
import { findReshuffle, type ReshuffleRow } from '#db/queries/reshuffle/reader.ts'
import { insertReshuffle, updateReshuffle } from '#db/queries/reshuffle/writer.ts'
import type { reshuffleContract } from '#domain/contract/reshuffle.ts'
import { AppError, ruleViolated, type Problem } from '#domain/errors.ts'
import { judgeReshuffle, RESHUFFLE_STATE_LABELS } from '#domain/placement/reshuffle.ts'
import { instantMs } from '#domain/time/instant.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'
import { movesOf, type StoredMove } from './lines.ts'
import { staleMoves, zoneNow } from './zone-now.ts'

/** How long all moves may be taken back as one; the screen offers it for ten seconds. */
const UNDO_WITHIN_MS = 60_000

function draftAt(db: WriteDb, id: string, version: number, state: ReshuffleRow['state']): ReshuffleRow {
  const row = findReshuffle(db, id)
  if (!row) throw new AppError('not_found')
  if (row.state !== state) {
    const message = `Bản nháp này ở trạng thái “${RESHUFFLE_STATE_LABELS[row.state]}”. Tải lại trang.`
    throw new AppError('conflict', message, { current: { state: row.state, version: row.version } })
  }
  if (row.version !== version) {
    const message = 'Người khác vừa sửa bản nháp này. Tải lại để thấy bản mới.'
    throw new AppError('conflict', message, { current: { version: row.version }, changedAt: row.changed_at })
  }
  return row
}

function tell(
  context: WriteContext,
  act: 'made' | 'changed' | 'done' | 'undone' | 'cancelled',
  id: string,
  moves: number,
) {
  context.audit({ action: `reshuffle.${act}`, subject: { kind: 'reshuffle', id }, facts: { moves } })
  context.changed('reshuffle', id)
}

function keepMoves(
  db: WriteDb,
  context: WriteContext,
  row: ReshuffleRow,
  moves: readonly StoredMove[],
): number {
  updateReshuffle(db, row.id, {
    moves: JSON.stringify(moves),
    changed_at: context.now,
    changed_by: context.actor.key,
  })
  tell(context, 'changed', row.id, moves.length)
  return row.version + 1
}

/** Why a draft cannot be carried out as it stands: who has moved meanwhile, and what a rule forbids. */
function refusals(db: WriteDb, context: WriteContext, row: ReshuffleRow, moves: readonly StoredMove[]) {
  const zone = zoneNow(db, row.zone_id, context.now)
  const stale = staleMoves(db, zone, moves)
  if (stale.length > 0) {
    const sentences = stale.map(({ message }) => message).join(' ')
    const message = `${sentences} Bấm “Cập nhật bản nháp” rồi xem lại.`
    throw ruleViolated([{ code: 'reshuffle-stale', message }])
  }
  const moved = new Set(moves.map(({ stayId }) => stayId))
  const judged = judgeReshuffle(zone.layout, moves).filter(({ stayId }) => moved.has(stayId))
  const hard = judged.flatMap((one): Problem[] => {
    const name = zone.rows.find(({ stay_id: id }) => id === one.stayId)?.name ?? ''
    return one.hard.map(({ code, message }) => ({ code, message: `${name}: ${message}` }))
  })
  if (hard.length > 0) throw ruleViolated(hard)
  return new Map(judged.map(({ stayId, soft }) => [stayId, soft]))
}

export const reshuffleWrites: WriteUseCases<typeof reshuffleContract> = {
  make: (db, context, input) => {
    const zone = findPlace(db, input.zoneId)
    if (!zone || zone.kind !== 'zone' || zone.retired_at !== null) throw new AppError('not_found')
    insertReshuffle(db, {
      id: input.id,
      zone_id: input.zoneId,
      name: input.name,
      reason: input.reason,
      state: 'draft',
      moves: '[]',
      made_at: context.now,
      made_by: context.actor.key,
      changed_at: context.now,
      changed_by: context.actor.key,
      done_at: null,
      done_by: null,
      ended_at: null,
      ended_by: null,
    })
    tell(context, 'made', input.id, 0)
    return { id: input.id, version: 1 }
  },
  keep: (db, context, input) => {
    const row = draftAt(db, input.id, input.version, 'draft')
    const moves = input.moves.filter(({ fromBedId, toBedId }) => fromBedId !== toBedId)
    return { version: keepMoves(db, context, row, moves) }
  },
  renew: (db, context, input) => {
    const row = draftAt(db, input.id, input.version, 'draft')
    const { layout } = zoneNow(db, row.zone_id, context.now)
    const bedOf = new Map(layout.lodgers.map(({ person, bedId }) => [person.stayId, bedId]))
    const standing = new Set(layout.beds.map(({ bedId }) => bedId))
    const old = movesOf(row)
    const moves = old.flatMap(({ stayId, toBedId }): StoredMove[] => {
      const fromBedId = bedOf.get(stayId)
      if (fromBedId === undefined || fromBedId === toBedId || !standing.has(toBedId)) return []
      return [{ stayId, fromBedId, toBedId }]
    })
    return { version: keepMoves(db, context, row, moves), dropped: old.length - moves.length }
  },
  commit: (db, context, input) => {
    const row = draftAt(db, input.id, input.version, 'draft')
    const moves = movesOf(row)
    if (moves.length === 0) {
      const message = 'Bản nháp chưa có ai chuyển giường. Đề xuất hoặc kéo người sang giường khác trước.'
      throw ruleViolated([{ code: 'reshuffle-empty', message }])
    }
    const soft = refusals(db, context, row, moves)
    const made = moves.map((move) => ({ ...move, eventId: context.newId() }))
    recordCustodyEvents(
      db,
      context,
      made.map(({ eventId, stayId, toBedId }) => {
        const overrides = (soft.get(stayId) ?? []).map(({ code }) => ({ code, reason: row.reason }))
        const facts = {
          bedId: toBedId,
          reason: row.reason,
          ...(overrides.length === 0 ? {} : { overrides }),
        }
        return { id: eventId, stayId, at: context.now, act: { kind: 'moved', facts } }
      }),
    )
    const { layout } = zoneNow(db, row.zone_id, context.now)
    const personOf = new Map(layout.lodgers.map(({ person }) => [person.stayId, person.personId]))
    for (const { eventId, stayId, fromBedId, toBedId } of made) {
      const personId = personOf.get(stayId)
      context.audit({
        action: 'custody.moved',
        subject: { kind: 'stay', id: stayId },
        ...(personId === undefined ? {} : { personId }),
        facts: { event: eventId, bed: toBedId, from: fromBedId, reshuffle: row.id },
      })
      context.changed('custody', stayId)
    }
    updateReshuffle(db, row.id, {
      state: 'done',
      moves: JSON.stringify(made),
      done_at: context.now,
      done_by: context.actor.key,
    })
    tell(context, 'done', row.id, made.length)
    return { version: row.version + 1, moved: made.length }
  },
  undo: (db, context, input) => {
    const row = draftAt(db, input.id, input.version, 'done')
    if (row.done_at === null || instantMs(context.now) - instantMs(row.done_at) > UNDO_WITHIN_MS) {
      const message = 'Đã quá lúc hoàn tác. Lập bản nháp mới để chuyển lại.'
      throw ruleViolated([{ code: 'reshuffle-undo-late', message }])
    }
    const moves = movesOf(row)
    recordCustodyEvents(
      db,
      context,
      moves.flatMap(({ stayId, eventId }) =>
        eventId === undefined
          ? []
          : [
              {
                id: context.newId(),
                stayId,
                at: context.now,
                act: {
                  kind: 'corrected' as const,
                  facts: { cancels: eventId, why: 'Hoàn tác ngay sau khi sắp xếp lại khu' },
                },
              },
            ],
      ),
    )
    for (const { stayId } of moves) context.changed('custody', stayId)
    updateReshuffle(db, row.id, { state: 'undone', ended_at: context.now, ended_by: context.actor.key })
    tell(context, 'undone', row.id, moves.length)
    return { version: row.version + 1 }
  },
  cancel: (db, context, input) => {
    const row = draftAt(db, input.id, input.version, 'draft')
    updateReshuffle(db, row.id, { state: 'cancelled', ended_at: context.now, ended_by: context.actor.key })
    tell(context, 'cancelled', row.id, movesOf(row).length)
    return { version: row.version + 1 }
  },
}
