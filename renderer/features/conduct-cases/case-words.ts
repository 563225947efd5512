import type { CaseLine } from '#domain/contract/conduct-case-shapes.ts'
import type { CaseFilter } from '#domain/contract/conduct-cases.ts'
import { CASE_KIND_LABELS, CASE_KINDS } from '#domain/conduct-cases/case-kinds.ts'
import { CASE_STATE_LABELS, type CaseAction, type CaseState } from '#domain/conduct-cases/case-states.ts'
import { formatDay } from '#domain/time/day.ts'
import { formatInstant } from '#domain/time/instant.ts'
import type { Tone } from '#ui/colors.ts'
import type { FilterChip, FilterValues } from '#ui/filter-chips.tsx'

/** Everything of the list that stands in the address. */
export const CASE_LIST_KEYS = ['tinh-trang', 'loai', 'khu'] as const

const GROUPS = {
  'cho-xu-ly': 'council',
  'thi-hanh': 'in-force',
  xong: 'ended',
  'tat-ca': 'all',
} as const

export function caseHref(id: string): string {
  return `/ky-luat/${id}`
}

/** The address as the hub's filter; words it does not know are left out. */
export function caseFilterOf(values: FilterValues): CaseFilter {
  const word = values['tinh-trang']?.[0] ?? ''
  return {
    group: Object.entries(GROUPS).find(([known]) => known === word)?.[1] ?? 'open',
    kinds: CASE_KINDS.filter((kind) => values['loai']?.includes(kind) ?? false),
    zones: [...(values['khu'] ?? [])],
    personId: null,
    incidentId: null,
  }
}

export function caseChipsOf(zones: readonly { id: string; name: string }[]): FilterChip[] {
  return [
    {
      id: 'tinh-trang',
      label: 'Tình trạng',
      choices: [
        { value: 'cho-xu-ly', label: 'Chờ họp, chờ quyết định' },
        { value: 'thi-hanh', label: 'Đang thi hành' },
        { value: 'xong', label: 'Đã kết thúc' },
        { value: 'tat-ca', label: 'Tất cả' },
      ],
    },
    {
      id: 'loai',
      label: 'Loại',
      choices: CASE_KINDS.map((value) => ({ value, label: CASE_KIND_LABELS[value] })),
    },
    { id: 'khu', label: 'Khu', choices: zones.map(({ id, name }) => ({ value: id, label: name })) },
  ]
}

/** What moves a case on, the button that is filled first. */
export const FORWARD: readonly CaseAction[] = ['hear', 'decide', 'begin', 'convene', 'review', 'end']

/** Who is waited for, where the reader can do nothing to move a case on. */
export const WAITED_FOR: Record<CaseState, string | null> = {
  proposed: 'Chờ bộ phận xử lý vụ việc hoặc Trưởng cơ sở hẹn họp hội đồng.',
  council: 'Chờ hội đồng họp; bộ phận xử lý vụ việc hoặc Trưởng cơ sở ghi kết quả.',
  heard: 'Chờ Trưởng cơ sở ra quyết định.',
  decided: 'Chờ quản lý khu công bố, thi hành.',
  'in-force': 'Đang thi hành; quản lý khu xem lại và kết thúc đúng hạn.',
  ended: null,
  lifted: null,
  declined: null,
  cancelled: null,
  revoked: null,
}

/** The days a measure has left: `Còn 3 ngày, đến 27/11/2026`. */
function leftText(daysLeft: number, toOn: string): string {
  if (daysLeft < 0) return `Quá hạn từ ${formatDay(toOn)}`
  if (daysLeft === 0) return 'Hết hạn hôm nay'
  return `Còn ${daysLeft} ngày, đến ${formatDay(toOn)}`
}

/** How a case stands, with the moment that comes next. */
export function caseStanding(
  row: Pick<CaseLine, 'state' | 'councilAt' | 'fromOn' | 'toOn' | 'daysLeft' | 'decidedOn'>,
): { tone: Tone; text: string } {
  const label = CASE_STATE_LABELS[row.state]
  switch (row.state) {
    case 'proposed':
    case 'heard':
      return { tone: 'soon', text: label }
    case 'council':
      return {
        tone: 'soon',
        text: row.councilAt === null ? label : `Họp hội đồng ${formatInstant(row.councilAt)}`,
      }
    case 'decided':
      return { tone: 'soon', text: row.fromOn === null ? label : `Thi hành từ ${formatDay(row.fromOn)}` }
    case 'in-force': {
      if (row.daysLeft === null || row.toOn === null) return { tone: 'away', text: label }
      const tone = row.daysLeft < 0 ? 'late' : row.daysLeft <= 1 ? 'soon' : 'away'
      return { tone, text: leftText(row.daysLeft, row.toOn) }
    }
    case 'ended':
      return { tone: 'ok', text: label }
    case 'lifted':
    case 'declined':
    case 'cancelled':
    case 'revoked':
      return { tone: 'ended', text: label }
  }
}
