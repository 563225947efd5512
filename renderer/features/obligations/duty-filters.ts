import { DUE_WINDOW_LABELS, DUE_WINDOWS, type ObligationFilter } from '#domain/contract/obligations.ts'
import { DUTIES, DUTY_CODES } from '#domain/law/duties.ts'
import { ROLE_LABELS, ROLES, type Role } from '#domain/permissions/roles.ts'
import { choices } from '#ui/choices.ts'
import type { FilterChip, FilterValues } from '#ui/filter-chips.tsx'

/** Everything of the list that stands in the address. */
export const DUTY_LIST_KEYS = ['vai-tro', 'viec', 'han', 'khu', 'bao', 'trang-thai'] as const

/** Roles that keep a list of duties. */
const DUTY_ROLES: readonly Role[] = ROLES.filter((role) =>
  DUTY_CODES.some((duty) => DUTIES[duty].role === role),
)

function chosen<Word extends string>(known: readonly Word[], words: readonly string[] | undefined): Word[] {
  return known.filter((word) => words?.includes(word) ?? false)
}

/**
 * The address as the hub's filter; words it does not know are left out. `tat-ca` shows every list, not the own ones; the
 * head of the centre begins with every list.
 */
export function dutyFilterOf(values: FilterValues, ownRoles: readonly Role[]): ObligationFilter {
  const asked = chosen(ROLES, values['vai-tro'])
  const showsAll = values['vai-tro']?.includes('tat-ca') ?? false
  const own = ownRoles.includes('director') ? [] : DUTY_ROLES.filter((role) => ownRoles.includes(role))
  return {
    roles: asked.length > 0 ? asked : showsAll ? [] : own,
    duties: chosen(DUTY_CODES, values['viec']),
    windows: chosen(DUE_WINDOWS, values['han']),
    zones: [...(values['khu'] ?? [])],
    escalated: values['bao'] !== undefined,
    closed: values['trang-thai']?.includes('da-xong') ?? false,
  }
}

export function dutyChipsOf(zones: readonly { id: string; name: string }[]): FilterChip[] {
  return [
    {
      id: 'vai-tro',
      label: 'Của ai',
      choices: [{ value: 'tat-ca', label: 'Mọi vai trò' }, ...choices(DUTY_ROLES, ROLE_LABELS)],
    },
    {
      id: 'han',
      label: 'Hạn',
      choices: choices(DUE_WINDOWS, DUE_WINDOW_LABELS),
    },
    { id: 'viec', label: 'Việc', choices: dutyChoices() },
    { id: 'khu', label: 'Khu', choices: zones.map(({ id, name }) => ({ value: id, label: name })) },
    { id: 'bao', label: 'Đã báo', choices: [{ value: 'truong', label: 'Đã báo Trưởng cơ sở' }] },
    {
      id: 'trang-thai',
      label: 'Trạng thái',
      choices: [{ value: 'da-xong', label: 'Đã làm, không phải làm' }],
    },
  ]
}

function dutyChoices() {
  return DUTY_CODES.map((value) => ({ value, label: `${DUTIES[value].label} (${value.split('/')[0]})` }))
}
