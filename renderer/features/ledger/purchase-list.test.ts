import { expect, test } from 'vitest'
import { leftToSpend, takenBy, withItem } from '#renderer/features/ledger/purchase-list.ts'

test.each([
  [{ deposits: 500, spentToday: 0, dailyLimit: 200 }, 0, 200],
  [{ deposits: 500, spentToday: 50, dailyLimit: 200 }, 100, 50],
  [{ deposits: 80, spentToday: 0, dailyLimit: 200 }, 30, 50],
  [{ deposits: 500, spentToday: 900, dailyLimit: 0 }, 100, 400],
  [{ deposits: 50, spentToday: 200, dailyLimit: 200 }, 0, 0],
])('%j with %i on the list leaves %i', (purse, taken, left) => {
  expect(leftToSpend(purse, taken)).toBe(left)
})

test('a list takes from each person what stands under the name', () => {
  const line = (stayId: string, amount: number) => ({ id: '', stayId, name: '', amount, items: [], note: '' })
  expect(takenBy([line('a', 10), line('b', 5), line('a', 7)], 'a')).toBe(17)
})

test('an item chosen again is one more of it', () => {
  expect(withItem(withItem(withItem([], 'a'), 'b'), 'a')).toEqual([
    { itemId: 'a', quantity: 2 },
    { itemId: 'b', quantity: 1 },
  ])
})
