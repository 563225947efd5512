import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkMove, depositBalance, formatDong, receiptText, sidesOf, type LedgerMove } from './ledger.ts'

const move = (kind: 'deposit' | 'withdrawal', amount: number): LedgerMove => ({ ...sidesOf(kind), amount })

it.each<[LedgerMove[], number]>([
  [[], 0],
  [[move('deposit', 500_000)], 500_000],
  [[move('deposit', 500_000), move('withdrawal', 200_000)], 300_000],
  [[move('deposit', 500_000), { debit: 'deposits', credit: 'cash', amount: 500_000 }], 0],
])('%j owes %d', (moves, balance) => {
  expect(depositBalance(moves)).toBe(balance)
})

it('pays out no more than was given (D163 Điều 120.3)', () => {
  expect(checkMove(300_000, move('withdrawal', 300_000))).toEqual([])
  expect(checkMove(300_000, move('withdrawal', 300_001))).toMatchObject([
    { code: 'deposit-overdrawn', message: 'Tiền lưu ký còn 300.000 đồng, không đủ 300.001 đồng.' },
  ])
})

it('debits what it credits: cash and deposits always add up to nothing', () => {
  const moves = fc.array(
    fc.record({
      kind: fc.constantFrom('deposit' as const, 'withdrawal' as const),
      amount: fc.integer({ min: 1, max: 1e9 }),
    }),
  )
  fc.assert(
    fc.property(moves, (list) => {
      const written = list.map(({ kind, amount }) => move(kind, amount))
      const cash = written.reduce((sum, m) => sum + (m.debit === 'cash' ? m.amount : -m.amount), 0)
      expect(cash).toBe(depositBalance(written))
    }),
  )
})

it.each([
  [0, '0 đồng'],
  [950, '950 đồng'],
  [1_250_000, '1.250.000 đồng'],
])('%d is written %s', (amount, text) => {
  expect(formatDong(amount)).toBe(text)
})

it('cites a receipt by register, number and year', () => {
  expect(receiptText({ register: 'PTLK', year: 2026, number: 12 })).toBe('PTLK 12/2026')
})
