import type { Problem } from '../errors.ts'

/** Accounts between which deposit money moves. Every entry names one on each side. */
export const LEDGER_ACCOUNTS = ['cash', 'deposits'] as const
export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number]

/** What happened with the money. */
export const LEDGER_KINDS = ['deposit', 'withdrawal', 'reversal'] as const
export type LedgerKind = (typeof LEDGER_KINDS)[number]

export const LEDGER_KIND_LABELS: Record<LedgerKind, string> = {
  deposit: 'Gửi lưu ký',
  withdrawal: 'Rút, trả lại',
  reversal: 'Hủy bút toán',
}

/** Registers from which receipts take their numbers, one row of numbers per year. */
const RECEIPT_REGISTERS = ['PTLK', 'PCLK'] as const
export type ReceiptRegister = (typeof RECEIPT_REGISTERS)[number]

export const RECEIPT_REGISTER_LABELS: Record<ReceiptRegister, string> = {
  PTLK: 'Phiếu thu lưu ký',
  PCLK: 'Phiếu chi lưu ký',
}

/** One move of money, in whole đồng, always positive: the sides say which way. */
export interface LedgerMove {
  debit: LedgerAccount
  credit: LedgerAccount
  amount: number
}

/** Most one entry may move; a slip of the keys beyond it is refused. */
export const MOST_AMOUNT = 500_000_000

/** The sides of a deposit (money comes in and is owed to the person) and of a withdrawal. */
export function sidesOf(kind: Exclude<LedgerKind, 'reversal'>): Pick<LedgerMove, 'debit' | 'credit'> {
  return kind === 'deposit' ? { debit: 'cash', credit: 'deposits' } : { debit: 'deposits', credit: 'cash' }
}

/** What is owed to the person, in đồng. */
export function depositBalance(moves: readonly LedgerMove[]): number {
  return moves.reduce((sum, { debit, credit, amount }) => {
    if (credit === 'deposits') return sum + amount
    return debit === 'deposits' ? sum - amount : sum
  }, 0)
}

/** Why a move may not be written: more would be paid out than was given (D163 Điều 120.3). */
export function checkMove(balance: number, move: LedgerMove): Problem[] {
  if (depositBalance([move]) + balance >= 0) return []
  const message = `Tiền lưu ký còn ${formatDong(balance)}, không đủ ${formatDong(move.amount)}.`
  return [{ code: 'deposit-overdrawn', message, field: 'amount' }]
}

/** `1.250.000 đồng`. */
export function formatDong(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`
}

/** `PTLK 12/2026`: how a receipt is cited. */
export function receiptText(receipt: { register: ReceiptRegister; year: number; number: number }): string {
  return `${receipt.register} ${receipt.number}/${receipt.year}`
}
