import { expect, test } from 'vitest'
import { balanceFilterOf, moveFilterOf } from '#renderer/features/ledger/move-filters.ts'

test.each([
  [{}, { from: '2026-11-22', to: null }],
  [{ ngay: ['7-ngay'] }, { from: '2026-11-16', to: null }],
  [{ ngay: ['tat-ca'] }, { from: null, to: null }],
  [{ thang: ['2026-02'] }, { from: '2026-02-01', to: '2026-02-28' }],
  [{ thang: ['2026-13'] }, { from: '2026-11-22', to: null }],
  [{ loai: ['canteen', 'nonsense'] }, { kinds: ['canteen'] }],
  [{ 'tai-khoan': ['cash'] }, { accounts: ['cash'] }],
])('%j asks the hub for %j', (values, filter) => {
  expect(moveFilterOf(values, '2026-11-22')).toMatchObject(filter)
})

test.each([
  [{}, { group: 'here', below: null, withMoney: false }],
  [{ nhom: ['left'] }, { group: 'left' }],
  [{ tien: ['it'] }, { below: 50_000 }],
  [
    { tien: ['co'], khu: ['z'] },
    { withMoney: true, zones: ['z'] },
  ],
])('balances: %j asks for %j', (values, filter) => {
  expect(balanceFilterOf(values)).toMatchObject(filter)
})
