import type { WriteDb } from '#db/connection/handles.ts'
import { findUser } from '#db/queries/accounts/reader.ts'
import { lastChange } from '#db/queries/changes/reader.ts'
import { findMembership, findOnRoll, findTeam, listMembers, listTeams } from '#db/queries/shifts/teams.ts'
import { endMembership, insertMember, insertTeam, updateTeam } from '#db/queries/shifts/writer.ts'
import type { teamsContract } from '#domain/contract/teams.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'

/** A team that stands, as the editor saw it. @throws AppError `not_found`, `conflict` */
function openTeam(db: WriteDb, id: string, version?: number) {
  const team = findTeam(db, id)
  if (!team) throw new AppError('not_found', 'Tổ này không còn. Tải lại trang.')
  if (version !== undefined && team.version !== version) {
    throw new AppError('conflict', undefined, {
      current: { name: team.name, purpose: team.purpose, version: team.version },
      ...lastChange(db, 'shifts', id),
    })
  }
  return team
}

/** ZONE-07: each team has one responsible staff member; two teams of one name cannot be told apart. */
function refuseTeam(db: WriteDb, said: { id: string; name: string; responsibleId: string }): void {
  if (findUser(db, said.responsibleId)?.state !== 'active') {
    const message = 'Chọn cán bộ phụ trách đang hoạt động (mỗi tổ có một cán bộ phụ trách).'
    throw ruleViolated([{ code: 'team-responsible', field: 'responsibleId', message }])
  }
  if (listTeams(db).some(({ id, name }) => id !== said.id && name === said.name)) {
    const message = 'Đã có tổ tên này. Đặt tên khác.'
    throw ruleViolated([{ code: 'team-name', field: 'name', message }])
  }
}

function leave(db: WriteDb, context: WriteContext, membershipId: string): void {
  endMembership(db, membershipId, { at: context.now, key: context.actor.key })
}

export const teamsWrites: WriteUseCases<typeof teamsContract> = {
  add: (db, context, input) => {
    refuseTeam(db, input)
    insertTeam(db, {
      id: input.id,
      name: input.name,
      purpose: input.purpose,
      responsible_id: input.responsibleId,
      created_at: context.now,
      created_by: context.actor.key,
    })
    context.audit({
      action: 'team.added',
      subject: { kind: 'team', id: input.id },
      facts: { name: input.name, responsible: input.responsibleId },
    })
    context.changed('shifts', input.id)
    return { id: input.id }
  },
  change: (db, context, input) => {
    const team = openTeam(db, input.id, input.version)
    refuseTeam(db, input)
    const version = team.version + 1
    updateTeam(db, team.id, {
      name: input.name,
      purpose: input.purpose,
      responsible_id: input.responsibleId,
      version,
    })
    context.audit({
      action: 'team.changed',
      subject: { kind: 'team', id: team.id },
      facts: { name: input.name, responsible: input.responsibleId, responsibleBefore: team.responsible_id },
    })
    context.changed('shifts', team.id)
    return { id: team.id, version }
  },
  close: (db, context, { id, version }) => {
    openTeam(db, id, version)
    const left = listMembers(db, id).length
    if (left > 0) {
      const message = `Tổ còn ${left} học viên. Xếp họ sang tổ khác trước khi giải thể.`
      throw ruleViolated([{ code: 'team-not-empty', message }])
    }
    updateTeam(db, id, { closed_at: context.now, closed_by: context.actor.key, version: version + 1 })
    context.audit({ action: 'team.closed', subject: { kind: 'team', id } })
    context.changed('shifts', id)
    return { id }
  },
  put: (db, context, { teamId, stayIds }) => {
    openTeam(db, teamId)
    let moved = 0
    for (const stayId of new Set(stayIds)) {
      const person = findOnRoll(db, stayId)
      if (!person) throw new AppError('not_found', 'Có học viên không còn trong danh sách. Tải lại trang.')
      const before = findMembership(db, stayId)
      if (before?.team_id === teamId) continue
      if (before) leave(db, context, before.id)
      insertMember(db, {
        id: context.newId(),
        team_id: teamId,
        stay_id: stayId,
        from_at: context.now,
        added_by: context.actor.key,
        to_at: null,
        removed_by: null,
      })
      context.audit({
        action: 'team.members-set',
        subject: { kind: 'team', id: teamId },
        personId: person.person_id,
        facts: { from: before?.team_id ?? null },
      })
      moved += 1
    }
    context.changed('shifts', teamId)
    return { moved }
  },
  take: (db, context, { stayId }) => {
    const person = findOnRoll(db, stayId)
    const before = findMembership(db, stayId)
    if (!before) throw new AppError('not_found', 'Học viên này không ở tổ nào.')
    leave(db, context, before.id)
    context.audit({
      action: 'team.members-set',
      subject: { kind: 'team', id: before.team_id },
      ...(person ? { personId: person.person_id } : {}),
      facts: { from: before.team_id },
    })
    context.changed('shifts', before.team_id)
    return { stayId }
  },
}
