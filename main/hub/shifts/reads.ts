import { listUsers } from '#db/queries/accounts/reader.ts'
import type { ReadDb } from '#db/connection/handles.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import { listDuty, listPosts, listSchedules, listUserZones } from '#db/queries/shifts/reader.ts'
import type { DutyShift, shiftsContract, Staff } from '#domain/contract/shifts.ts'
import { ROLE_LABELS } from '#domain/permissions/roles.ts'
import { DEFAULT_SHIFTS, shiftsOfDay, type ShiftSchedule } from '#domain/shifts/shift-times.ts'
import { addDays, type Day } from '#domain/time/day.ts'
import { dayOf, endOfDay, startOfDay } from '#domain/time/instant.ts'
import type { ReadUseCases } from '../use-case.ts'
import { isLimitedByRoles } from './zone-reach.ts'

/** Accounts of staff who can be on duty: not the machine's administrator alone. */
function staffOf(db: ReadDb): Staff[] {
  const zones = listUserZones(db)
  return listUsers(db)
    .filter(({ state, roles }) => state === 'active' && roles.some((role) => role !== 'administrator'))
    .map(({ id, name, roles }) => ({
      userId: id,
      name,
      roleText: roles.map((role) => ROLE_LABELS[role]).join(', '),
      zoneIds: zones.get(id) ?? [],
      isZoneStaff: isLimitedByRoles(roles),
    }))
}

function scheduleOn(schedules: readonly ShiftSchedule[], day: Day): ShiftSchedule {
  return schedules.findLast(({ validFrom }) => validFrom <= day) ?? DEFAULT_SHIFTS
}

/** Who is on duty on the days from one on, shift by shift. */
export function dutyShifts(db: ReadDb, from: Day, days: number): DutyShift[] {
  const schedules = listSchedules(db)
  const last = addDays(from, days - 1)
  const duty = Map.groupBy(listDuty(db, startOfDay(from), endOfDay(last)), (row) => row.shift_at)
  return Array.from({ length: days }, (_, index) => shiftsOfDay(schedules, addDays(from, index)))
    .flat()
    .map((shift) => ({
      ...shift,
      duty: (duty.get(shift.at) ?? []).map((row) => ({
        id: row.id,
        userId: row.user_id,
        userName: row.display_name,
        postId: row.post_id,
        postName: row.post_name,
        isLead: row.is_lead === 1,
      })),
    }))
}

export const shiftsReads: ReadUseCases<typeof shiftsContract> = {
  setup: (db, { now }) => {
    const today = dayOf(now)
    const schedules = listSchedules(db)
    return {
      current: { ...scheduleOn(schedules, today), times: [...scheduleOn(schedules, today).times] },
      coming: schedules
        .filter(({ validFrom }) => validFrom > today)
        .map(({ validFrom, times }) => ({ validFrom, times: [...times] })),
      posts: listPosts(db).map((row) => ({
        id: row.id,
        name: row.name,
        zoneId: row.zone_id,
        zoneName: row.zone_name,
        version: row.version,
      })),
      staff: staffOf(db),
      isRestricted: readSetting(db, 'zones.restrict-staff'),
    }
  },
  roster: (db, _context, { from, days }) => ({ shifts: dutyShifts(db, from, days) }),
}
