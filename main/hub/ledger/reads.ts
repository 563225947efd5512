import { findStayOwner, findInside } from '#db/queries/ledger/inside.ts'
import { listTotals, spentAtCanteen, sumMoves } from '#db/queries/ledger/moves.ts'
import { sumBalances } from '#db/queries/ledger/balances.ts'
import { readPersonMoney } from '#db/queries/deposit/ledger.ts'
import type { ledgerContract } from '#domain/contract/ledger.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { ReadUseCases } from '../use-case.ts'
import { cashBox, closeLines } from './cash-box.ts'
import { itemLines } from './items.ts'
import { readLimits } from './limits.ts'
import { balancePage, movePage } from './lines.ts'
import { monthReport } from './month.ts'
import { periodStatement, receiptPaper } from './receipt.ts'

export const ledgerReads: ReadUseCases<typeof ledgerContract> = {
  position: (db, { now }) => {
    const accounts = listTotals(db)
    return {
      accounts,
      trialBalance: accounts.reduce((sum, { balance }) => sum + balance, 0),
      box: cashBox(db, now),
      limits: readLimits(db),
    }
  },
  moves: (db, _context, { cursor, limit, ...filter }) => movePage(db, filter, { cursor, limit }),
  sums: (db, _context, input) => sumMoves(db, input),
  balances: (db, _context, { cursor, limit, ...filter }) => balancePage(db, filter, { cursor, limit }),
  balanceSums: (db, _context, input) => sumBalances(db, input),
  month: (db, _context, input) => monthReport(db, input.month),
  purses: (db, { now }, input) => ({
    dailyLimit: readLimits(db).dailyLimit,
    purses: input.stayIds.map((stayId) => ({
      stayId,
      deposits: readPersonMoney(db, stayId).deposits,
      spentToday: spentAtCanteen(db, stayId, dayOf(now)),
      isInside: findInside(db, stayId) !== undefined,
    })),
  }),
  items: (db) => ({ items: itemLines(db) }),
  closes: (db, _context, input) => ({ closes: closeLines(db, input.limit) }),
  receipt: (db, context, input) => {
    const paper = receiptPaper(db, input.id)
    if (paper.person) context.viewed(paper.person.personId, 'person.viewed-deposit')
    return paper
  },
  period: (db, context, input) => {
    const owner = findStayOwner(db, input.stayId)
    if (owner) context.viewed(owner.person_id, 'person.viewed-deposit')
    return periodStatement(db, input)
  },
}
