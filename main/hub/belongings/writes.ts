import type { WriteDb } from '#db/connection/handles.ts'
import { insertSealChange } from '#db/queries/belongings/bags.ts'
import {
  closeShelf,
  findShelf,
  insertBagMove,
  insertCount,
  insertShelf,
  listBagsOn,
} from '#db/queries/belongings/shelves.ts'
import { findBag } from '#db/queries/deposit/belongings.ts'
import type { belongingsContract } from '#domain/contract/belongings.ts'
import { compareCount, shelfText } from '#domain/deposit/shelf-count.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import type { WriteUseCases } from '../use-case.ts'
import { countLines, shelfLines } from './lines.ts'
import { freshSealKey } from './seals.ts'

type Bag = NonNullable<ReturnType<typeof findBag>>

/** A bag that is still kept. @throws AppError `not_found`, `rule_violated` for one that is gone */
function keptBag(db: WriteDb, id: string): Bag {
  const bag = findBag(db, id)
  if (!bag) throw new AppError('not_found')
  if (bag.outcome !== null && bag.outcome !== 'damaged') {
    const message = `Túi ${bag.seal_number} đã trả, đã xử lý hoặc mất, không còn trên kệ.`
    throw ruleViolated([{ code: 'bag-state', message, field: 'bagId' }])
  }
  return bag
}

/** A cell in use. @throws AppError `not_found`, `rule_violated` for one that is closed */
function openShelf(db: WriteDb, id: string) {
  const shelf = findShelf(db, id)
  if (!shelf) throw new AppError('not_found')
  if (shelf.closed_at !== null) {
    const message = `${shelfText(shelf)} không còn dùng. Chọn ô khác.`
    throw ruleViolated([{ code: 'shelf-closed', message, field: 'shelfId' }])
  }
  return shelf
}

export const belongingsWrites: WriteUseCases<typeof belongingsContract> = {
  addShelves: (db, context, { store, rack, cells }) => {
    const known = new Set(
      shelfLines(db)
        .filter((shelf) => shelf.store === store && shelf.rack === rack)
        .map(({ cell }) => cell),
    )
    for (const [index, { id, cell }] of cells.entries()) {
      if (known.has(cell)) {
        const message = `${shelfText({ store, rack, cell })} đã có. Ghi số ô khác.`
        throw ruleViolated([{ code: 'shelf-exists', message, field: `cells.${index}.cell` }])
      }
      known.add(cell)
      insertShelf(db, { id, store, rack, cell })
    }
    context.audit({ action: 'shelf.added', facts: { store, rack, cells: cells.length } })
    context.changed('deposit')
    return { shelves: shelfLines(db) }
  },
  closeShelf: (db, context, { id }) => {
    const shelf = openShelf(db, id)
    const bags = listBagsOn(db, id).length
    if (bags > 0) {
      const message = `${shelfText(shelf)} còn ${bags} túi. Chuyển hết túi sang ô khác rồi đóng.`
      throw ruleViolated([{ code: 'shelf-not-empty', message, field: 'id' }])
    }
    closeShelf(db, id, context.now)
    context.audit({ action: 'shelf.closed', subject: { kind: 'shelf', id } })
    context.changed('deposit', id)
    return { shelves: shelfLines(db) }
  },
  place: (db, context, { shelfId, bagIds }) => {
    const shelf = openShelf(db, shelfId)
    for (const bagId of new Set(bagIds)) {
      const bag = keptBag(db, bagId)
      insertBagMove(db, { bag_id: bagId, shelf_id: shelfId, at: context.now, moved_by: context.actor.key })
      context.audit({
        action: 'belongings.placed',
        subject: { kind: 'bag', id: bagId },
        personId: bag.person_id,
        facts: { shelf: shelfText(shelf) },
      })
    }
    context.changed('deposit', shelfId)
    return { placed: new Set(bagIds).size }
  },
  changeSeal: (db, context, { id, bagId, newSeal, reason, witness }) => {
    const bag = keptBag(db, bagId)
    const newKey = freshSealKey(db, newSeal, 'newSeal')
    insertSealChange(db, {
      id,
      bag_id: bagId,
      old_seal: bag.seal_number,
      old_key: bag.seal_key,
      new_seal: newSeal,
      new_key: newKey,
      reason,
      witness,
      at: context.now,
      changed_by: context.actor.key,
    })
    context.audit({
      action: 'belongings.seal-changed',
      subject: { kind: 'bag', id: bagId },
      personId: bag.person_id,
      fields: [{ entity: 'bag', entityId: bagId, field: 'seal', before: bag.seal_number, after: newSeal }],
    })
    context.changed('deposit', bag.stay_id)
    return { sealNumber: newSeal }
  },
  recordCount: (db, context, { id, shelfId, found, note, witness }) => {
    openShelf(db, shelfId)
    for (const bagId of found) keptBag(db, bagId)
    const expected = listBagsOn(db, shelfId)
    const findings = compareCount(expected, found)
    insertCount(
      db,
      {
        id,
        shelf_id: shelfId,
        expected: expected.length,
        found: new Set(found).size,
        note,
        witness,
        counted_at: context.now,
        counted_by: context.actor.key,
      },
      findings.map(({ bagId, finding }) => ({ count_id: id, bag_id: bagId, finding })),
    )
    context.audit({
      action: 'belongings.counted',
      subject: { kind: 'shelf', id: shelfId },
      facts: { expected: expected.length, found: found.length, findings: findings.length },
    })
    context.changed('deposit', shelfId)
    const line = countLines(db, 5).find((count) => count.id === id)
    if (!line) throw new AppError('internal')
    return line
  },
}
