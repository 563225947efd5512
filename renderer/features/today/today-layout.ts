import type { Permission } from '#domain/permissions/permissions.ts'

/** The panels of the first screen. */
export type TodayPanel =
  | 'arrivals'
  | 'due'
  | 'zones'
  | 'safety'
  | 'flow'
  | 'course'
  | 'receptions'
  | 'imports'
  | 'machine'

/** Two columns of panels; on a narrow screen the right one follows the left. */
export interface TodayColumns {
  left: readonly TodayPanel[]
  right: readonly TodayPanel[]
}

/**
 * What someone sees first, by what they may do: those who place people and receive none begin with the zones, those
 * who receive and place none with arrivals, those who run the machine with its state, everybody else with what is due.
 */
export function todayColumns(permissions: readonly Permission[]): TodayColumns {
  const may = (permission: Permission) => permissions.includes(permission)
  if (!may('roll.read')) return { left: ['machine', 'imports'], right: ['zones'] }
  if (!may('people.read')) return { left: ['course', 'flow', 'zones'], right: ['due', 'machine', 'imports'] }
  const machine: TodayPanel[] = may('health.read') ? ['machine'] : []
  const places = may('custody.place')
  const receives = may('custody.receive')
  if (places && !receives) return { left: ['zones', 'flow', 'course'], right: ['due', 'safety', ...machine] }
  if (receives && !places) {
    return {
      left: ['arrivals', 'receptions', 'imports'],
      right: ['due', 'safety', 'zones', 'flow', 'course', ...machine],
    }
  }
  return { left: ['due', 'safety', 'flow'], right: ['zones', 'course', 'receptions', 'imports', ...machine] }
}
