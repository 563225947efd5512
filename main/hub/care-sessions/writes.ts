import type { WriteDb } from '#db/connection/handles.ts'
import {
  findGroup,
  insertGroup,
  insertMember,
  listMembers,
  endMember,
  updateGroup,
} from '#db/queries/care-sessions/groups.ts'
import { findSession, listAttendees, listOnRoll, type SessionRow } from '#db/queries/care-sessions/reader.ts'
import {
  callAttendee,
  insertSession,
  uncallAttendee,
  updateAttendance,
  updateSession,
} from '#db/queries/care-sessions/writer.ts'
import { judgeSession } from '#domain/care/sessions.ts'
import type { careSessionsContract } from '#domain/contract/care-sessions.ts'
import { AppError, ruleViolated, type Problem } from '#domain/errors.ts'
import { addDays } from '#domain/time/day.ts'
import { dayOf, formatTime } from '#domain/time/instant.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'
import { clashesAmong, isAwayAt, mayReadNote } from './shown.ts'

const CLASH = 'Buổi này vừa được người khác sửa. Tải lại để xem rồi ghi lại.'
/** Most days ahead a session is planned. */
const MOST_AHEAD_DAYS = 400

function liveSession(db: WriteDb, id: string, version: number | null): SessionRow {
  const row = findSession(db, id)
  if (!row) throw new AppError('not_found')
  if (row.cancelled_at !== null) throw new AppError('conflict', 'Buổi này đã hủy.')
  if (version !== null && row.version !== version)
    throw new AppError('conflict', CLASH, { current: { version: row.version } })
  return row
}

function tell(
  context: WriteContext,
  action: string,
  subject: { kind: 'care-session' | 'care-group'; id: string },
  facts: Record<string, string | number | null> = {},
): void {
  context.audit({ action, subject, facts })
  context.changed('care', subject.id)
}

function openGroup(db: WriteDb, id: string) {
  const group = findGroup(db, id)
  if (!group) throw new AppError('not_found')
  if (group.closed_on !== null) throw new AppError('conflict', 'Nhóm này đã đóng. Mở nhóm mới.')
  return group
}

