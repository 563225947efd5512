import { expect, it } from 'vitest'
import { compareCount, shelfText } from './shelf-count.ts'

it.each([
  [[], [], []],
  [['a', 'b'], ['b', 'a'], []],
  [['a', 'b'], ['b'], [{ bagId: 'a', finding: 'missing' }]],
  [['a'], ['a', 'c'], [{ bagId: 'c', finding: 'unexpected' }]],
  [
    ['a'],
    ['c', 'c'],
    [
      { bagId: 'a', finding: 'missing' },
      { bagId: 'c', finding: 'unexpected' },
    ],
  ],
] as const)('%j counted as %j', (expected, found, findings) => {
  expect(compareCount(expected, found)).toEqual(findings)
})

it('says where a bag lies', () => {
  expect(shelfText({ store: 'Kho 1', rack: 'A', cell: '03' })).toBe('Kho 1 – Kệ A – Ô 03')
})
