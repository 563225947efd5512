import { findSessionById, type SessionRow } from '#db/queries/accounts/reader.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import type { Hub } from '../hub.ts'

/** True for a session that was not ended, is not too old, has not idled too long, and whose account is active. */
export function isUsable(hub: Hub, session: SessionRow): boolean {
  if (session.ended_at !== null || session.state !== 'active') return false
  const idleMs = readSetting(hub.read, 'session.idle-minutes') * 60_000
  return hub.seen.isInTime(session, idleMs, hub.now())
}

/** The same by id, for what stays open longer than a request. */
export function isSessionOpen(hub: Hub, sessionId: string): boolean {
  const session = findSessionById(hub.read, sessionId)
  return session !== undefined && isUsable(hub, session)
}
