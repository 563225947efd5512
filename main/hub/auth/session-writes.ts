import { qb } from '#db/connection/query-builder.ts'
import type { WriteDb } from '#db/connection/handles.ts'
import { addHours } from '#domain/time/instant.ts'
import type { WriteContext } from '../use-case.ts'
import { ABSOLUTE_HOURS } from './seen-sessions.ts'

const SESSIONS_PER_USER = 2

/** Opens a session and ends the user's oldest beyond two. Returns the ids that ended. */
export function openSession(
  db: WriteDb,
  context: WriteContext,
  input: { id: string; userId: string; tokenHash: string; desk: string; deviceId: string | null },
): { endedSessionIds: string[] } {
  db.run(
    qb.insertInto('session').values({
      id: input.id,
      token_hash: input.tokenHash,
      user_id: input.userId,
      desk: input.desk,
      device_id: input.deviceId,
      created_at: context.now,
      seen_at: context.now,
      expires_at: addHours(context.now, ABSOLUTE_HOURS),
    }),
  )
  const open = db.all(
    qb
      .selectFrom('session')
      .select('id')
      .where('user_id', '=', input.userId)
      .where('ended_at', 'is', null)
      .orderBy('created_at', 'desc')
      .orderBy('id'),
  )
  const surplus = open
    .map((row) => row.id)
    .filter((id) => id !== input.id)
    .slice(SESSIONS_PER_USER - 1)
  endAll(db, surplus, context.now, 'too-many')
  context.audit({
    action: 'session.opened',
    subject: { kind: 'user', id: input.userId },
    facts: { desk: input.desk },
  })
  return { endedSessionIds: surplus }
}

export function endSession(
  db: WriteDb,
  context: WriteContext,
  input: { sessionId: string; reason: 'signed-out' | 'idle' | 'expired' },
): null {
  endAll(db, [input.sessionId], context.now, input.reason)
  context.audit({ action: 'session.ended', facts: { reason: input.reason } })
  return null
}

/** Book-keeping, outside the audit: when a session was last used. */
export function touchSessions(
  db: WriteDb,
  _context: WriteContext,
  input: { seen: { sessionId: string; at: string }[] },
): null {
  for (const { sessionId, at } of input.seen) {
    db.run(
      qb.updateTable('session').set({ seen_at: at }).where('id', '=', sessionId).where('seen_at', '<', at),
    )
  }
  return null
}

/** Notes the confirmed password and gives the session a new token, so that an older one opens nothing more. */
export function stepUpSession(
  db: WriteDb,
  context: WriteContext,
  input: { sessionId: string; tokenHash: string },
): null {
  db.run(
    qb
      .updateTable('session')
      .set({ stepped_up_at: context.now, token_hash: input.tokenHash })
      .where('id', '=', input.sessionId)
      .where('ended_at', 'is', null),
  )
  context.audit({ action: 'session.stepped-up' })
  return null
}

/** Ends every open session of a user, but for one if given. Returns their ids. */
export function endSessionsOf(
  db: WriteDb,
  userId: string,
  now: string,
  reason: string,
  except?: string,
): string[] {
  const ids = db
    .all(qb.selectFrom('session').select('id').where('user_id', '=', userId).where('ended_at', 'is', null))
    .map((row) => row.id)
    .filter((id) => id !== except)
  endAll(db, ids, now, reason)
  return ids
}

/** Ends every open session on a device. */
export function endSessionsAt(db: WriteDb, deviceId: string, now: string): void {
  const open = qb.selectFrom('session').select('id').where('device_id', '=', deviceId)
  const ids = db.all(open.where('ended_at', 'is', null)).map((row) => row.id)
  endAll(db, ids, now, 'device-revoked')
}

function endAll(db: WriteDb, ids: readonly string[], now: string, reason: string): void {
  for (const id of ids) {
    db.run(
      qb
        .updateTable('session')
        .set({ ended_at: now, end_reason: reason })
        .where('id', '=', id)
        .where('ended_at', 'is', null),
    )
  }
}

/** A refused sign-in, for the security record: the login typed is not kept, it may be a password. */
export function recordRefusedSignIn(
  _db: WriteDb,
  context: WriteContext,
  input: { userId: string | null; reason: string; desk: string },
): null {
  context.audit({
    action: 'session.refused',
    ...(input.userId === null ? {} : { subject: { kind: 'user', id: input.userId } }),
    facts: { reason: input.reason, desk: input.desk },
  })
  return null
}
