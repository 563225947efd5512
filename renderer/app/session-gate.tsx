import { Outlet, useLocation, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useSession, useSessionStore } from '#renderer/app/session.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { HubWaiting } from '#renderer/features/keys/hub-waiting.tsx'

const FIRST_RUN = '/bat-dau'
const SIGN_IN = '/dang-nhap'

/** Lets a page through to whom it is for: first run, sign-in, and everything behind them. */
export function SessionGate() {
  const session = useSession()
  const store = useSessionStore()
  const { path, back } = useLocation({
    select: (location) => ({ path: location.pathname, back: location.href }),
  })
  switch (session.kind) {
    case 'starting':
      return (
        <main>
          <PagePending />
        </main>
      )
    case 'unreachable':
      return (
        <main>
          <HubWaiting message={session.message} onBack={() => void store.start()} />
        </main>
      )
    case 'empty':
      return path === FIRST_RUN ? <Outlet /> : <GoTo href={FIRST_RUN} />
    case 'signed-out':
      return path === SIGN_IN ? <Outlet /> : <GoTo href={signInHref(back)} />
    case 'signed-in':
      if (!session.hasPage) return null
      return path === SIGN_IN || path === FIRST_RUN ? <GoOn /> : <Outlet />
  }
}

function signInHref(back: string): string {
  return back === '/' ? SIGN_IN : `${SIGN_IN}?tiep=${encodeURIComponent(back)}`
}

/** Back to the page that was asked for before signing in. */
function GoOn() {
  const wanted = new URLSearchParams(globalThis.location.search).get('tiep')
  const isOurs = wanted !== null && /^\/(?![/\\])/.test(wanted) && !wanted.startsWith(SIGN_IN)
  return <GoTo href={isOurs ? wanted : '/'} />
}

function GoTo({ href }: { href: string }) {
  const { history } = useRouter()
  useEffect(() => history.replace(href), [history, href])
  return null
}
