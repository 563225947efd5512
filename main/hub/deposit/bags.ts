import type { ReadDb, WriteDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { listSealChanges } from '#db/queries/belongings/bags.ts'
import { insertBag, insertPropertyLine, listBags, listPropertyLines } from '#db/queries/deposit/belongings.ts'
import type { Belongings } from '#domain/contract/deposit.ts'
import type { ReceiveInput } from '#domain/contract/intake-fields.ts'
import { shelfText } from '#domain/deposit/shelf-count.ts'
import type { Day } from '#domain/time/day.ts'
import { freshSealKey } from '../belongings/seals.ts'
import type { WriteContext } from '../use-case.ts'
import { historyOfBag, isDueBack } from './bag-history.ts'

type BelongingsInput = NonNullable<ReceiveInput['belongings']>
type Bag = BelongingsInput['bags'][number]
type Line = Bag['lines'][number]

type BagRow = ReturnType<typeof listBags>[number]

/** The cell it lies in, or the words written when it was sealed. */
function placeOf({ store, rack, cell, stored_at: storedAt }: BagRow): string | null {
  return store === null || rack === null || cell === null ? storedAt : shelfText({ store, rack, cell })
}

/** Each time a bag was opened and sealed anew, with who did it. */
function sealsOf(db: ReadDb, bagId: string): Belongings['bags'][number]['seals'] {
  const rows = listSealChanges(db, bagId)
  const names = actorNames(db, [...new Set(rows.map((row) => row.changed_by))])
  return rows.map((row) => ({
    id: row.id,
    oldSeal: row.old_seal,
    newSeal: row.new_seal,
    reason: row.reason,
    witness: row.witness,
    at: row.at,
    changedBy: names.get(row.changed_by) ?? row.changed_by,
  }))
}

/** What a person has in sealed bags and about them. @param dueUntil terms that end by then make a bag due back */
export function belongingsOf(db: ReadDb, stayId: string, dueUntil: Day): Belongings {
  const bags = listBags(db, stayId)
  const lines = listPropertyLines(db, stayId)
  const names = actorNames(db, [...new Set(bags.map((bag) => bag.sealed_by))])
  const linesIn = (bagId: string | null) =>
    lines
      .filter((line) => line.bag_id === bagId)
      .map(({ id, description, quantity, condition }) => ({ id, description, quantity, condition }))
  return {
    stayId,
    bags: bags.map((bag) => ({
      id: bag.id,
      sealNumber: bag.seal_number,
      storedAt: placeOf(bag),
      sealedAt: bag.sealed_at,
      sealedBy: names.get(bag.sealed_by) ?? bag.sealed_by,
      lines: linesIn(bag.id),
      seals: sealsOf(db, bag.id),
      ...historyOfBag(db, bag.id, isDueBack(bag, dueUntil)),
    })),
    kept: linesIn(null),
  }
}

/**
 * Seals bags and lists what stays with the person. A seal is a number only once, however it is written.
 * @throws AppError `rule_violated` naming whose bag bears the seal already
 */
export function takeBelongings(
  db: WriteDb,
  context: WriteContext,
  whose: { stayId: string; personId: string },
  belongings: BelongingsInput,
): void {
  const begin = listPropertyLines(db, whose.stayId).length
  let sort = begin
  const addLines = (bagId: string | null, lines: readonly Line[]) => {
    for (const { id, description, quantity, condition } of lines) {
      insertPropertyLine(db, {
        id,
        stay_id: whose.stayId,
        bag_id: bagId,
        description,
        quantity,
        condition,
        sort,
      })
      sort += 1
    }
  }
  for (const [index, bag] of belongings.bags.entries()) {
    const sealKey = freshSealKey(db, bag.sealNumber, `belongings.bags.${index}.sealNumber`)
    insertBag(db, {
      id: bag.id,
      stay_id: whose.stayId,
      seal_number: bag.sealNumber,
      seal_key: sealKey,
      stored_at: bag.storedAt,
      sealed_at: context.now,
      sealed_by: context.actor.key,
    })
    addLines(bag.id, bag.lines)
  }
  addLines(null, belongings.kept)
  context.audit({
    action: 'belongings.taken',
    subject: { kind: 'stay', id: whose.stayId },
    personId: whose.personId,
    facts: { bags: belongings.bags.length, lines: sort - begin },
  })
  context.changed('deposit', whose.stayId)
}
