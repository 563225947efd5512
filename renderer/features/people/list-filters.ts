import type { PeopleFilter } from '#domain/contract/people.ts'
import { LIST_STATE_LABELS, LIST_STATES, type ListSort as SortWord } from '#domain/people/people-list.ts'
import { SEX_LABELS, SEXES } from '#domain/people/sex.ts'
import { TRACK_LABELS, TRACKS } from '#domain/stay/track.ts'
import { choices } from '#ui/choices.ts'
import type { FilterChip, FilterValues } from '#ui/filter-chips.tsx'
import type { ListSort } from '#ui/list-column.ts'

/** Everything of the list that stands in the address. */
export const LIST_KEYS = [
  'nhom',
  'khu',
  'dien',
  'gioi',
  'trang-thai',
  'cho-giuong',
  'het-han',
  'canh-bao',
  'giay-to',
  'ten',
  'sap',
] as const
export const CHIP_KEYS = [
  'khu',
  'dien',
  'gioi',
  'trang-thai',
  'cho-giuong',
  'het-han',
  'canh-bao',
  'giay-to',
] as const

const TERM_ENDS = [7, 30, 90] as const
const PAST = 'da-ra'

/** The list's columns by which it can be sorted, as the hub calls them. */
const SORTS: Readonly<Record<string, SortWord>> = {
  name: 'name',
  received: 'received',
  end: 'end',
  ended: 'ended',
}

function known<Word extends string>(words: readonly Word[], chosen: readonly string[] | undefined): Word[] {
  return words.filter((word) => chosen?.includes(word) ?? false)
}

/** True while the address asks for those who are gone. */
export function isPastList(values: FilterValues): boolean {
  return values['nhom']?.[0] === PAST
}

/** The address as the hub's filter; words it does not know are left out. */
export function filterOf(values: FilterValues): PeopleFilter {
  const isPast = isPastList(values)
  const days = values['het-han']?.map(Number).filter((day) => Number.isInteger(day) && day >= 0) ?? []
  return {
    group: isPast ? 'past' : 'on-roll',
    zones: isPast ? [] : [...(values['khu'] ?? [])],
    tracks: known(TRACKS, values['dien']),
    sexes: known(SEXES, values['gioi']),
    states: isPast ? [] : known(LIST_STATES, values['trang-thai']),
    awaitingBed: !isPast && values['cho-giuong'] !== undefined,
    endsWithin: isPast || days.length === 0 ? null : Math.max(...days),
    withAlert: !isPast && values['canh-bao'] !== undefined,
    papersOverdue: !isPast && values['giay-to'] !== undefined,
    words: values['ten']?.join(' ') ?? '',
  }
}

/** The sort in the address (`name`, `-end`); by name, and for those who are gone the latest first. */
export function sortOf(values: FilterValues): ListSort {
  const raw = values['sap']?.[0] ?? (isPastList(values) ? '-ended' : 'name')
  const columnId = raw.replace(/^-/, '')
  if (!Object.hasOwn(SORTS, columnId)) return { columnId: 'name', direction: 'asc' }
  return { columnId, direction: raw.startsWith('-') ? 'desc' : 'asc' }
}

/** The whole request behind an address. */
export function listRequest(values: FilterValues): PeopleFilter & {
  sort: SortWord
  direction: 'asc' | 'desc'
} {
  const { columnId, direction } = sortOf(values)
  return { ...filterOf(values), sort: SORTS[columnId] ?? 'name', direction }
}

/** The sort as it stands in the address. */
export function sortText(sort: ListSort): string {
  return sort.direction === 'desc' ? `-${sort.columnId}` : sort.columnId
}

/** The filter chips: of those who are gone only track and sex are kept. */
export function chipsOf(zones: readonly { id: string; name: string }[], isPast: boolean): FilterChip[] {
  const always: FilterChip[] = [
    { id: 'dien', label: 'Diện', choices: choices(TRACKS, TRACK_LABELS) },
    { id: 'gioi', label: 'Giới', choices: choices(SEXES, SEX_LABELS) },
  ]
  if (isPast) return always
  return [
    { id: 'khu', label: 'Khu', choices: zones.map(({ id, name }) => ({ value: id, label: name })) },
    ...always,
    {
      id: 'trang-thai',
      label: 'Trạng thái',
      choices: choices(LIST_STATES, LIST_STATE_LABELS),
    },
    { id: 'cho-giuong', label: 'Giường', choices: [{ value: 'co', label: 'Chờ xếp giường' }] },
    { id: 'canh-bao', label: 'Cảnh báo', choices: [{ value: 'co', label: 'Có cảnh báo' }] },
    { id: 'giay-to', label: 'Giấy tờ', choices: [{ value: 'qua-han', label: 'Quá hạn bổ sung' }] },
    {
      id: 'het-han',
      label: 'Hết hạn',
      choices: TERM_ENDS.map((days) => ({ value: String(days), label: `Trong ${days} ngày` })),
    },
  ]
}

/** The filter in words, for the head of a printed list. */
export function filterText(values: FilterValues, zones: readonly { id: string; name: string }[]): string {
  const chips = chipsOf(zones, isPastList(values)).flatMap((chip) => {
    const labels = chip.choices
      .filter((choice) => values[chip.id]?.includes(choice.value))
      .map((choice) => choice.label)
    return labels.length === 0 ? [] : [`${chip.label}: ${labels.join(', ')}`]
  })
  const words = values['ten']?.join(' ')
  return [...chips, ...(words ? [`Tên: ${words}`] : [])].join(' · ')
}
