import type { WriteDb } from '#db/connection/handles.ts'
import { findUser } from '#db/queries/accounts/reader.ts'
import { lastChange } from '#db/queries/changes/reader.ts'
import { findPlace } from '#db/queries/places/reader.ts'
import { writeSetting } from '#db/queries/settings/settings.ts'
import { findDuty, findPost, listDuty, listSchedules, zonesOf } from '#db/queries/shifts/reader.ts'
import {
  clearShiftTimes,
  endDuty,
  insertDuty,
  insertPost,
  insertShiftTime,
  setUserZones,
  updatePost,
} from '#db/queries/shifts/writer.ts'
import type { shiftsContract } from '#domain/contract/shifts.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { judgeSchedule, shiftStarting } from '#domain/shifts/shift-times.ts'
import { addDays } from '#domain/time/day.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'
import { dutyShifts } from './reads.ts'

function requireZone(db: WriteDb, zoneId: string | null): void {
  if (zoneId !== null && findPlace(db, zoneId)?.kind !== 'zone') {
    throw new AppError('not_found', 'Không tìm thấy khu này. Tải lại trang.')
  }
}

interface NewDuty {
  id: string
  shiftAt: Instant
  userId: string
  postId: string | null
  isLead: boolean
}

function assign(db: WriteDb, context: WriteContext, duty: NewDuty): void {
  insertDuty(db, {
    id: duty.id,
    shift_at: duty.shiftAt,
    user_id: duty.userId,
    post_id: duty.postId,
    is_lead: duty.isLead ? 1 : 0,
    assigned_at: context.now,
    assigned_by: context.actor.key,
    removed_at: null,
    removed_by: null,
  })
  context.audit({
    action: 'duty.assigned',
    subject: { kind: 'user', id: duty.userId },
    facts: { shift: duty.shiftAt, duty: duty.id },
  })
  context.changed('shifts', duty.id)
}

export const shiftsWrites: WriteUseCases<typeof shiftsContract> = {
  setTimes: (db, context, { validFrom, times }) => {
    const problems = judgeSchedule({ validFrom, times }, dayOf(context.now))
    if (problems.length > 0) throw ruleViolated(problems)
    clearShiftTimes(db, validFrom)
    const sorted = times.toSorted((a, b) => (a.starts < b.starts ? -1 : 1))
    for (const [index, { name, starts }] of sorted.entries()) {
      insertShiftTime(db, {
        valid_from: validFrom,
        no: index + 1,
        name,
        starts,
        set_at: context.now,
        set_by: context.actor.key,
      })
    }
    const told = sorted.map(({ name, starts }) => `${name} ${starts}`).join(', ')
    context.audit({ action: 'shift.times-set', facts: { validFrom, name: told } })
    context.changed('shifts')
    return { validFrom }
  },
  addPost: (db, context, { id, name, zoneId }) => {
    requireZone(db, zoneId)
    insertPost(db, { id, name, zone_id: zoneId, created_at: context.now, created_by: context.actor.key })
    context.audit({ action: 'post.added', subject: { kind: 'post', id }, facts: { name } })
    context.changed('shifts', id)
    return { id }
  },
  changePost: (db, context, { id, version, name, zoneId, isRetired }) => {
    const post = findPost(db, id)
    if (!post || post.retired_at !== null) throw new AppError('not_found')
    requireZone(db, zoneId)
    if (post.version !== version) {
      throw new AppError('conflict', undefined, {
        current: { name: post.name, version: post.version },
        ...lastChange(db, 'shifts', id),
      })
    }
    updatePost(db, id, {
      name,
      zone_id: zoneId,
      retired_at: isRetired ? context.now : null,
      version: version + 1,
    })
    context.audit({ action: 'post.changed', subject: { kind: 'post', id }, facts: { name, isRetired } })
    context.changed('shifts', id)
    return { id, version: version + 1 }
  },
  assign: (db, context, duty) => {
    const shift = shiftStarting(listSchedules(db), duty.shiftAt)
    if (!shift) throw new AppError('not_found', 'Không có ca nào bắt đầu vào giờ này. Chọn lại ca.')
    if (shift.until <= context.now) {
      const message = 'Ca này đã trực xong, bảng trực giữ như đã ghi.'
      throw ruleViolated([{ code: 'duty-past', field: 'shiftAt', message }])
    }
    const user = findUser(db, duty.userId)
    if (user?.state !== 'active') throw new AppError('not_found', 'Tài khoản này không còn hoạt động.')
    if (duty.postId !== null && findPost(db, duty.postId)?.retired_at !== null) {
      throw new AppError('not_found', 'Chốt này không còn dùng. Chọn chốt khác.')
    }
    const onDuty = listDuty(db, duty.shiftAt, duty.shiftAt)
    if (onDuty.some((row) => row.user_id === duty.userId)) {
      const message = `${user.display_name} đã có trong ca này.`
      throw ruleViolated([{ code: 'duty-twice', field: 'userId', message }])
    }
    if (duty.isLead && onDuty.some((row) => row.is_lead === 1)) {
      const message = 'Ca này đã có trưởng ca. Bỏ người đó trước, hoặc ghi là người trực.'
      throw ruleViolated([{ code: 'duty-lead', field: 'isLead', message }])
    }
    assign(db, context, duty)
    return { id: duty.id }
  },
  unassign: (db, context, { id }) => {
    const duty = findDuty(db, id)
    if (!duty) throw new AppError('not_found')
    endDuty(db, id, { at: context.now, key: context.actor.key })
    context.audit({
      action: 'duty.removed',
      subject: { kind: 'user', id: duty.user_id },
      facts: { shift: duty.shift_at, duty: id },
    })
    context.changed('shifts', id)
    return { id }
  },
  copyDay: (db, context, { day }) => {
    const before = dutyShifts(db, addDays(day, -1), 1)
    let assigned = 0
    for (const [index, shift] of dutyShifts(db, day, 1).entries()) {
      if (shift.until <= context.now) continue
      const taken = new Set(shift.duty.map(({ userId }) => userId))
      for (const { userId, postId, isLead } of before[index]?.duty ?? []) {
        if (taken.has(userId) || findUser(db, userId)?.state !== 'active') continue
        const hasLead = shift.duty.some((one) => one.isLead)
        assign(db, context, {
          id: context.newId(),
          shiftAt: shift.at,
          userId,
          postId: postId !== null && findPost(db, postId)?.retired_at === null ? postId : null,
          isLead: isLead && !hasLead,
        })
        assigned += 1
      }
    }
    return { assigned }
  },
  setZones: (db, context, { userId, zoneIds }) => {
    if (!findUser(db, userId)) throw new AppError('not_found')
    for (const zoneId of zoneIds) requireZone(db, zoneId)
    const before = zonesOf(db, userId).length
    setUserZones(db, userId, zoneIds)
    context.audit({
      action: 'user.zones-set',
      subject: { kind: 'user', id: userId },
      facts: { places: zoneIds.length, before },
    })
    context.changed('shifts', userId)
    return { userId }
  },
  setRestriction: (db, context, { isRestricted }) => {
    writeSetting(db, context, 'zones.restrict-staff', isRestricted)
    context.audit({ action: 'user.zones-set', facts: { isRestricted } })
    context.changed('shifts')
    return { isRestricted }
  },
}
