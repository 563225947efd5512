import type { FilterChip, FilterValues } from '#ui/filter-chips.tsx'
import { OUT_CHOICES } from './outing-words.ts'

/** Everything of the list that stands in the address. */
export const OUT_LIST_KEYS = ['loai', 'khu', 'han'] as const

/** The address as the hub's filter; words it does not know are left out. */
export function outFilterOf(values: FilterValues) {
  return {
    kinds: OUT_CHOICES.map(({ value }) => value).filter((kind) => values['loai']?.includes(kind) ?? false),
    zones: [...(values['khu'] ?? [])],
    overdue: values['han'] !== undefined,
  }
}

export function outChipsOf(zones: readonly { id: string; name: string }[]): FilterChip[] {
  return [
    { id: 'loai', label: 'Loại', choices: OUT_CHOICES },
    { id: 'khu', label: 'Khu', choices: zones.map(({ id, name }) => ({ value: id, label: name })) },
    { id: 'han', label: 'Giờ hẹn về', choices: [{ value: 'qua', label: 'Quá hạn' }] },
  ]
}
