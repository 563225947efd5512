import { lastBackups, lastGoodBackupAt } from '#db/queries/backup/reader.ts'
import { findActiveSheet, lastPassedDrillAt } from '#db/queries/keys/sheets.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import { BACKUP_PLACE_SENTENCES } from '#domain/backup/backup-place.ts'
import { backupAgeTone, BACKUP_AGE_HOURS, drillDueOn, drillLateDays } from '#domain/backup/backup-schedule.ts'
import { formatDay } from '#domain/time/day.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Hub } from '../hub.ts'
import { readBackupPlan } from './backup-plan.ts'
import { lookAtPlace } from './sealed-place.ts'

interface Check {
  code: string
  ok: boolean
  message: string
}

/** What the first screen says of backups, of their place, and of the recovery sheet with its quarterly test. */
export function backupChecks(hub: Hub, now: Instant): Check[] {
  const age = { code: 'backup', ...ageOf(lastGoodBackupAt(hub.read), now, 'Bản sao lưu tốt gần nhất') }
  if (readSetting(hub.read, 'installation.demo')) return [age]
  return [age, sheetCheck(hub, now), placeCheck(hub, now)]
}

function ageOf(at: Instant | null, now: Instant, what: string): { ok: boolean; message: string } {
  if (at === null) return { ok: false, message: `${what}: chưa có. Vào Sao lưu và tạo bản đầu tiên.` }
  switch (backupAgeTone(at, now)) {
    case 'ok':
      return { ok: true, message: `${what} còn mới.` }
    case 'soon':
      return { ok: false, message: `${what} đã quá ${BACKUP_AGE_HOURS.warn} giờ. Vào Sao lưu xem vì sao.` }
    case 'late':
      return { ok: false, message: `${what} đã cũ hơn ${BACKUP_AGE_HOURS.alarm} giờ. Tạo bản mới ngay.` }
  }
}

function placeCheck(hub: Hub, now: Instant): Check {
  const { state } = lookAtPlace(hub.folder, readBackupPlan(hub.read).sealedFolder)
  if (state !== 'ready') return { code: 'backup-place', ok: false, message: BACKUP_PLACE_SENTENCES[state] }
  return {
    code: 'backup-place',
    ...ageOf(lastBackups(hub.read).sealed, now, 'Bản niêm phong gần nhất ở ổ ngoài'),
  }
}

function sheetCheck(hub: Hub, now: Instant): Check {
  const sheet = findActiveSheet(hub.read)
  const code = 'recovery-sheet'
  if (!sheet) {
    const message = 'Chưa có phiếu phục hồi: mất khóa là mất dữ liệu. Vào Khóa và in phiếu ngay.'
    return { code, ok: false, message }
  }
  const since = lastPassedDrillAt(hub.read, sheet.id) ?? sheet.confirmed_at ?? sheet.made_at
  const due = formatDay(drillDueOn(since))
  const late = drillLateDays(since, now)
  return late > 0
    ? {
        code,
        ok: false,
        message: `Thử phiếu phục hồi đã quá hạn ${late} ngày (hạn ${due}). Vào Khóa để thử.`,
      }
    : { code, ok: true, message: `Phiếu phục hồi số ${sheet.id} đang dùng; thử lại trước ${due}.` }
}
