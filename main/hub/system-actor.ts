import { userInfo } from 'node:os'
import type { Actor } from './use-case.ts'

/** The hub itself, for its own book-keeping. */
export const SYSTEM_ACTOR: Actor = {
  key: 'system:hub',
  userId: null,
  name: 'Máy chủ',
  roles: [],
  sessionId: null,
  desk: '',
}

/** Commands typed on the hub's PC, with the operating system's user. */
export function commandActor(): Actor {
  return { ...SYSTEM_ACTOR, key: `system:cli:${userInfo().username}`, name: 'Dòng lệnh' }
}
