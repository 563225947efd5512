import type { IncidentFilter } from '#domain/contract/incidents.ts'
import {
  EXHIBIT_ROUTE_LABELS,
  EXHIBIT_ROUTES,
  EXHIBIT_SUBSTANCE_LABELS,
  EXHIBIT_SUBSTANCES,
} from '#domain/incidents/exhibit.ts'
import { INCIDENT_KIND_LABELS, INCIDENT_KINDS } from '#domain/incidents/incident-kinds.ts'
import { INCIDENT_STATE_LABELS, INCIDENT_STATES } from '#domain/incidents/incident-states.ts'
import {
  AGE_CLASS_LABELS,
  AGE_CLASSES,
  ESCAPE_SLICE_LABELS,
  ESCAPE_SLICES,
  INJURY_SLICE_LABELS,
  INJURY_SLICES,
  OPEN_STATES,
  OUTSIDE_ZONES,
  OUTSIDE_ZONES_LABEL,
  WEEKDAY_LABELS,
} from '#domain/incidents/statistics.ts'
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
  'tron',
  'bi-thuong',
  'tuoi',
  'nguoi',
] as const

type ListKey = (typeof INCIDENT_LIST_KEYS)[number]

/** The list shows what is open unless other states are asked for; this word asks for all. */
const ALL = 'tat-ca'

/** What is asked for beyond columns, each by its word in the address. */
const VIEWS = [
  { word: 'cua-toi', field: 'mine', label: 'Tôi xem xét' },
  { word: 'tre', field: 'late', label: 'Có việc quá hạn' },
  { word: 'thong-bao-tre', field: 'lateNotice', label: 'Có thông báo quá hạn' },
] as const

const IS_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

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
  const sees = (field: (typeof VIEWS)[number]['field']) =>
    VIEWS.some((view) => view.field === field && values['xem']?.includes(view.word))
  const showsOpen = states.length === 0 && !(asked?.includes(ALL) ?? false)
  return {
    states: showsOpen ? [...OPEN_STATES] : states,
    kinds: known(INCIDENT_KINDS, values['loai']),
    zones: [...(values['khu'] ?? [])],
    personId: values['nguoi']?.find((id) => IS_ID.test(id)) ?? null,
    from: dayIn(values['tu']?.[0]),
    to: dayIn(values['den']?.[0]),
    hour: numberIn(values['gio']?.[0], 0, 23),
    weekday: numberIn(values['thu']?.[0], 1, 7),
    substance: known(EXHIBIT_SUBSTANCES, values['chat'])[0] ?? null,
    route: known(EXHIBIT_ROUTES, values['duong'])[0] ?? null,
    escape: known(ESCAPE_SLICES, values['tron'])[0] ?? null,
    injured: known(INJURY_SLICES, values['bi-thuong'])[0] ?? null,
    age: known(AGE_CLASSES, values['tuoi'])[0] ?? null,
    mine: sees('mine'),
    late: sees('late'),
    lateNotice: sees('lateNotice'),
  }
}

/** Is exactly what is open asked for? */
function isOpen(states: readonly string[]): boolean {
  return states.length === OPEN_STATES.length && OPEN_STATES.every((state) => states.includes(state))
}

/** The address of the list behind a figure; without states, of all of them. */
export function incidentListHref(filter: Partial<IncidentFilter>): string {
  const { states = [] } = filter
  const views = VIEWS.filter(({ field }) => filter[field] === true).map(({ word }) => word)
  const parts: Partial<Record<ListKey, string>> = {
    ...(isOpen(states) ? {} : { 'tinh-trang': states.length > 0 ? states.join(',') : ALL }),
    ...(filter.kinds?.length ? { loai: filter.kinds.join(',') } : {}),
    ...(filter.zones?.length ? { khu: filter.zones.join(',') } : {}),
    ...(filter.from ? { tu: filter.from } : {}),
    ...(filter.to ? { den: filter.to } : {}),
    ...(typeof filter.hour === 'number' ? { gio: String(filter.hour) } : {}),
    ...(typeof filter.weekday === 'number' ? { thu: String(filter.weekday) } : {}),
    ...(filter.substance ? { chat: filter.substance } : {}),
    ...(filter.route ? { duong: filter.route } : {}),
    ...(filter.escape ? { tron: filter.escape } : {}),
    ...(filter.injured ? { 'bi-thuong': filter.injured } : {}),
    ...(filter.age ? { tuoi: filter.age } : {}),
    ...(filter.personId ? { nguoi: filter.personId } : {}),
    ...(views.length > 0 ? { xem: views.join(',') } : {}),
  }
  const text = Object.entries(parts).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return text.length === 0 ? '/vu-viec' : `/vu-viec?${text.join('&')}`
}

/**
 * Chips of the list. What only a figure asks for stands there only where one did.
 * @param nameOf of a resident the list is narrowed to, as far as the rows tell it
 */
export function incidentChipsOf(
  zones: readonly { id: string; name: string }[],
  values: FilterValues,
  nameOf: (personId: string) => string | undefined,
): FilterChip[] {
  const narrow: (FilterChip | null)[] = [
    dayChip('tu', 'Từ ngày', values),
    dayChip('den', 'Đến ngày', values),
    onlyIf('gio', 'Giờ', values, (value) => `${value} giờ`),
    onlyIf('thu', 'Thứ', values, (value) => WEEKDAY_LABELS[Number(value) - 1] ?? value),
    onlyIf('chat', 'Chất', values, labelIn(EXHIBIT_SUBSTANCES, EXHIBIT_SUBSTANCE_LABELS)),
    onlyIf('duong', 'Đường vào', values, labelIn(EXHIBIT_ROUTES, EXHIBIT_ROUTE_LABELS)),
    onlyIf('tron', 'Bỏ trốn', values, labelIn(ESCAPE_SLICES, ESCAPE_SLICE_LABELS)),
    onlyIf('bi-thuong', 'Thương tích', values, labelIn(INJURY_SLICES, INJURY_SLICE_LABELS)),
    onlyIf('tuoi', 'Đã ở tình trạng này', values, labelIn(AGE_CLASSES, AGE_CLASS_LABELS)),
    onlyIf('nguoi', 'Học viên', values, (id) => nameOf(id) ?? 'đã chọn'),
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
    {
      id: 'khu',
      label: 'Khu',
      choices: [
        ...zones.map(({ id, name }) => ({ value: id, label: name })),
        { value: OUTSIDE_ZONES, label: OUTSIDE_ZONES_LABEL },
      ],
    },
    {
      id: 'xem',
      label: 'Xem',
      choices: VIEWS.map(({ word, label }) => ({ value: word, label })),
    },
    ...narrow.filter((chip) => chip !== null),
  ]
}

/** The word of a code; what is no code stays as it is. */
function labelIn<Code extends string>(codes: readonly Code[], labels: Record<Code, string>) {
  return (value: string): string => {
    const code = codes.find((one) => one === value)
    return code === undefined ? value : labels[code]
  }
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
