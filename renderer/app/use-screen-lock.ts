import { useEffect } from 'react'
import { deskBridge } from '#renderer/api/desk-bridge.ts'
import type { SessionStore } from '#renderer/app/session-store.ts'

/** Locks with the PC: whoever locks Windows leaves no open screen behind. */
export function useScreenLock(store: SessionStore): void {
  useEffect(() => deskBridge()?.lock.onScreenLock(() => store.lock('locked')), [store])
}
