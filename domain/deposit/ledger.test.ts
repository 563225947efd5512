import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  accountBalance,
  checkMove,
  depositBalance,
  formatDong,
  isPersonAccount,
  LEDGER_ACCOUNTS,
  LEDGER_KINDS,
  PERSON_ACCOUNTS,
  receiptText,
  registerOf,
  reversedRegister,
  sidesOf,
  type Funds,
  type LedgerAccount,
  type LedgerMove,
  type MoveKind,
} from './ledger.ts'

const move = (kind: MoveKind, amount: number): LedgerMove => ({ ...sidesOf(kind), amount })
const KINDS = LEDGER_KINDS.filter((kind): kind is MoveKind => kind !== 'reversal')

it.each<[LedgerMove[], number]>([
  [[], 0],
  [[move('deposit', 500_000)], 500_000],
  [[move('deposit', 500_000), move('withdrawal', 200_000)], 300_000],
  [[move('deposit', 500_000), move('canteen', 80_000), move('post', 20_000)], 400_000],
  [[move('labour-share', 50_000)], 0],
  [[move('labour-share', 50_000), move('labour-out', 50_000)], 50_000],
  [[move('deposit', 500_000), { debit: 'deposits', credit: 'cash', amount: 500_000 }], 0],
])('%j owes %d', (moves, balance) => {
  expect(depositBalance(moves)).toBe(balance)
})

it('pays out no more than was given (D163 Điều 120.3)', () => {
  const funds: Funds = (account) => (account === 'deposits' ? 300_000 : 1_000_000)
  expect(checkMove(funds, move('withdrawal', 300_000))).toEqual([])
  expect(checkMove(funds, move('withdrawal', 300_001))).toMatchObject([
    { code: 'deposit-overdrawn', message: 'Tiền lưu ký còn 300.000 đồng, không đủ 300.001 đồng.' },
  ])
})

it('pays out no more than lies in the box or at the bank', () => {
  const funds: Funds = (account) => (account === 'cash' ? 100 : account === 'bank' ? 50 : 1000)
  expect(checkMove(funds, move('exit', 101))).toMatchObject([{ code: 'box-overdrawn' }])
  expect(checkMove(funds, move('from-bank', 51))).toMatchObject([{ code: 'box-overdrawn' }])
  expect(checkMove(funds, move('from-bank', 50))).toEqual([])
})

/** A book as the hub keeps it: moves of three people, refused where an account would fall below nothing. */
function keepBook(asked: readonly { who: number; move: LedgerMove }[]) {
  const taken: { who: number; move: LedgerMove }[] = []
  for (const entry of asked) {
    const funds: Funds = (account) => {
      const own = taken.filter(({ who }) => !isPersonAccount(account) || who === entry.who)
      const owed = accountBalance(
        own.map(({ move: written }) => written),
        account,
      )
      return isPersonAccount(account) ? owed : -owed
    }
    if (checkMove(funds, entry.move).length === 0) taken.push(entry)
  }
  return taken
}

const entries = fc.array(
  fc.record({
    who: fc.integer({ min: 0, max: 2 }),
    kind: fc.constantFrom(...KINDS),
    amount: fc.integer({ min: 1, max: 1_000 }),
    isReversed: fc.boolean(),
  }),
  { maxLength: 60 },
)

it('whatever is asked in whatever order, the trial balance is zero and nobody falls below nothing', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const asked = list.flatMap(({ who, kind, amount, isReversed }) => {
        const written = move(kind, amount)
        const back = { debit: written.credit, credit: written.debit, amount }
        return isReversed
          ? [
              { who, move: written },
              { who, move: back },
            ]
          : [{ who, move: written }]
      })
      const taken = keepBook(asked)
      const sums = LEDGER_ACCOUNTS.map((account) =>
        accountBalance(
          taken.map(({ move: written }) => written),
          account,
        ),
      )
      expect(sums.reduce((sum, balance) => sum + balance, 0)).toBe(0)
      for (const who of [0, 1, 2]) {
        const own = taken.filter((entry) => entry.who === who).map(({ move: written }) => written)
        for (const account of PERSON_ACCOUNTS) expect(accountBalance(own, account)).toBeGreaterThanOrEqual(0)
      }
      for (const account of ['cash', 'bank'] satisfies LedgerAccount[]) {
        const inIt = -accountBalance(
          taken.map(({ move: written }) => written),
          account,
        )
        expect(inIt).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 300 },
  )
})

it('gives a receipt exactly where cash or a transfer is handed over a desk', () => {
  const without = KINDS.filter((kind) => registerOf(kind) === null)
  expect(without).toEqual([
    'canteen',
    'post',
    'labour-share',
    'labour-out',
    'held',
    'to-bank',
    'from-bank',
    'shortage',
    'surplus',
  ])
  expect([reversedRegister('PTLK'), reversedRegister('PCLK'), reversedRegister(null)]).toEqual([
    'PCLK',
    'PTLK',
    null,
  ])
})

it.each([
  [0, '0 đồng'],
  [950, '950 đồng'],
  [1_250_000, '1.250.000 đồng'],
  [-20_000, '−20.000 đồng'],
])('%d is written %s', (amount, text) => {
  expect(formatDong(amount)).toBe(text)
})

it('cites a receipt by register, number and year', () => {
  expect(receiptText({ register: 'PTLK', year: 2026, number: 12 })).toBe('PTLK 12/2026')
})
