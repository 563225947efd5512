import { useEffect, useState } from 'react'
import { instantFromMs, type Instant } from '#domain/time/instant.ts'
import { useDesk } from '#renderer/app/desk.ts'

const TICK_MS = 5_000

/** The hub's clock, anew every few seconds: for what counts down. */
export function useTickingNow(): Instant {
  const desk = useDesk()
  const read = () => desk?.now() ?? instantFromMs(Date.now())
  const [now, setNow] = useState(read)
  useEffect(() => {
    const timer = setInterval(() => setNow(read()), TICK_MS)
    return () => clearInterval(timer)
  })
  return now
}
