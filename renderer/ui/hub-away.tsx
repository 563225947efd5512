import { createContext, useContext } from 'react'
import { formatTime, type Instant } from '#domain/time/instant.ts'
import classes from './hub-away.module.css'

/** Since when the hub is away; null while it is there. */
export const HubAwayContext = createContext<Instant | null>(null)

/** Beside a button that writes: why nothing can be sent now, and that nothing is lost. */
export function HubAwayNote() {
  const since = useContext(HubAwayContext)
  return (
    <output className={classes.note}>
      {since !== null &&
        `Chưa gửi được: máy chủ mất kết nối từ ${formatTime(since)}. Nội dung vẫn còn ở đây, bấm lại khi nối được.`}
    </output>
  )
}
