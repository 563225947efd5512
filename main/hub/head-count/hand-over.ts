import type { ReadDb } from '#db/connection/handles.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import { listSchedules } from '#db/queries/shifts/reader.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { shiftBefore, shiftStarting, type Shift } from '#domain/shifts/shift-times.ts'
import { formatInstant, instantMs, type Instant } from '#domain/time/instant.ts'

/** A hand-over: from which shift to which. */
export interface HandOver {
  giving: Shift
  shift: Shift
}

/** The hand-over at an instant. @throws AppError `not_found` where no shift begins then */
export function handOverOf(db: ReadDb, shiftAt: Instant): HandOver {
  const schedules = listSchedules(db)
  const shift = shiftStarting(schedules, shiftAt)
  if (!shift) throw new AppError('not_found', 'Không có ca nào bắt đầu vào giờ này. Chọn lại ca.')
  return { shift, giving: shiftBefore(schedules, shift) }
}

/** @throws AppError `rule_violated` before the count may begin, or when it is too late to enter it */
export function refuseOutsideHours(db: ReadDb, shift: Shift, now: Instant): void {
  const early = readSetting(db, 'count.early-minutes')
  const late = readSetting(db, 'count.late-hours')
  const ahead = instantMs(shift.at) - instantMs(now)
  if (ahead > early * 60_000) {
    const message = `Chưa tới giờ điểm danh ca này. Đếm được từ ${early} phút trước ${formatInstant(shift.at)}.`
    throw ruleViolated([{ code: 'count-early', message }])
  }
  if (ahead < -late * 3_600_000) {
    const message = `Ca này đã qua hơn ${late} giờ, không ghi thêm số đếm được nữa (cài đặt của cơ sở).`
    throw ruleViolated([{ code: 'count-late', message }])
  }
}
