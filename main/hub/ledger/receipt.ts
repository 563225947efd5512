import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { findCentre } from '#db/queries/centre/reader.ts'
import { findLedgerEntry, isEntryReversed, listLedger } from '#db/queries/deposit/ledger.ts'
import { findBedCode, findStayOwner } from '#db/queries/ledger/inside.ts'
import { listMoves } from '#db/queries/ledger/moves.ts'
import { accountBalance, depositBalance } from '#domain/deposit/ledger.ts'
import { amountInWords } from '#domain/documents/amount-in-words.ts'
import { AppError } from '#domain/errors.ts'
import type { Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { receiptOf } from '../deposit/money.ts'
import { movePage } from './lines.ts'

function centreOn(db: ReadDb, on: Day): { name: string; superiorBody: string | null } {
  const centre = findCentre(db, on)
  return { name: centre?.name ?? '', superiorBody: centre?.superior_body ?? null }
}

/** Whose money it is, as a paper names them. @throws AppError `not_found` */
function ownerOf(db: ReadDb, stayId: string) {
  const owner = findStayOwner(db, stayId)
  if (!owner) throw new AppError('not_found')
  return {
    personId: owner.person_id,
    stayId,
    name: owner.name,
    birthOn: owner.birth_on,
    birthPrecision: owner.birth_precision,
    dossierNumber: owner.dossier_number,
  }
}

/** A receipt as it is printed, with what was left after it. @throws AppError `not_found` for an entry without one */
export function receiptPaper(db: ReadDb, id: string) {
  const entry = findLedgerEntry(db, id)
  const receipt = entry && receiptOf(entry)
  if (!entry || !receipt) throw new AppError('not_found')
  const stayId = entry.stay_id
  const until = stayId === null ? [] : listLedger(db, stayId).filter(({ seq }) => seq <= entry.seq)
  return {
    id,
    receipt,
    isPayment: entry.register === 'PCLK',
    kind: entry.kind,
    amount: entry.amount,
    inWords: amountInWords(entry.amount),
    at: entry.at,
    way: entry.way,
    party: entry.party,
    note: entry.note,
    isReversed: isEntryReversed(db, id),
    person: stayId === null ? null : { ...ownerOf(db, stayId), bedCode: findBedCode(db, stayId) },
    balanceAfter: stayId === null ? null : accountBalance(until, 'deposits'),
    recordedBy: actorNames(db, [entry.recorded_by]).get(entry.recorded_by) ?? entry.recorded_by,
    centre: centreOn(db, dayOf(entry.at)),
  }
}

const MOST_PRINTED = 2_000

/** A person's statement for a span of days: what there was before, every entry, what is left. */
export function periodStatement(db: ReadDb, { stayId, from, to }: { stayId: string; from: Day; to: Day }) {
  const person = ownerOf(db, stayId)
  const filter = { from, to, kinds: [], accounts: [], stayId, batchId: null }
  const before = listMoves(db, { ...filter, from: null, to: null }, { before: null, limit: MOST_PRINTED })
  const opening = depositBalance(before.filter(({ day }) => day < from))
  let balance = opening
  const rows = movePage(db, filter, { cursor: null, limit: MOST_PRINTED })
    .rows.toReversed()
    .map((row) => {
      balance += depositBalance([row])
      return { ...row, balance }
    })
  const paidIn = rows.reduce((sum, row) => sum + Math.max(0, depositBalance([row])), 0)
  return {
    person,
    centre: centreOn(db, to),
    opening,
    closing: balance,
    paidIn,
    paidOut: opening + paidIn - balance,
    inWords: amountInWords(balance),
    rows,
  }
}
