import type { WriteDb } from '#db/connection/handles.ts'
import type { WriteContext } from '../use-case.ts'

/** Records that a list of money left the program as a file. */
export function recordLedgerOutput(
  _db: WriteDb,
  context: WriteContext,
  input: { what: 'moves' | 'balances' | 'period'; filter: string; rows: number; personId: string | null },
): null {
  const { what, filter, rows, personId } = input
  context.audit({
    action: 'deposit.exported',
    ...(personId === null ? {} : { personId }),
    facts: { what, filter, rows },
  })
  return null
}
