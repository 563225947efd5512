import { randomUUID } from 'node:crypto'
import { findSession, findUser, findUserByLogin, foldLogin, listRoles } from '#db/queries/accounts/reader.ts'
import { findCentre } from '#db/queries/centre/reader.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import { checkPassword } from '#domain/accounts/password-policy.ts'
import type { authContract, Me } from '#domain/contract/auth.ts'
import { AppError } from '#domain/errors.ts'
import { permissionsOf } from '#domain/permissions/permissions.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import type { Hub } from '../hub.ts'
import type { CallUseCases } from '../use-case.ts'
import { hashPassword, passwordMatches } from './passwords.ts'
import { newSessionToken, tokenHash } from './session-token.ts'

const WRONG = 'Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra bộ gõ tiếng Việt và phím Caps Lock.'

/** Stands for all logins tried at one desk; no account has an empty login. */
const ANY_LOGIN = ''
/** Wrong passwords of a whole shift change at one desk, before it has to wait. */
const FREE_AT_DEVICE = 20

function meOf(hub: Hub, userId: string, now: Instant): Me {
  const user = findUser(hub.read, userId)
  if (!user) throw new AppError('not_signed_in')
  const roles = listRoles(hub.read, userId)
  return {
    userId,
    login: user.login,
    name: user.display_name,
    roles,
    permissions: permissionsOf(roles),
    centreName: findCentre(hub.read, dayOf(now))?.name ?? '',
    isDemo: readSetting(hub.read, 'installation.demo'),
    mustChangePassword: user.must_change_password === 1,
    idleMinutes: readSetting(hub.read, 'session.idle-minutes'),
    hubTime: now,
  }
}

/**
 * Slows repeated wrong passwords; the same for a login that does not exist. A try counts as failed until it has
 * succeeded: many sent at once must not all slip in before the first is found wrong.
 */
function takeTry(hub: Hub, login: string, peer: string): void {
  refuseFor(hub.guard.takeTry(login, peer))
}

/** Slows a desk from which many logins are tried. */
function takeDeviceTry(hub: Hub, peer: string): void {
  refuseFor(hub.guard.takeTry(ANY_LOGIN, peer, FREE_AT_DEVICE))
}

function refuseFor(seconds: number): void {
  if (seconds > 0) {
    throw new AppError('too_many_attempts', `Thử sai nhiều lần. Chờ ${seconds} giây rồi thử lại.`, {
      retryAfterSeconds: seconds,
    })
  }
}

export const authCalls: CallUseCases<typeof authContract> = {
  signIn: async ({ hub, actor, now, peer, device, setSession }, input) => {
    const login = foldLogin(input.login)
    const desk = device?.name ?? input.desk
    takeTry(hub, login, peer)
    if (device) takeDeviceTry(hub, peer)
    const user = findUserByLogin(hub.read, login)
    const matches = await passwordMatches(user?.password_hash, input.password)
    if (!user || !matches || user.state !== 'active') {
      const reason = !user || !matches ? 'wrong' : 'disabled'
      await hub.writer.internal('recordRefusedSignIn', actor, now, {
        userId: user?.id ?? null,
        reason,
        desk,
      })
      if (reason === 'disabled') {
        throw new AppError('not_signed_in', 'Tài khoản này đã bị khóa. Gặp quản trị viên để mở lại.')
      }
      throw new AppError('not_signed_in', WRONG)
    }
    hub.guard.succeeded(login, peer)
    if (device) hub.guard.refund(ANY_LOGIN, peer)
    const token = newSessionToken()
    const session = {
      id: randomUUID(),
      userId: user.id,
      tokenHash: tokenHash(token),
      desk,
      deviceId: device?.id ?? null,
    }
    const { endedSessionIds } = await hub.writer.internal(
      'openSession',
      { ...actor, key: `user:${user.id}`, userId: user.id, name: user.display_name },
      now,
      session,
    )
    hub.guard.stopEnded((id) => endedSessionIds.includes(id))
    const opened = findSession(hub.read, session.tokenHash)
    if (opened) hub.seen.measure(opened, now)
    setSession(token)
    return meOf(hub, user.id, now)
  },
  me: ({ hub, actor, now }) => meOf(hub, actor.userId ?? '', now),
  signOut: async ({ hub, actor, now, setSession }) => {
    if (actor.sessionId) {
      await hub.writer.internal('endSession', actor, now, {
        sessionId: actor.sessionId,
        reason: 'signed-out',
      })
      hub.guard.stopEnded((id) => id === actor.sessionId)
    }
    setSession(null)
    return { ended: true }
  },
  stepUp: async ({ hub, actor, now, peer, setSession }, input) => {
    const user = findUser(hub.read, actor.userId ?? '')
    if (!user || !actor.sessionId) throw new AppError('not_signed_in')
    takeTry(hub, user.login, peer)
    if (!(await passwordMatches(user.password_hash, input.password))) {
      throw new AppError('invalid_input', 'Mật khẩu không đúng. Nhập lại mật khẩu của bạn.', {
        problems: [{ code: 'password-wrong', field: 'password', message: 'Mật khẩu không đúng.' }],
      })
    }
    hub.guard.succeeded(user.login, peer)
    const token = newSessionToken()
    await hub.writer.internal('stepUpSession', actor, now, {
      sessionId: actor.sessionId,
      tokenHash: tokenHash(token),
    })
    hub.seen.steppedUp(actor.sessionId)
    setSession(token)
    return { confirmed: true }
  },
  changePassword: async ({ hub, actor, now, peer }, input) => {
    const user = findUser(hub.read, actor.userId ?? '')
    if (!user) throw new AppError('not_signed_in')
    takeTry(hub, user.login, peer)
    if (!(await passwordMatches(user.password_hash, input.current))) {
      throw new AppError('invalid_input', 'Mật khẩu hiện tại không đúng.', {
        problems: [{ code: 'password-wrong', field: 'current', message: 'Mật khẩu hiện tại không đúng.' }],
      })
    }
    hub.guard.succeeded(user.login, peer)
    const problems = checkPassword(input.next, listRoles(hub.read, user.id), user.login).map((problem) => ({
      ...problem,
      field: 'next',
    }))
    if (problems.length > 0) throw new AppError('invalid_input', problems[0]?.message, { problems })
    await hub.writer.internal('setPassword', actor, now, {
      userId: user.id,
      passwordHash: await hashPassword(input.next),
      mustChange: false,
      keepSession: actor.sessionId,
    })
    return { changed: true }
  },
}
