import type { RequestFilter, RequestLine } from '#domain/contract/requests.ts'
import { REQUEST_KIND_LABELS, REQUEST_KINDS, REQUEST_STATE_LABELS } from '#domain/requests/request-kinds.ts'
import { formatDay } from '#domain/time/day.ts'
import { choices } from '#ui/choices.ts'
import type { Tone } from '#ui/colors.ts'
import type { FilterChip, FilterValues } from '#ui/filter-chips.tsx'

/** Everything of the list that stands in the address. */
export const REQUEST_LIST_KEYS = ['tinh-trang', 'loai', 'khu'] as const

const STATES = { 'qua-han': 'late', 'cua-toi': 'mine', xong: 'ended', 'tat-ca': 'all' } as const

/** The address as the hub's filter; words it does not know are left out. */
export function requestFilterOf(values: FilterValues): RequestFilter {
  const word = values['tinh-trang']?.[0] ?? ''
  const state = Object.entries(STATES).find(([known]) => known === word)?.[1] ?? 'open'
  return {
    state,
    kinds: REQUEST_KINDS.filter((kind) => values['loai']?.includes(kind) ?? false),
    zones: [...(values['khu'] ?? [])],
    personId: null,
  }
}

export function requestChipsOf(zones: readonly { id: string; name: string }[]): FilterChip[] {
  return [
    {
      id: 'tinh-trang',
      label: 'Tình trạng',
      choices: [
        { value: 'qua-han', label: 'Quá hạn trả lời' },
        { value: 'cua-toi', label: 'Giao cho tôi' },
        { value: 'xong', label: 'Đã kết thúc' },
        { value: 'tat-ca', label: 'Tất cả' },
      ],
    },
    {
      id: 'loai',
      label: 'Loại',
      choices: choices(REQUEST_KINDS, REQUEST_KIND_LABELS),
    },
    { id: 'khu', label: 'Khu', choices: zones.map(({ id, name }) => ({ value: id, label: name })) },
  ]
}

/** How a request stands, with its day where somebody waits for an answer. */
export function standingOf(row: Pick<RequestLine, 'state' | 'isLate' | 'dueOn'>): {
  tone: Tone
  text: string
} {
  if (row.isLate) return { tone: 'late', text: `Quá hạn ${formatDay(row.dueOn)}` }
  const label = REQUEST_STATE_LABELS[row.state]
  switch (row.state) {
    case 'received':
    case 'assigned':
      return { tone: 'soon', text: `${label}, hạn ${formatDay(row.dueOn)}` }
    case 'answered':
    case 'told':
      return { tone: 'ok', text: label }
    case 'closed':
    case 'withdrawn':
    case 'escalated':
      return { tone: 'ended', text: label }
  }
}
