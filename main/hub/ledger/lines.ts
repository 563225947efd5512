import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { listBalances, type BalanceCursor } from '#db/queries/ledger/balances.ts'
import { listMoves, type MoveRow } from '#db/queries/ledger/moves.ts'
import type {
  BalanceFilter,
  BalanceLine,
  LedgerFilter,
  LedgerMoveLine,
} from '#domain/contract/ledger-shapes.ts'
import { AppError } from '#domain/errors.ts'
import { receiptOf } from '../deposit/money.ts'

interface PageAsked {
  cursor: string | null
  limit: number
}

function lineOf(row: MoveRow, names: ReadonlyMap<string, string>): LedgerMoveLine {
  return {
    id: row.id,
    kind: row.kind,
    debit: row.debit,
    credit: row.credit,
    amount: row.amount,
    at: row.at,
    way: row.way,
    party: row.party,
    note: row.note,
    receipt: receiptOf(row),
    batchId: row.batch_id,
    isReversed: row.reversed_by !== null,
    person:
      row.stay_id === null || row.person_id === null || row.name === null
        ? null
        : {
            personId: row.person_id,
            stayId: row.stay_id,
            name: row.name,
            birthOn: row.birth_on,
            birthPrecision: row.birth_precision,
          },
    recordedBy: names.get(row.recorded_by) ?? row.recorded_by,
  }
}

/** A page of entries, the newest first. @throws AppError `invalid_input` for a cursor that is none */
export function movePage(
  db: ReadDb,
  filter: LedgerFilter,
  { cursor, limit }: PageAsked,
): { rows: LedgerMoveLine[]; next: string | null } {
  const [, day, seq] = /^(\d{4}-\d{2}-\d{2}) (\d{1,15})$/.exec(cursor ?? '') ?? []
  if (cursor !== null && (day === undefined || seq === undefined)) throw new AppError('invalid_input')
  const before = day === undefined || seq === undefined ? null : { day, seq: Number(seq) }
  const found = listMoves(db, filter, { before, limit: limit + 1 })
  const rows = found.slice(0, limit)
  const names = actorNames(db, [...new Set(rows.map((row) => row.recorded_by))])
  const last = rows.at(-1)
  return {
    rows: rows.map((row) => lineOf(row, names)),
    next: found.length > limit && last ? `${last.day} ${last.seq}` : null,
  }
}

function readCursor(text: string | null): BalanceCursor | null {
  if (text === null) return null
  const [, stayId, key] = /^(\S+) (.*)$/s.exec(text) ?? []
  if (stayId === undefined || key === undefined) throw new AppError('invalid_input')
  return { stayId, key }
}

/** A page of what people have, by name. @throws AppError `invalid_input` for a cursor that is none */
export function balancePage(
  db: ReadDb,
  filter: BalanceFilter,
  { cursor, limit }: PageAsked,
): { rows: BalanceLine[]; next: string | null } {
  const found = listBalances(db, filter, { after: readCursor(cursor), limit: limit + 1 })
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return {
    rows: rows.map((row) => ({
      personId: row.person_id,
      stayId: row.stay_id,
      name: row.name,
      birthOn: row.birth_on,
      birthPrecision: row.birth_precision,
      zoneName: row.zone_name,
      bedCode: row.bed_code,
      endedAt: row.ended_at,
      deposits: row.deposits,
      labour: row.labour,
      held: row.held,
      lastAt: row.last_at,
    })),
    next: found.length > limit && last ? `${last.stay_id} ${last.sort_key}` : null,
  }
}
