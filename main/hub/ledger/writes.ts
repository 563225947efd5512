import type { ledgerContract } from '#domain/contract/ledger.ts'
import { writeMove } from '../deposit/write-move.ts'
import type { WriteUseCases } from '../use-case.ts'
import { closeBox } from './cash-box.ts'
import { setItem } from './items.ts'
import { setLimits } from './limits.ts'
import { payHeldMoney, settleMoney } from './settle.ts'
import { spendAtCanteen } from './spend.ts'

export const ledgerWrites: WriteUseCases<typeof ledgerContract> = {
  recordHouse: (db, context, { id, kind, amount, party, note }) => {
    const facts = { id, stayId: null, at: context.now, party, note }
    return { id, receipt: writeMove(db, context, kind, amount, facts) }
  },
  settle: settleMoney,
  payHeld: payHeldMoney,
  spend: spendAtCanteen,
  setItem: (db, context, input) => ({ items: setItem(db, context, input) }),
  setLimits,
  close: closeBox,
}