export const careSessionsWrites: WriteUseCases<typeof careSessionsContract> = {
  save: (db, context, input) => {
    const { id, version, kind, topic, startsAt, minutes, stayIds, reason } = input
    const row = version === null ? undefined : liveSession(db, id, version)
    if (row && row.held_at !== null)
      throw new AppError('rule_violated', 'Buổi này đã chốt điểm danh. Chỉ còn ghi chép riêng.')
    const wanted = [...new Set(stayIds)]
    const problems: Problem[] = judgeSession({ kind, minutes, attendees: wanted.length })
    if (dayOf(startsAt) > addDays(dayOf(context.now), MOST_AHEAD_DAYS))
      problems.push({ code: 'session-far', message: 'Ngày quá xa. Chọn lại ngày.', field: 'startsAt' })
    const known = row ? listAttendees(db, id) : []
    const before = new Set(known.map(({ stayId }) => stayId))
    const onRoll = listOnRoll(db, wanted)
    const present = new Set(onRoll.map(({ stayId }) => stayId))
    const gone = wanted.filter((stayId) => !present.has(stayId) && !before.has(stayId))
    if (gone.length > 0) {
      const message = `${gone.length} người không còn trong danh sách. Chọn lại người dự.`
      problems.push({ code: 'session-gone', message, field: 'attendees' })
    }
    const clashes = clashesAmong(db, onRoll, `buổi “${topic}”`)
    if (clashes.length > 0 && reason === null)
      problems.push(
        ...clashes.map(({ message }) => ({ code: 'keep-apart-class', message, field: 'attendees' })),
        {
          code: 'reason-missing',
          message: 'Bỏ một người, hoặc ghi lý do vẫn gọi chung và cách giám sát.',
          field: 'reason',
        },
      )
    if (problems.length > 0) throw ruleViolated(problems)
    if (input.groupId !== null) openGroup(db, input.groupId)
    const written = {
      kind,
      topic,
      starts_at: startsAt,
      minutes,
      place: input.place,
      leader: input.leader,
      note: input.note,
      group_id: input.groupId,
      kept_apart_reason: clashes.length > 0 ? reason : null,
    }
    const next = (row?.version ?? 0) + 1
    if (row) updateSession(db, id, { ...written, version: next })
    else
      insertSession(db, {
        id,
        ...written,
        held_at: null,
        cancelled_at: null,
        cancelled_by: null,
        cancel_reason: null,
        created_at: context.now,
        created_by: context.actor.key,
      })
    const by = { session: id, at: context.now, by: context.actor.key }
    for (const stay of wanted) if (!before.has(stay)) callAttendee(db, { ...by, stay })
    for (const stay of before) if (!wanted.includes(stay)) uncallAttendee(db, id, stay)
    tell(
      context,
      row ? 'session.changed' : 'session.planned',
      { kind: 'care-session', id },
      { count: wanted.length },
    )
    return { id, version: next }
  },
  mark: (db, context, input) => {
    const row = liveSession(db, input.id, input.version)
    if (row.held_at !== null) throw new AppError('conflict', 'Buổi này đã chốt điểm danh.')
    const attendees = new Map(listAttendees(db, row.id).map((one) => [one.stayId, one]))
    const problems: Problem[] = []
    for (const { stayId, mark } of input.marks) {
      const who = attendees.get(stayId)
      if (!who) throw new AppError('conflict', 'Danh sách gọi vừa đổi. Tải lại để xem.')
      const isOut = isAwayAt(who, row.starts_at)
      if (isOut && mark !== 'out' && mark !== null) {
        const message = `${who.name} đang ở ngoài cơ sở lúc ${formatTime(row.starts_at)}: không tính có mặt hay vắng.`
        problems.push({ code: 'attendance-out', message, field: stayId })
      } else if (!isOut && mark === 'out') {
        const message = `${who.name} đang trong cơ sở: ghi có mặt hoặc lý do vắng.`
        problems.push({ code: 'attendance-in', message, field: stayId })
      } else attendees.set(stayId, { ...who, mark })
    }
    if (input.close) {
      if (row.starts_at > context.now) {
        const message = `Buổi này bắt đầu lúc ${formatTime(row.starts_at)}. Chốt điểm danh sau giờ đó.`
        problems.push({ code: 'session-ahead', message })
      }
      const open = [...attendees.values()].filter((one) => one.mark === null && !isAwayAt(one, row.starts_at))
      if (open.length > 0) {
        const message = `Còn ${open.length} người chưa điểm danh. Ghi hết rồi chốt.`
        problems.push({ code: 'attendance-open', message })
      }
    }
    if (problems.length > 0) throw ruleViolated(problems)
    const at = { recorded_at: context.now, recorded_by: context.actor.key }
    for (const one of attendees.values()) {
      const mark = one.mark ?? (input.close ? 'out' : null)
      updateAttendance(db, { sessionId: row.id, stayId: one.stayId }, { mark, ...at })
    }
    const version = row.version + 1
    updateSession(db, row.id, {
      note: input.note ?? row.note,
      version,
      ...(input.close ? { held_at: context.now } : {}),
    })
    tell(
      context,
      input.close ? 'session.held' : 'session.marked',
      { kind: 'care-session', id: row.id },
      { count: input.marks.length },
    )
    return { id: row.id, version }
  },
  setPrivateNote: (db, context, { id, stayId, text }) => {
    liveSession(db, id, null)
    const who = listAttendees(db, id).find((one) => one.stayId === stayId)
    if (!who) throw new AppError('not_found')
    if (who.note_by !== null && !mayReadNote(context.actor, who.note_by)) {
      const message = 'Ghi chép riêng này của người khác; chỉ người ghi và trưởng cơ sở xem, sửa được.'
      throw new AppError('forbidden', message)
    }
    updateAttendance(
      db,
      { sessionId: id, stayId },
      { private_note: text, note_by: text === null ? null : (who.note_by ?? context.actor.key) },
    )
    context.audit({
      action: 'session.note-set',
      subject: { kind: 'care-session', id },
      personId: who.personId,
    })
    context.changed('care', id)
    return { id }
  },
  cancel: (db, context, input) => {
    const row = liveSession(db, input.id, input.version)
    if (row.held_at !== null)
      throw new AppError('rule_violated', 'Buổi này đã chốt điểm danh, không hủy được.')
    updateSession(db, row.id, {
      cancelled_at: context.now,
      cancelled_by: context.actor.key,
      cancel_reason: input.reason,
      version: row.version + 1,
    })
    tell(context, 'session.cancelled', { kind: 'care-session', id: row.id })
    return { id: row.id }
  },
  openGroup: (db, context, { id, name, kind, leader }) => {
    if (findGroup(db, id)) throw new AppError('conflict')
    insertGroup(db, {
      id,
      name,
      kind,
      leader,
      opened_on: dayOf(context.now),
      closed_on: null,
      close_reason: null,
      created_at: context.now,
      created_by: context.actor.key,
    })
    tell(context, 'group.opened', { kind: 'care-group', id }, { name })
    return { id }
  },
  enrol: (db, context, { groupId, stayIds }) => {
    const group = openGroup(db, groupId)
    const members = listMembers(db, groupId)
    const inside = new Set(members.map(({ stayId }) => stayId))
    const fresh = listOnRoll(
      db,
      stayIds.filter((stayId) => !inside.has(stayId)),
    )
    const clashes = clashesAmong(db, [...members, ...fresh], `nhóm “${group.name}”`)
    const added = new Set(fresh.map(({ personId }) => personId))
    const caused = clashes.filter(({ one, other }) => added.has(one.personId) || added.has(other.personId))
    if (caused.length > 0)
      throw ruleViolated(caused.map(({ code, message }) => ({ code, message, field: 'stayIds' })))
    for (const { stayId, personId } of fresh) {
      insertMember(db, {
        id: context.newId(),
        group_id: groupId,
        stay_id: stayId,
        from_on: dayOf(context.now),
        to_on: null,
        added_by: context.actor.key,
        removed_by: null,
      })
      context.audit({ action: 'group.joined', subject: { kind: 'care-group', id: groupId }, personId })
    }
    context.changed('care', groupId)
    return { added: fresh.length }
  },
  leave: (db, context, { groupId, stayId }) => {
    const member = listMembers(db, groupId).find((one) => one.stayId === stayId)
    const isOut = endMember(db, { groupId, stayId }, { on: dayOf(context.now), actor: context.actor.key })
    if (!isOut) throw new AppError('not_found')
    context.audit({
      action: 'group.left',
      subject: { kind: 'care-group', id: groupId },
      ...(member ? { personId: member.personId } : {}),
    })
    context.changed('care', groupId)
    return { groupId }
  },
  closeGroup: (db, context, input) => {
    const group = openGroup(db, input.id)
    if (group.version !== input.version)
      throw new AppError('conflict', CLASH, { current: { version: group.version } })
    updateGroup(db, group.id, {
      closed_on: dayOf(context.now),
      close_reason: input.reason,
      version: group.version + 1,
    })
    tell(context, 'group.closed', { kind: 'care-group', id: group.id }, { name: group.name })
    return { id: group.id }
  },
}
