import { createContext, useContext } from 'react'
import type { Instant } from '#domain/time/instant.ts'
import type { Role } from '#domain/permissions/roles.ts'
import type { Permission } from '#domain/permissions/permissions.ts'
import type { HubClockDoubt } from '#domain/time/clock-doubt.ts'
import type { Connection } from '#ui/connection-state.tsx'

/** What a desk heard of when it was connected again. */
export interface CaughtUp {
  from: Instant
  until: Instant
  /** How many changes were made meanwhile; null when too many to tell one by one. */
  changes: number | null
}

/** What the frame knows about this desk: who sits at it and how it stands with the hub. */
export interface Desk {
  userId: string
  userName: string
  roles: readonly Role[]
  /** Roles and post in words. */
  roleText: string
  centreName: string
  /** A fictitious centre: every page says so. */
  isDemo: boolean
  permissions: readonly Permission[]
  connection: Connection
  /** After a cut, for a minute. */
  caughtUp: CaughtUp | null
  /** This desk's clock minus the hub's in milliseconds, to the minute. */
  clockAheadMs: number
  hubClockDoubt: HubClockDoubt | null
  /** The hub's clock. */
  now: () => Instant
  openSearch: () => void
  lock: () => void
  signOut: () => void
}

/** Null while nobody is signed in: pages then stand without the frame. */
export const DeskContext = createContext<Desk | null>(null)

/** The desk's facts for pages inside the frame. */
export function useDesk(): Desk | null {
  return useContext(DeskContext)
}
