import type { Problem } from '../errors.ts'
import { formatDay, type Day } from '../time/day.ts'

/** Whether somebody has a stable residence to return to (D163 Điều 58.2, 58.3). */
export const RETURN_RESIDENCES = ['stable', 'none'] as const
export type ReturnResidence = (typeof RETURN_RESIDENCES)[number]

export const RETURN_RESIDENCE_LABELS: Record<ReturnResidence, string> = {
  stable: 'Có nơi cư trú ổn định',
  none: 'Không có nơi cư trú ổn định',
}

/** Whether somebody can still work (D163 Điều 124). */
export const WORK_ABILITIES = ['able', 'unable'] as const
export type WorkAbility = (typeof WORK_ABILITIES)[number]

export const WORK_ABILITY_LABELS: Record<WorkAbility, string> = {
  able: 'Còn khả năng lao động',
  unable: 'Không còn khả năng lao động',
}

/** Where somebody goes on leaving, as written down. */
export interface ReturnPlace {
  residence: ReturnResidence
  work: WorkAbility
  /** Where the person registered to live after leaving, and when (L120 Điều 42.3). */
  registeredAddress: string | null
  registeredOn: Day | null
}

/**
 * Must the dossier for social protection be made (DIS-07, D163 Điều 124)? For minors without a stable residence, and
 * for adults without one who can no longer work.
 */
export function needsSocialProtection(place: ReturnPlace | null, isAdult: boolean): boolean {
  return place?.residence === 'none' && (!isAdult || place.work === 'unable')
}

/** What is wrong with a place of return: a registered address has its day, not a day to come, and the other way round. */
export function checkReturnPlace(place: ReturnPlace, days: { receivedOn: Day; today: Day }): Problem[] {
  const { registeredAddress, registeredOn } = place
  if ((registeredAddress === null) !== (registeredOn === null)) {
    const message = 'Ghi cả nơi đăng ký về và ngày đăng ký, hoặc để trống cả hai.'
    return [
      {
        code: 'return-half',
        message,
        field: registeredOn === null ? 'registeredOn' : 'registeredAddress',
      },
    ]
  }
  if (registeredOn !== null && (registeredOn > days.today || registeredOn < days.receivedOn)) {
    const message = `Ngày đăng ký từ ngày tiếp nhận ${formatDay(days.receivedOn)} đến hôm nay. Chọn lại ngày.`
    return [{ code: 'return-day', message, field: 'registeredOn' }]
  }
  return []
}
