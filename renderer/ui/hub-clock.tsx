import { useEffect, useState } from 'react'
import { formatTime, type Instant } from '#domain/time/instant.ts'
import classes from './app-frame.module.css'

/** The hub's time of day; desks may be wrong, the hub's clock is the one records carry. */
export function HubClock({ now }: { now: () => Instant }) {
  const [text, setText] = useState(() => formatTime(now()))
  useEffect(() => {
    const timer = setInterval(() => setText(formatTime(now())), 1000)
    return () => clearInterval(timer)
  }, [now])
  return (
    <time className={classes.clock} aria-label={`Giờ máy chủ ${text}`}>
      {text}
    </time>
  )
}
