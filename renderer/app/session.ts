import { createContext, useContext, useSyncExternalStore } from 'react'
import type { SessionState, SessionStore } from '#renderer/app/session-store.ts'

export const SessionContext = createContext<SessionStore | null>(null)

/** The session's acts: sign in, lock, sign out. */
export function useSessionStore(): SessionStore {
  const store = useContext(SessionContext)
  if (!store) throw new Error('no session around this component')
  return store
}

/** How the session stands. */
export function useSession(): SessionState {
  const store = useSessionStore()
  return useSyncExternalStore(store.subscribe, store.get)
}
