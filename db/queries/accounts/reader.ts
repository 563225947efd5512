import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'
import type { Role } from '#domain/permissions/roles.ts'

const byLogin = prepared<{ login: string }>()((p) =>
  qb.selectFrom('user').selectAll().where('login', '=', p.login),
)
const byId = prepared<{ id: string }>()((p) => qb.selectFrom('user').selectAll().where('id', '=', p.id))
const rolesById = prepared<{ id: string }>()((p) =>
  qb.selectFrom('user_role').select('role').where('user_id', '=', p.id).orderBy('role'),
)
const sessions = qb
  .selectFrom('session')
  .innerJoin('user', 'user.id', 'session.user_id')
  .select([
    'session.id',
    'session.user_id',
    'session.desk',
    'session.device_id',
    'session.seen_at',
    'session.expires_at',
    'session.stepped_up_at',
    'session.ended_at',
    'user.state',
    'user.login',
    'user.display_name',
    'user.must_change_password',
  ])
const sessionByToken = prepared<{ hash: string }>()((p) => sessions.where('session.token_hash', '=', p.hash))
const sessionById = prepared<{ id: string }>()((p) => sessions.where('session.id', '=', p.id))

/** How a login is stored and compared: trimmed, NFC, lower case. */
export function foldLogin(login: string): string {
  return login.trim().normalize('NFC').toLowerCase()
}

export function findUserByLogin(db: ReadDb, login: string) {
  return byLogin.get(db, { login: foldLogin(login) })
}

export function findUser(db: ReadDb, id: string) {
  return byId.get(db, { id })
}

export function listRoles(db: ReadDb, userId: string): Role[] {
  return rolesById.all(db, { id: userId }).map((row) => row.role)
}

export function findSession(db: ReadDb, tokenHash: string) {
  return sessionByToken.get(db, { hash: tokenHash })
}

export function findSessionById(db: ReadDb, id: string) {
  return sessionById.get(db, { id })
}
export type SessionRow = NonNullable<ReturnType<typeof findSession>>

/** Sessions that were not ended and are not too old by the wall clock. */
export function listUnendedSessions(db: ReadDb, now: string): SessionRow[] {
  return db.all(sessions.where('session.ended_at', 'is', null).where('session.expires_at', '>', now))
}

/** When a session ended; null while it is open, the empty text when there is no such session. */
export function findSessionEnd(db: ReadDb, sessionId: string): string | null {
  const row = db.get(qb.selectFrom('session').select('ended_at').where('id', '=', sessionId))
  return row ? row.ended_at : ''
}

export function countUsers(db: ReadDb): number {
  return Number(db.get(qb.selectFrom('user').select((e) => e.fn.countAll<number>().as('count')))?.count ?? 0)
}

/** Every account with what the list of users shows; sessions that could still be used at `now` count as open. */
export function listUsers(db: ReadDb, now = '') {
  return db
    .all(
      qb
        .selectFrom('user')
        .select((e) => [
          'user.id',
          'user.login',
          'user.display_name',
          'user.state',
          'user.must_change_password',
          'user.version',
          e
            .selectFrom('session')
            .select((s) => s.fn.max('session.seen_at').as('seen'))
            .whereRef('session.user_id', '=', 'user.id')
            .as('last_seen_at'),
          e
            .selectFrom('session')
            .select((s) => s.fn.countAll<number>().as('open'))
            .whereRef('session.user_id', '=', 'user.id')
            .where('session.ended_at', 'is', null)
            .where('session.expires_at', '>', now)
            .as('open_sessions'),
        ])
        .orderBy('user.login'),
    )
    .map((row) => ({
      id: row.id,
      login: row.login,
      name: row.display_name,
      roles: listRoles(db, row.id),
      state: row.state,
      mustChangePassword: row.must_change_password === 1,
      lastSeenAt: row.last_seen_at,
      openSessions: Number(row.open_sessions ?? 0),
      version: row.version,
    }))
}

/** Sessions that are still open at an instant, most recently used first. */
export function listOpenSessions(db: ReadDb, now: string) {
  return db.all(
    qb
      .selectFrom('session')
      .innerJoin('user', 'user.id', 'session.user_id')
      .select(['session.id', 'session.desk', 'session.seen_at', 'user.display_name'])
      .where('session.ended_at', 'is', null)
      .where('session.expires_at', '>', now)
      .orderBy('session.seen_at', 'desc')
      .limit(100),
  )
}
