import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { listBagLines, type BagLineRow } from '#db/queries/belongings/bags.ts'
import { listCounts, listFindings, listShelves } from '#db/queries/belongings/shelves.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import type { BagFilter, BagLine, Shelf, ShelfCount } from '#domain/contract/belongings.ts'
import { bagStateAfter } from '#domain/deposit/bag-events.ts'
import { disposableFrom } from '#domain/deposit/money-rules.ts'
import { shelfText } from '#domain/deposit/shelf-count.ts'
import { addDays, type Day } from '#domain/time/day.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'

/** Terms that end by this day make a bag due back. */
export function dueUntil(db: ReadDb, now: Instant): Day {
  return addDays(dayOf(now), readSetting(db, 'belongings.return-days'))
}

function placeOf({ store, rack, cell, stored_at: storedAt }: BagLineRow): string | null {
  return store === null || rack === null || cell === null ? storedAt : shelfText({ store, rack, cell })
}

type ToLine = (row: BagLineRow) => BagLine

function lineMaker(db: ReadDb, until: Day): ToLine {
  const unclaimed = readSetting(db, 'belongings.unclaimed-days')
  return (row) => {
    const isDue = row.state === 'ended' || (row.end_on !== null && row.end_on <= until)
    return {
      id: row.id,
      stayId: row.stay_id,
      personId: row.person_id,
      name: row.name,
      birthOn: row.birth_on,
      birthPrecision: row.birth_precision,
      sealNumber: row.seal_number,
      state: bagStateAfter(row.outcome, isDue),
      shelfId: row.shelf_id,
      place: placeOf(row),
      things: row.things,
      sealedAt: row.sealed_at,
      endedAt: row.ended_at,
      endOn: row.end_on,
      disposableFrom: row.ended_at === null ? null : disposableFrom(row.ended_at, unclaimed),
    }
  }
}

/** A page of bags in the order of their seals. */
export function bagPage(
  db: ReadDb,
  now: Instant,
  filter: BagFilter,
  { cursor, limit }: { cursor: string | null; limit: number },
): { rows: BagLine[]; next: string | null } {
  const until = dueUntil(db, now)
  const found = listBagLines(db, filter, { after: cursor, limit: limit + 1, dueUntil: until })
  const rows = found.slice(0, limit)
  return {
    rows: rows.map(lineMaker(db, until)),
    next: found.length > limit ? (rows.at(-1)?.seal_key ?? null) : null,
  }
}

/** The bags of a list of ids, in the order of their seals. */
export function bagsById(db: ReadDb, now: Instant, ids: readonly string[]): BagLine[] {
  const until = dueUntil(db, now)
  const filter = { states: [], shelfId: null, words: '' }
  const rows = listBagLines(db, filter, { after: null, limit: ids.length, dueUntil: until, ids })
  return rows.map(lineMaker(db, until))
}

/** Every cell of the store, in order. */
export function shelfLines(db: ReadDb): Shelf[] {
  return listShelves(db).map(
    ({ id, store, rack, cell, closed_at: closedAt, bags, counted_at: countedAt }) => ({
      id,
      store,
      rack,
      cell,
      text: shelfText({ store, rack, cell }),
      isClosed: closedAt !== null,
      bags,
      countedAt,
    }),
  )
}

/** The last counts with what was out of place. */
export function countLines(db: ReadDb, limit: number): ShelfCount[] {
  const rows = listCounts(db, limit)
  const names = actorNames(db, [...new Set(rows.map((row) => row.counted_by))])
  return rows.map((row) => ({
    id: row.id,
    shelf: shelfText(row),
    expected: row.expected,
    found: row.found,
    note: row.note,
    witness: row.witness,
    countedAt: row.counted_at,
    countedBy: names.get(row.counted_by) ?? row.counted_by,
    findings: listFindings(db, row.id).map(({ bag_id: bagId, finding, seal_number: sealNumber }) => ({
      bagId,
      finding,
      sealNumber,
    })),
  }))
}
