import type { FastifyRequest } from 'fastify'
import { findSession, listRoles } from '#db/queries/accounts/reader.ts'
import { isUsable } from '../auth/open-session.ts'
import { tokenHash } from '../auth/session-token.ts'
import type { Hub } from '../hub.ts'
import type { Actor } from '../use-case.ts'

/** Nobody: who asks for the sign-in screen. */
const STRANGER: Actor = { key: 'anonymous', userId: null, name: '', roles: [], sessionId: null, desk: '' }

/** Cookies ignore ports: the name carries the installation, so that two hubs on one PC do not sign each other out. */
function cookieName(installationId: string): string {
  return `nv_${installationId.slice(0, 8)}`
}

/** The `Set-Cookie` text that gives or takes a session. */
export function sessionCookie(installationId: string, token: string | null): string {
  const base = `${cookieName(installationId)}=${token ?? ''}; Path=/; HttpOnly; Secure; SameSite=Strict`
  return token === null ? `${base}; Max-Age=0` : base
}

function tokenOf(request: FastifyRequest, installationId: string): string | undefined {
  const name = `${cookieName(installationId)}=`
  const found = (request.headers.cookie ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(name))
  return found?.slice(name.length)
}

export interface Identified {
  actor: Actor
  /** Milliseconds since the password was confirmed; null when it was not. */
  sinceStepUp: number | null
  mustChangePassword: boolean
}

/**
 * Whose request it is. A session that was ended, is too old, or has been idle too long is nobody's; so is one of
 * a disabled account. Looked up on every request: nothing about a session is believed from the client.
 * @param counts false for requests the screen makes by itself: they do not keep a session awake
 */
export function identify(hub: Hub, request: FastifyRequest, counts: boolean): Identified {
  const nobody = { actor: STRANGER, sinceStepUp: null, mustChangePassword: false }
  const token = tokenOf(request, hub.folder.installationId)
  if (!token) return nobody
  const session = findSession(hub.read, tokenHash(token))
  if (!session || !isUsable(hub, session)) return nobody
  // A token taken from one desk opens nothing on another.
  if (session.device_id !== (request.device?.id ?? null)) return nobody
  if (counts) hub.seen.touch(session.id, hub.now())
  return {
    actor: {
      key: `user:${session.user_id}`,
      userId: session.user_id,
      name: session.display_name,
      roles: listRoles(hub.read, session.user_id),
      sessionId: session.id,
      desk: session.desk,
    },
    sinceStepUp: hub.seen.sinceStepUp(session.id),
    mustChangePassword: session.must_change_password === 1,
  }
}
