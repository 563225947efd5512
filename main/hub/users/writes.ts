import { qb } from '#db/connection/query-builder.ts'
import type { WriteDb } from '#db/connection/handles.ts'
import { findUser, findUserByLogin, foldLogin, listRoles, listUsers } from '#db/queries/accounts/reader.ts'
import type { UserLine, usersContract } from '#domain/contract/users.ts'
import { lastChange } from '#db/queries/changes/reader.ts'
import { AppError } from '#domain/errors.ts'
import type { Role } from '#domain/permissions/roles.ts'
import { endSessionsOf } from '../auth/session-writes.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'

export interface NewUser {
  id: string
  login: string
  name: string
  roles: Role[]
  passwordHash: string
  mustChangePassword: boolean
}

function lineOf(db: WriteDb, now: string, id: string): UserLine {
  const line = listUsers(db, now).find((user) => user.id === id)
  if (!line) throw new AppError('not_found')
  return line
}

function setRoles(db: WriteDb, userId: string, roles: readonly Role[]): void {
  db.run(qb.deleteFrom('user_role').where('user_id', '=', userId))
  for (const role of new Set(roles)) db.run(qb.insertInto('user_role').values({ user_id: userId, role }))
}

/** Adds an account. @throws AppError `invalid_input` when the login is taken */
export function addUser(db: WriteDb, context: WriteContext, input: NewUser): UserLine {
  if (findUserByLogin(db, input.login)) {
    throw new AppError('invalid_input', undefined, {
      problems: [
        {
          code: 'login-taken',
          field: 'login',
          message: 'Tên đăng nhập này đã có người dùng. Chọn tên khác.',
        },
      ],
    })
  }
  db.run(
    qb.insertInto('user').values({
      id: input.id,
      login: foldLogin(input.login),
      display_name: input.name,
      password_hash: input.passwordHash,
      state: 'active',
      must_change_password: input.mustChangePassword ? 1 : 0,
      created_at: context.now,
    }),
  )
  setRoles(db, input.id, input.roles)
  context.audit({
    action: 'user.added',
    subject: { kind: 'user', id: input.id },
    facts: { login: foldLogin(input.login), roles: input.roles.join(',') },
  })
  context.changed('users', input.id)
  return lineOf(db, context.now, input.id)
}

/** Stores a new password hash; ends the account's other sessions. */
export function setPassword(
  db: WriteDb,
  context: WriteContext,
  input: { userId: string; passwordHash: string; mustChange: boolean; keepSession: string | null },
): { endedSessionIds: string[] } {
  const changed = db.run(
    qb
      .updateTable('user')
      .set((e) => ({
        password_hash: input.passwordHash,
        must_change_password: input.mustChange ? 1 : 0,
        version: e('version', '+', 1),
      }))
      .where('id', '=', input.userId),
  )
  if (changed.changes !== 1) throw new AppError('not_found')
  const endedSessionIds = endSessionsOf(
    db,
    input.userId,
    context.now,
    'password',
    input.keepSession ?? undefined,
  )
  context.audit({
    action: input.mustChange ? 'user.password-reset' : 'user.password-changed',
    subject: { kind: 'user', id: input.userId },
  })
  context.changed('users', input.userId)
  return { endedSessionIds }
}

function checkVersion(db: WriteDb, id: string, version: number) {
  const user = findUser(db, id)
  if (!user) throw new AppError('not_found')
  if (user.version !== version) {
    throw new AppError('conflict', undefined, {
      current: {
        name: user.display_name,
        roles: listRoles(db, id),
        state: user.state,
        version: user.version,
      },
      ...lastChange(db, 'users', id),
    })
  }
  return user
}

/** The centre would be locked out of its own machine without an administrator. */
function requireAnAdministrator(db: WriteDb): void {
  const left = db.get(
    qb
      .selectFrom('user')
      .innerJoin('user_role', 'user_role.user_id', 'user.id')
      .select('user.id')
      .where('user.state', '=', 'active')
      .where('user_role.role', '=', 'administrator')
      .limit(1),
  )
  if (!left) {
    throw new AppError(
      'rule_violated',
      'Phải còn ít nhất một quản trị viên đang hoạt động. Thêm quản trị viên khác trước.',
    )
  }
}

export const usersWrites: WriteUseCases<typeof usersContract> = {
  change: (db, context, input) => {
    const before = checkVersion(db, input.id, input.version)
    const rolesBefore = listRoles(db, input.id)
    db.run(
      qb
        .updateTable('user')
        .set({ display_name: input.name, version: before.version + 1 })
        .where('id', '=', input.id),
    )
    setRoles(db, input.id, input.roles)
    requireAnAdministrator(db)
    context.audit({
      action: 'user.changed',
      subject: { kind: 'user', id: input.id },
      facts: { roles: input.roles.join(','), rolesBefore: rolesBefore.join(',') },
      fields: [
        { entity: 'user', entityId: input.id, field: 'name', before: before.display_name, after: input.name },
      ].filter((field) => field.before !== field.after),
    })
    context.changed('users', input.id)
    return lineOf(db, context.now, input.id)
  },
  setState: (db, context, input) => {
    const before = checkVersion(db, input.id, input.version)
    if (input.state === 'disabled' && input.id === context.actor.userId) {
      throw new AppError('rule_violated', 'Không thể tự khóa tài khoản của mình. Nhờ quản trị viên khác.')
    }
    db.run(
      qb
        .updateTable('user')
        .set({ state: input.state, version: before.version + 1 })
        .where('id', '=', input.id),
    )
    requireAnAdministrator(db)
    if (input.state === 'disabled') endSessionsOf(db, input.id, context.now, 'disabled')
    context.audit({
      action: input.state === 'disabled' ? 'user.disabled' : 'user.enabled',
      subject: { kind: 'user', id: input.id },
    })
    context.changed('users', input.id)
    return lineOf(db, context.now, input.id)
  },
  endSessions: (db, context, input) => {
    const ended = endSessionsOf(db, input.id, context.now, 'ended-by-administrator')
    context.audit({
      action: 'user.sessions-ended',
      subject: { kind: 'user', id: input.id },
      facts: { ended: ended.length },
    })
    context.changed('users', input.id)
    return { ended: ended.length }
  },
}
