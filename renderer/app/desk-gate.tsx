import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import type { DeskBridge, HubState } from '#domain/desk/desk-bridge.ts'
import { deskBridge } from '#renderer/api/desk-bridge.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import classes from './desk-gate.module.css'

const DeskSetup = lazy(async () => {
  const { DeskSetup: component } = await import('#renderer/features/desk-setup/desk-setup.tsx')
  return { default: component }
})

/**
 * In the desktop program: what this PC is and which hub it belongs to come before everything else. In a browser the
 * hub is the one the page came from.
 */
export function DeskGate({ children }: { children: ReactNode }) {
  const bridge = deskBridge()
  return bridge ? <HubGate bridge={bridge}>{children}</HubGate> : children
}

/** States in which work on the page may go on: what was typed stays, and nothing is sent by itself. */
function isUsable(state: HubState, hasPage: boolean): boolean {
  switch (state.kind) {
    case 'connected':
      return true
    // The hub is coming back: the page says itself that it waits.
    case 'away':
    case 'starting':
    case 'stopped':
      return hasPage
    default:
      return false
  }
}

function HubGate({ bridge, children }: { bridge: DeskBridge; children: ReactNode }) {
  const [state, setState] = useState<HubState | null>(null)
  const [hasPage, setHasPage] = useState(false)
  /** The screen that pairs says itself when the person has read what it found. */
  const [isPairing, setIsPairing] = useState(false)

  useEffect(() => {
    let isCurrent = true
    function take(next: HubState) {
      if (!isCurrent) return
      setState(next)
    }
    const stop = bridge.hub.onState(take)
    void bridge.hub.state().then(take)
    return () => {
      isCurrent = false
      stop()
    }
  }, [bridge])

  const isOpen = state !== null && !isPairing && isUsable(state, hasPage)
  // Once opened, the page stays under whatever covers it: what was typed is not lost.
  if (isOpen && !hasPage) setHasPage(true)

  if (!state) return <PagePending />
  return (
    <>
      {(isOpen || hasPage) && (
        <div className={classes.page} inert={!isOpen}>
          {children}
        </div>
      )}
      {!isOpen && (
        <div className={classes.cover}>
          <Suspense fallback={<PagePending />}>
            <DeskSetup bridge={bridge} state={state} onPairing={setIsPairing} isPairing={isPairing} />
          </Suspense>
        </div>
      )}
    </>
  )
}
