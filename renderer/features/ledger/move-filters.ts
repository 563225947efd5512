import type { BalanceFilter, LedgerFilter } from '#domain/contract/ledger-shapes.ts'
import {
  LEDGER_ACCOUNT_LABELS,
  LEDGER_ACCOUNTS,
  LEDGER_KIND_LABELS,
  LEDGER_KINDS,
} from '#domain/deposit/ledger.ts'
import { addDays, addMonths, type Day } from '#domain/time/day.ts'
import { choices } from '#ui/choices.ts'
import type { FilterChip, FilterValues } from '#ui/filter-chips.tsx'

/** Everything of the list of entries that stands in the address. */
export const MOVE_KEYS = ['ngay', 'thang', 'loai', 'tai-khoan'] as const

const SPANS = [
  { value: 'hom-nay', label: 'Hôm nay', days: 0 },
  { value: '7-ngay', label: '7 ngày', days: 6 },
  { value: '30-ngay', label: '30 ngày', days: 29 },
  { value: 'tat-ca', label: 'Tất cả', days: null },
] as const

/** The address as the hub's filter; without a span it is today, words it does not know are left out. */
export function moveFilterOf(values: FilterValues, today: Day): LedgerFilter {
  const month = values['thang']?.[0]
  const isMonth = month !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(month)
  const span = SPANS.find(({ value }) => values['ngay']?.includes(value)) ?? SPANS[0]
  const days = span.days
  const first = days === null ? null : addDays(today, -days)
  return {
    from: isMonth ? `${month}-01` : first,
    to: isMonth ? addDays(addMonths(`${month}-01`, 1), -1) : null,
    kinds: LEDGER_KINDS.filter((kind) => values['loai']?.includes(kind) ?? false),
    accounts: LEDGER_ACCOUNTS.filter((account) => values['tai-khoan']?.includes(account) ?? false),
    stayId: null,
    batchId: null,
  }
}

/** The chips of the list; a month come to by a link stands as a choice that can be taken away. */
export function moveChips(values: FilterValues): FilterChip[] {
  const month = values['thang']?.[0]
  const [year, number] = month?.split('-') ?? []
  return [
    ...(month === undefined
      ? []
      : [{ id: 'thang', label: 'Tháng', choices: [{ value: month, label: `${number}/${year}` }] }]),
    { id: 'ngay', label: 'Ngày', choices: SPANS.map(({ value, label }) => ({ value, label })) },
    {
      id: 'loai',
      label: 'Việc',
      choices: choices(LEDGER_KINDS, LEDGER_KIND_LABELS),
    },
    {
      id: 'tai-khoan',
      label: 'Tài khoản',
      choices: choices(LEDGER_ACCOUNTS, LEDGER_ACCOUNT_LABELS),
    },
  ]
}

/** Everything of the list of balances that stands in the address. */
export const BALANCE_KEYS = ['nhom', 'khu', 'tien'] as const

const LOW = 50_000

/** The address as the hub's filter of balances. */
export function balanceFilterOf(values: FilterValues): BalanceFilter {
  return {
    group: values['nhom']?.includes('left') ? 'left' : 'here',
    zones: [...(values['khu'] ?? [])],
    below: values['tien']?.includes('it') ? LOW : null,
    withMoney: values['tien']?.includes('co') ?? false,
  }
}

export function balanceChips(zones: readonly { id: string; name: string }[]): FilterChip[] {
  return [
    { id: 'nhom', label: 'Nhóm', choices: [{ value: 'left', label: 'Người đã ra, chưa trả' }] },
    { id: 'khu', label: 'Khu', choices: zones.map(({ id, name }) => ({ value: id, label: name })) },
    {
      id: 'tien',
      label: 'Tiền',
      choices: [
        { value: 'co', label: 'Đang có tiền' },
        { value: 'it', label: 'Dưới 50.000 đ' },
      ],
    },
  ]
}
