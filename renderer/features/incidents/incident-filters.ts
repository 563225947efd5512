import type { IncidentFilter } from '#domain/contract/incidents.ts'
import {
  EXHIBIT_ROUTE_LABELS,
  EXHIBIT_ROUTES,
  EXHIBIT_SUBSTANCE_LABELS,
  EXHIBIT_SUBSTANCES,
} from '#domain/incidents/exhibit.ts'
import { INCIDENT_KIND_LABELS, INCIDENT_KINDS } from '#domain/incidents/incident-kinds.ts'
import { INCIDENT_STATE_LABELS, INCIDENT_STATES, isOpenState } from '#domain/incidents/incident-states.ts'
import { formatDay, isDay } from '#domain/time/day.ts'
import type { FilterChip, FilterValues } from '#ui/filter-chips.tsx'

/** Everything of the list that stands in the address. */
export const INCIDENT_LIST_KEYS = [
  'tinh-trang',
  'loai',
  'khu',
  'xem',
  'tu',
  'den',
  'gio',
  'thu',
  'chat',
  'duong',
] as const

type ListKey = (typeof INCIDENT_LIST_KEYS)[number]

/** The list shows what is open unless other states are asked for; this word asks for all. */
const ALL = 'tat-ca'
const OPEN_STATES = INCIDENT_STATES.filter((state) => state !== 'draft' && isOpenState(state))

const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'] as const

function known<Code extends string>(codes: readonly Code[], chosen: readonly string[] | undefined): Code[] {
  return codes.filter((code) => chosen?.includes(code) ?? false)
}

function numberIn(text: string | undefined, from: number, to: number): number | null {
  const value = text === undefined ? Number.NaN : Number(text)
  return Number.isInteger(value) && value >= from && value <= to ? value : null
}

function dayIn(text: string | undefined): string | null {
  return text !== undefined && isDay(text) ? text : null
}

/** The address as the hub's filter; words it does not know are left out. */
export function incidentFilterOf(values: FilterValues): IncidentFilter {
  const asked = values['tinh-trang']
  const states = known(INCIDENT_STATES, asked)
  const showsOpen = states.length === 0 && !(asked?.includes(ALL) ?? false)
  return {
    states: showsOpen ? [...OPEN_STATES] : states,
    kinds: known(INCIDENT_KINDS, values['loai']),
    zones: [...(values['khu'] ?? [])],
    personId: null,
    from: dayIn(values['tu']?.[0]),
    to: dayIn(values['den']?.[0]),
    hour: numberIn(values['gio']?.[0], 0, 23),
    weekday: numberIn(values['thu']?.[0], 1, 7),
    substance: known(EXHIBIT_SUBSTANCES, values['chat'])[0] ?? null,
    route: known(EXHIBIT_ROUTES, values['duong'])[0] ?? null,
    mine: values['xem']?.includes('cua-toi') ?? false,
    late: values['xem']?.includes('tre') ?? false,
  }
}

/** The address of the list behind a figure; without states, of all of them. */
export function incidentListHref(filter: Partial<IncidentFilter>): string {
  const parts: Partial<Record<ListKey, string>> = {
    'tinh-trang': filter.states?.length ? filter.states.join(',') : ALL,
    ...(filter.kinds?.length ? { loai: filter.kinds.join(',') } : {}),
    ...(filter.zones?.length ? { khu: filter.zones.join(',') } : {}),
    ...(filter.from ? { tu: filter.from } : {}),
    ...(filter.to ? { den: filter.to } : {}),
    ...(typeof filter.hour === 'number' ? { gio: String(filter.hour) } : {}),
    ...(typeof filter.weekday === 'number' ? { thu: String(filter.weekday) } : {}),
    ...(filter.substance ? { chat: filter.substance } : {}),
    ...(filter.route ? { duong: filter.route } : {}),
    ...(filter.late ? { xem: 'tre' } : filter.mine ? { xem: 'cua-toi' } : {}),
  }
  const text = Object.entries(parts).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return `/vu-viec?${text.join('&')}`
}

/** Chips of the list. Hour, weekday, substance and way in stand there only where a figure asked for them. */
export function incidentChipsOf(
  zones: readonly { id: string; name: string }[],
  values: FilterValues,
): FilterChip[] {
  const narrow: (FilterChip | null)[] = [
    dayChip('tu', 'Từ ngày', values),
    dayChip('den', 'Đến ngày', values),
    onlyIf('gio', 'Giờ', values, (value) => `${value} giờ`),
    onlyIf('thu', 'Thứ', values, (value) => WEEKDAYS[Number(value) - 1] ?? value),
    onlyIf('chat', 'Chất', values, (value) => {
      const code = EXHIBIT_SUBSTANCES.find((one) => one === value)
      return code === undefined ? value : EXHIBIT_SUBSTANCE_LABELS[code]
    }),
    onlyIf('duong', 'Đường vào', values, (value) => {
      const code = EXHIBIT_ROUTES.find((one) => one === value)
      return code === undefined ? value : EXHIBIT_ROUTE_LABELS[code]
    }),
  ]
  return [
    {
      id: 'tinh-trang',
      label: 'Tình trạng',
      choices: [
        { value: ALL, label: 'Tất cả, kể cả đã đóng' },
        ...INCIDENT_STATES.filter((state) => state !== 'draft').map((value) => ({
          value,
          label: INCIDENT_STATE_LABELS[value],
        })),
      ],
    },
    {
      id: 'loai',
      label: 'Loại',
      choices: INCIDENT_KINDS.map((value) => ({ value, label: INCIDENT_KIND_LABELS[value] })),
    },
    { id: 'khu', label: 'Khu', choices: zones.map(({ id, name }) => ({ value: id, label: name })) },
    {
      id: 'xem',
      label: 'Xem',
      choices: [
        { value: 'cua-toi', label: 'Tôi xem xét' },
        { value: 'tre', label: 'Có việc quá hạn' },
      ],
    },
    ...narrow.filter((chip) => chip !== null),
  ]
}

function onlyIf(
  id: ListKey,
  label: string,
  values: FilterValues,
  text: (value: string) => string,
): FilterChip | null {
  const chosen = values[id]
  if (!chosen?.length) return null
  return { id, label, choices: chosen.map((value) => ({ value, label: text(value) })) }
}

function dayChip(id: 'tu' | 'den', label: string, values: FilterValues): FilterChip | null {
  return onlyIf(id, label, values, (value) => (isDay(value) ? formatDay(value) : value))
}
