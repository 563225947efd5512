import { useState } from 'react'
import { instantFromMs, type Instant } from '#domain/time/instant.ts'
import { useDesk } from '#renderer/app/desk.ts'

/** The hub's clock as it stands while a form is drawn; this machine's where nobody is signed in. */
export function useHubNow(): Instant {
  const desk = useDesk()
  const [opened] = useState(() => instantFromMs(Date.now()))
  return desk?.now() ?? opened
}
