import { addDays, daysBetween } from '../time/day.ts'
import { atTime, dayOf, instantMs, type Instant } from '../time/instant.ts'
import type { BackupKind } from './backup-kinds.ts'

/** When and where backups are made without anybody asking. */
export interface BackupPlan {
  /** Minutes between two copies on the hub's own disk; 0 for none. */
  localMinutes: number
  localKeep: number
  /** Folder on a second disk, a USB disk or a NAS; empty for none. */
  sealedFolder: string
  /** The time of day (HH:MM, Vietnam) of the nightly sealed copy. */
  sealedTime: string
  sealedKeep: number
  monthlyKeep: number
}

/** When the newest good backup of each kind was taken; null when there is none. */
export type LastBackups = Record<BackupKind, Instant | null>

/** The backups that are due now, in the order to take them. A clock that went back does not stop them for long. */
export function dueBackups(plan: BackupPlan, last: LastBackups, now: Instant): BackupKind[] {
  const due: BackupKind[] = []
  if (plan.localMinutes > 0 && isOlder(last.local, plan.localMinutes, now)) due.push('local')
  if (plan.sealedFolder === '') return due
  const today = atTime(dayOf(now), plan.sealedTime)
  const turn = now >= today ? today : atTime(addDays(dayOf(now), -1), plan.sealedTime)
  if (last.sealed === null || last.sealed < turn || last.sealed > now) due.push('sealed')
  if (last.monthly === null || monthOf(last.monthly) !== monthOf(now)) due.push('monthly')
  return due
}

function isOlder(at: Instant | null, minutes: number, now: Instant): boolean {
  if (at === null) return true
  const age = instantMs(now) - instantMs(at)
  return age < 0 || age >= minutes * 60_000
}

const monthOf = (at: Instant) => dayOf(at).slice(0, 7)

/** Days between two tests of the recovery sheet: a quarter. */
const DRILL_DAYS = 92

/** The day by which the recovery sheet is to be tested next. @param since the last passed test, or the sheet's first day */
export function drillDueOn(since: Instant): string {
  return addDays(dayOf(since), DRILL_DAYS)
}

/** Days by which the test of the recovery sheet is late; negative before it is due. */
export function drillLateDays(since: Instant, now: Instant): number {
  return daysBetween(drillDueOn(since), dayOf(now))
}

/** How old the newest good backup may be, in hours, before its age is a warning, and before it is an alarm. */
export const BACKUP_AGE_HOURS = { warn: 26, alarm: 48 } as const

/** How worrying the age of the newest good backup is. */
export function backupAgeTone(at: Instant | null, now: Instant): 'ok' | 'soon' | 'late' {
  if (at === null) return 'late'
  const hours = (instantMs(now) - instantMs(at)) / 3_600_000
  return hours > BACKUP_AGE_HOURS.alarm ? 'late' : hours > BACKUP_AGE_HOURS.warn ? 'soon' : 'ok'
}
