import type { KeepApartFilter } from '#domain/contract/keep-apart.ts'
import {
  KEEP_APART_GROUND_LABELS,
  KEEP_APART_GROUNDS,
  KEEP_APART_SCOPE_LABELS,
  KEEP_APART_SCOPES,
} from '#domain/placement/keep-apart.ts'
import { choices } from '#ui/choices.ts'
import type { FilterChip, FilterValues } from '#ui/filter-chips.tsx'

/** Everything of the list that stands in the address. */
export const PAIR_LIST_KEYS = ['tinh-trang', 'muc', 'can-cu', 'khu'] as const

/** The address as the hub's filter; words it does not know are left out. */
export function pairFilterOf(values: FilterValues): KeepApartFilter {
  const state = values['tinh-trang'] ?? []
  return {
    state: state.includes('dong') ? (state.includes('mo') ? 'all' : 'closed') : 'open',
    scope: KEEP_APART_SCOPES.find((scope) => values['muc']?.[0] === scope) ?? null,
    grounds: KEEP_APART_GROUNDS.filter((ground) => values['can-cu']?.includes(ground) ?? false),
    zones: [...(values['khu'] ?? [])],
    reviewDue: state.includes('xem-lai'),
    violated: state.includes('gan-nhau'),
  }
}

export function pairChipsOf(zones: readonly { id: string; name: string }[]): FilterChip[] {
  return [
    {
      id: 'tinh-trang',
      label: 'Tình trạng',
      choices: [
        { value: 'mo', label: 'Đang áp dụng' },
        { value: 'dong', label: 'Đã đóng' },
        { value: 'gan-nhau', label: 'Đang ở quá gần nhau' },
        { value: 'xem-lai', label: 'Đến hạn xem lại' },
      ],
    },
    {
      id: 'muc',
      label: 'Mức',
      choices: choices(KEEP_APART_SCOPES, KEEP_APART_SCOPE_LABELS),
    },
    {
      id: 'can-cu',
      label: 'Căn cứ',
      choices: choices(KEEP_APART_GROUNDS, KEEP_APART_GROUND_LABELS),
    },
    { id: 'khu', label: 'Khu', choices: zones.map(({ id, name }) => ({ value: id, label: name })) },
  ]
}
