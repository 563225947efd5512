import { ALERT_FACES, ALERT_KINDS, isMedicalAlert, type AlertFace } from '#domain/alerts/alert-codes.ts'
import type { ActiveAlertFilter } from '#domain/contract/alerts.ts'
import type { FilterChip, FilterValues } from '#ui/filter-chips.tsx'

/** Everything of the list that stands in the address. */
export const ALERT_LIST_KEYS = ['loai', 'khu', 'xem-lai'] as const

/** The faces somebody may filter by: medical kinds one by one only with the medical role. */
function facesToAsk(seesMedical: boolean): AlertFace[] {
  return ALERT_FACES.filter((face) => face === 'health' || seesMedical || !isMedicalAlert(face))
}

/** The address as the hub's filter; words it does not know, or may not ask for, are left out. */
export function alertFilterOf(values: FilterValues, seesMedical: boolean): ActiveAlertFilter {
  return {
    faces: facesToAsk(seesMedical).filter((face) => values['loai']?.includes(face) ?? false),
    zones: [...(values['khu'] ?? [])],
    reviewDue: values['xem-lai'] !== undefined,
  }
}

export function alertChipsOf(
  zones: readonly { id: string; name: string }[],
  seesMedical: boolean,
): FilterChip[] {
  return [
    {
      id: 'loai',
      label: 'Loại',
      choices: facesToAsk(seesMedical).map((value) => ({ value, label: ALERT_KINDS[value].label })),
    },
    { id: 'khu', label: 'Khu', choices: zones.map(({ id, name }) => ({ value: id, label: name })) },
    { id: 'xem-lai', label: 'Xem lại', choices: [{ value: 'den-han', label: 'Đến hạn xem lại' }] },
  ]
}

/** The filter in words, for the head of a printed list. */
export function alertFilterText(values: FilterValues, chips: readonly FilterChip[]): string {
  return chips
    .flatMap(({ id, label, choices }) => {
      const chosen = choices.filter(({ value }) => values[id]?.includes(value)).map((choice) => choice.label)
      return chosen.length === 0 ? [] : [`${label}: ${chosen.join(', ')}`]
    })
    .join(' · ')
}
