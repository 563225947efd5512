import type { Problem } from '../errors.ts'

/** Accounts between which deposit money moves. Every entry names one on each side. */
export const LEDGER_ACCOUNTS = [
  'cash',
  'bank',
  'deposits',
  'labour',
  'exit',
  'canteen',
  'post',
  'labour-fund',
  'difference',
] as const
export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number]

export const LEDGER_ACCOUNT_LABELS: Record<LedgerAccount, string> = {
  cash: 'Quỹ tiền mặt',
  bank: 'Tài khoản kho bạc, ngân hàng',
  deposits: 'Tiền lưu ký của học viên',
  labour: 'Tiền lao động giữ lại của học viên',
  exit: 'Tiền chờ trả người đã ra',
  canteen: 'Phải trả căng-tin',
  post: 'Phải trả bưu điện, điện thoại',
  'labour-fund': 'Kết quả lao động chờ chia',
  difference: 'Chênh lệch kiểm quỹ',
}

/** Accounts kept person by person; none of them ever falls below nothing. */
export const PERSON_ACCOUNTS = ['deposits', 'labour', 'exit'] as const satisfies readonly LedgerAccount[]
export type PersonAccount = (typeof PERSON_ACCOUNTS)[number]

export function isPersonAccount(account: LedgerAccount): account is PersonAccount {
  return (PERSON_ACCOUNTS as readonly LedgerAccount[]).includes(account)
}

/** Accounts that hold money: shown by what is in them. All others are shown by what is owed. */
export const ASSET_ACCOUNTS = ['cash', 'bank'] as const satisfies readonly LedgerAccount[]

/** What happened with the money. */
export const LEDGER_KINDS = [
  'deposit',
  'transfer-in',
  'withdrawal',
  'sent-home',
  'canteen',
  'post',
  'labour-share',
  'labour-out',
  'exit',
  'held',
  'held-paid',
  'canteen-paid',
  'post-paid',
  'labour-in',
  'to-bank',
  'from-bank',
  'shortage',
  'surplus',
  'reversal',
] as const
export type LedgerKind = (typeof LEDGER_KINDS)[number]
export type MoveKind = Exclude<LedgerKind, 'reversal'>

export const LEDGER_KIND_LABELS: Record<LedgerKind, string> = {
  deposit: 'Gửi lưu ký',
  'transfer-in': 'Gửi lưu ký bằng chuyển khoản',
  withdrawal: 'Rút, trả lại',
  'sent-home': 'Gửi về gia đình',
  canteen: 'Mua ở căng-tin',
  post: 'Bưu điện, điện thoại',
  'labour-share': 'Phần tiền lao động giữ lại',
  'labour-out': 'Nhập tiền lao động vào lưu ký',
  exit: 'Trả lại khi ra',
  held: 'Chuyển sang chờ trả',
  'held-paid': 'Trả tiền chờ trả',
  'canteen-paid': 'Thanh toán căng-tin',
  'post-paid': 'Thanh toán bưu điện, điện thoại',
  'labour-in': 'Thu kết quả lao động',
  'to-bank': 'Nộp quỹ vào tài khoản',
  'from-bank': 'Rút tài khoản về quỹ',
  shortage: 'Thiếu quỹ khi kiểm',
  surplus: 'Thừa quỹ khi kiểm',
  reversal: 'Hủy bút toán',
}

/** Registers from which receipts take their numbers, one row of numbers per year. */
export const RECEIPT_REGISTERS = ['PTLK', 'PCLK'] as const
export type ReceiptRegister = (typeof RECEIPT_REGISTERS)[number]

/** One move of money, in whole đồng, always positive: the sides say which way. */
export interface LedgerMove {
  debit: LedgerAccount
  credit: LedgerAccount
  amount: number
}

interface MoveSides extends Omit<LedgerMove, 'amount'> {
  /** From which register the receipt is numbered; none where no money is handed over a desk. */
  register: ReceiptRegister | null
}

const SIDES: Record<MoveKind, MoveSides> = {
  deposit: { debit: 'cash', credit: 'deposits', register: 'PTLK' },
  'transfer-in': { debit: 'bank', credit: 'deposits', register: 'PTLK' },
  withdrawal: { debit: 'deposits', credit: 'cash', register: 'PCLK' },
  'sent-home': { debit: 'deposits', credit: 'cash', register: 'PCLK' },
  canteen: { debit: 'deposits', credit: 'canteen', register: null },
  post: { debit: 'deposits', credit: 'post', register: null },
  'labour-share': { debit: 'labour-fund', credit: 'labour', register: null },
  'labour-out': { debit: 'labour', credit: 'deposits', register: null },
  exit: { debit: 'deposits', credit: 'cash', register: 'PCLK' },
  held: { debit: 'deposits', credit: 'exit', register: null },
  'held-paid': { debit: 'exit', credit: 'cash', register: 'PCLK' },
  'canteen-paid': { debit: 'canteen', credit: 'cash', register: 'PCLK' },
  'post-paid': { debit: 'post', credit: 'cash', register: 'PCLK' },
  'labour-in': { debit: 'cash', credit: 'labour-fund', register: 'PTLK' },
  'to-bank': { debit: 'bank', credit: 'cash', register: null },
  'from-bank': { debit: 'cash', credit: 'bank', register: null },
  shortage: { debit: 'difference', credit: 'cash', register: null },
  surplus: { debit: 'cash', credit: 'difference', register: null },
}

