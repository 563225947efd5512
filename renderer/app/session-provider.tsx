import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { ROLE_LABELS } from '#domain/permissions/roles.ts'
import type { ChangeTopic } from '#domain/contract/feed.ts'
import type { HubClockDoubt } from '#domain/time/clock-doubt.ts'
import { instantFromMs, instantMs, type Instant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { featureOf, isTouched, tellChanges, type Change } from '#renderer/api/feed-changes.ts'
import { joinFeed, type FeedLine } from '#renderer/api/feed.ts'
import type { FeedMessage } from '#renderer/api/feed-stream.ts'
import { DeskContext, type CaughtUp, type Desk } from '#renderer/app/desk.ts'
import { requestSearch } from '#renderer/app/search-request.ts'
import { SessionCovers } from '#renderer/app/session-covers.tsx'
import { SessionContext, useSession, useSessionStore } from '#renderer/app/session.ts'
import { SessionStore } from '#renderer/app/session-store.ts'
import { useScreenLock } from '#renderer/app/use-screen-lock.ts'
import type { Connection } from '#ui/connection-state.tsx'

/** Changes that come within this time are passed on together, in milliseconds. */
const GATHER_MS = 120
const IDLE_CHECK_MS = 5000
const TWICE_MS = 600
/** How long it is told what happened while the hub was away. */
const CAUGHT_UP_SHOWN_MS = 60_000
const MINUTE_MS = 60_000

/** Around everything: who sits here, the live feed, and what covers the page while nobody may see it. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [store] = useState(() => new SessionStore())
  useEffect(() => {
    void store.start()
  }, [store])
  return (
    <SessionContext value={store}>
      <DeskProvider>{children}</DeskProvider>
    </SessionContext>
  )
}

function DeskProvider({ children }: { children: ReactNode }) {
  const store = useSessionStore()
  const session = useSession()
  const me = session.kind === 'signed-in' ? session.me : null
  const isOpen = session.kind === 'signed-in' && session.cover === null
  const { connection, clock, caughtUp, clockAheadMs, hubClockDoubt } = useFeed(
    store,
    isOpen ? (me?.userId ?? null) : null,
  )
  useIdleLock(store, isOpen)
  useScreenLock(store)

  const desk = useMemo<Desk | null>(
    () =>
      me && {
        userId: me.userId,
        userName: me.name,
        roles: me.roles,
        roleText: me.roles.map((role) => ROLE_LABELS[role]).join(' · '),
        centreName: me.centreName,
        isDemo: me.isDemo,
        permissions: me.permissions,
        connection,
        caughtUp,
        clockAheadMs,
        hubClockDoubt,
        now: clock,
        openSearch: requestSearch,
        lock: () => store.lock('locked'),
        signOut: () => void store.signOut(),
      },
    [me, connection, caughtUp, clockAheadMs, hubClockDoubt, clock, store],
  )
  return (
    <DeskContext value={desk}>
      {children}
      <SessionCovers />
    </DeskContext>
  )
}

/** Keeps the cache of answers in step with the hub while somebody is signed in. */
function useFeed(store: SessionStore, userId: string | null) {
  const queryClient = useQueryClient()
  const [connection, setConnection] = useState<Connection>({ state: 'connecting' })
  const [caughtUp, setCaughtUp] = useState<CaughtUp | null>(null)
  const [clockAheadMs, setClockAheadMs] = useState(0)
  const [hubClockDoubt, setHubClockDoubt] = useState<HubClockDoubt | null>(null)
  const offset = useRef(0)
  const line = useRef<FeedLine | null>(null)
  const [clock] = useState(() => () => instantFromMs(Date.now() + offset.current))

  useEffect(() => {
    const changes: Change[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    let awaySince: Instant | null = null
    let told: ReturnType<typeof setTimeout> | undefined

    /** Changes the hub made while this desk was away come right after its greeting. */
    function catchUp(from: Instant, until: Instant) {
      setCaughtUp({ from, until, changes: 0 })
      clearTimeout(told)
      told = setTimeout(() => setCaughtUp(null), CAUGHT_UP_SHOWN_MS)
    }

    function passOn() {
      timer = undefined
      const gathered = changes.splice(0)
      const topics = new Set<ChangeTopic>(gathered.map((change) => change.topic))
      void queryClient.invalidateQueries({
        predicate: (query) => isTouched(featureOf(query.queryKey), topics),
      })
      tellChanges(gathered)
      if (topics.has('users') || topics.has('centre')) void store.refreshMe().catch(() => undefined)
    }

    function listen(message: FeedMessage) {
      switch (message.type) {
        case 'online':
          offset.current = instantMs(message.hubTime) - Date.now()
          setClockAheadMs(Math.round(-offset.current / MINUTE_MS) * MINUTE_MS)
          setHubClockDoubt((before) =>
            isSameDoubt(before, message.clockDoubt) ? before : message.clockDoubt,
          )
          setConnection((before) => (before.state === 'online' ? before : { state: 'online' }))
          if (awaySince !== null) {
            void queryClient.invalidateQueries({
              predicate: ({ state }) => state.status === 'error' || state.isInvalidated,
            })
            catchUp(awaySince, message.hubTime)
          }
          awaySince = null
          return
        case 'offline':
          awaySince ??= message.since
          setConnection({ state: 'offline', since: message.since })
          return
        case 'signed-out':
          void store.ended().then((isSignedIn) => {
            const now = store.get()
            if (isSignedIn && now.kind === 'signed-in') line.current?.begin(now.me.userId)
          })
          return
        case 'event':
          if (message.event.type === 'change') {
            changes.push(message.event)
            const { at } = message.event
            setCaughtUp((before) => withMissed(before, at))
            timer ??= setTimeout(passOn, GATHER_MS)
          } else if (message.event.type === 'resync') {
            setCaughtUp((before) => before && { ...before, changes: null })
            void queryClient.invalidateQueries()
          } else if (message.event.type === 'job')
            void queryClient.invalidateQueries({
              queryKey: api.jobs.get.key({ input: { id: message.event.id } }),
            })
      }
    }

    line.current = joinFeed(listen)
    return () => {
      clearTimeout(timer)
      clearTimeout(told)
      line.current?.leave()
      line.current = null
    }
  }, [queryClient, store])

  useEffect(() => {
    if (userId !== null) line.current?.begin(userId)
  }, [userId])

  return { connection, clock, caughtUp, clockAheadMs, hubClockDoubt }
}

/** Counts a change that was made while the desk was away. */
function withMissed(caughtUp: CaughtUp | null, at: Instant): CaughtUp | null {
  if (!caughtUp || caughtUp.changes === null || at > caughtUp.until) return caughtUp
  return { ...caughtUp, changes: caughtUp.changes + 1 }
}

function isSameDoubt(one: HubClockDoubt | null, other: HubClockDoubt | null): boolean {
  return one?.kind === other?.kind && one?.byMs === other?.byMs
}

/** Locks after the house's idle minutes, and at once on Esc pressed twice where Esc has nothing else to close. */
function useIdleLock(store: SessionStore, isOpen: boolean): void {
  const closes = useRef(false)

  // A layout effect that stays: it must come before the listener of whatever Esc closes, which is gone after it.
  useLayoutEffect(() => {
    function beforeKey(event: KeyboardEvent) {
      if (event.key !== 'Escape') return
      closes.current = document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') !== null
    }
    window.addEventListener('keydown', beforeKey, { capture: true })
    return () => window.removeEventListener('keydown', beforeKey, { capture: true })
  }, [])

  useEffect(() => {
    if (!isOpen) return undefined
    let lastEscape = -TWICE_MS
    const active = () => store.active()
    function onKey(event: KeyboardEvent) {
      if (event.key !== 'Escape' || event.isComposing) return
      if (closes.current || event.defaultPrevented) {
        lastEscape = -TWICE_MS
        return
      }
      if (event.timeStamp - lastEscape < TWICE_MS) store.lock('locked')
      lastEscape = event.timeStamp
    }
    const timer = setInterval(() => store.checkIdle(), IDLE_CHECK_MS)
    for (const kind of ['pointerdown', 'keydown', 'wheel'] as const)
      window.addEventListener(kind, active, { passive: true, capture: true })
    window.addEventListener('keydown', onKey)
    return () => {
      clearInterval(timer)
      for (const kind of ['pointerdown', 'keydown', 'wheel'] as const)
        window.removeEventListener(kind, active, { capture: true })
      window.removeEventListener('keydown', onKey)
    }
  }, [store, isOpen])
}