/** Moves of one person that the desk records as they happen. */
export const DESK_KINDS = [
  'deposit',
  'transfer-in',
  'withdrawal',
  'sent-home',
  'post',
  'labour-share',
] as const satisfies readonly MoveKind[]
export type DeskKind = (typeof DESK_KINDS)[number]

/** Moves between accounts of the house. */
export const HOUSE_KINDS = [
  'canteen-paid',
  'post-paid',
  'labour-in',
  'to-bank',
  'from-bank',
] as const satisfies readonly MoveKind[]
export type HouseKind = (typeof HOUSE_KINDS)[number]

/** How money came in. */
export const MONEY_WAYS = ['brought', 'visit', 'post', 'transfer'] as const
export type MoneyWay = (typeof MONEY_WAYS)[number]

export const MONEY_WAY_LABELS: Record<MoneyWay, string> = {
  brought: 'Mang theo khi vào',
  visit: 'Thân nhân gửi khi thăm gặp',
  post: 'Gửi qua bưu điện',
  transfer: 'Chuyển khoản',
}

/** Most one entry may move; a slip of the keys beyond it is refused. */
export const MOST_AMOUNT = 500_000_000

/** The accounts of a kind of move. */
export function sidesOf(kind: MoveKind): Omit<LedgerMove, 'amount'> {
  const { debit, credit } = SIDES[kind]
  return { debit, credit }
}

/** Which register numbers the receipt of a kind; null where none is handed out. */
export function registerOf(kind: MoveKind): ReceiptRegister | null {
  return SIDES[kind].register
}

/** The register of an entry that cancels another: money comes back the other way, with a receipt if the first had one. */
export function reversedRegister(register: ReceiptRegister | null): ReceiptRegister | null {
  if (register === null) return null
  return register === 'PTLK' ? 'PCLK' : 'PTLK'
}

/** What an account owes (credits less debits) after the moves, in đồng; below nothing for one that holds money. */
export function accountBalance(moves: readonly LedgerMove[], account: LedgerAccount): number {
  return moves.reduce((sum, { debit, credit, amount }) => {
    if (credit === account) return sum + amount
    return debit === account ? sum - amount : sum
  }, 0)
}

/** What is owed to the person and may be spent, in đồng. */
export function depositBalance(moves: readonly LedgerMove[]): number {
  return accountBalance(moves, 'deposits')
}

/** What can be taken from an account: what a person has there, or what lies in the box or at the bank. */
export type Funds = (account: LedgerAccount) => number

/**
 * Why a move may not be written: more would be taken than is there (D163 Điều 120.3). A person's account and the cash
 * box, the bank, are all looked at: a reversal may take from both.
 */
export function checkMove(funds: Funds, move: LedgerMove): Problem[] {
  const { debit, credit, amount } = move
  if (isPersonAccount(debit) && funds(debit) < amount) {
    const message = `${FUND_NAMES[debit]} còn ${formatDong(funds(debit))}, không đủ ${formatDong(amount)}.`
    return [{ code: 'deposit-overdrawn', message, field: 'amount' }]
  }
  if ((credit === 'cash' || credit === 'bank') && funds(credit) < amount) {
    const message = `${LEDGER_ACCOUNT_LABELS[credit]} theo sổ còn ${formatDong(funds(credit))}, không đủ ${formatDong(amount)}. ${
      credit === 'cash'
        ? 'Ghi khoản rút tài khoản về quỹ hoặc khoản thu còn thiếu trước.'
        : 'Xem lại số tiền.'
    }`
    return [{ code: 'box-overdrawn', message, field: 'amount' }]
  }
  return []
}

const FUND_NAMES: Record<PersonAccount, string> = {
  deposits: 'Tiền lưu ký',
  labour: 'Tiền lao động giữ lại',
  exit: 'Tiền chờ trả',
}

/** `1.250.000 đồng`. */
export function formatDong(amount: number): string {
  const sign = amount < 0 ? '−' : ''
  return `${sign}${String(Math.abs(amount)).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`
}

/** `PTLK 12/2026`: how a receipt is cited. */
export function receiptText(receipt: { register: ReceiptRegister; year: number; number: number }): string {
  return `${receipt.register} ${receipt.number}/${receipt.year}`
}
