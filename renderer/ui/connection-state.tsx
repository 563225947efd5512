import { IconLoader2, IconPlugConnectedX, IconPointFilled } from '@tabler/icons-react'
import { formatTime, type Instant } from '#domain/time/instant.ts'
import classes from './app-frame.module.css'

/** How this desk stands with the hub. */
export type Connection = { state: 'online' } | { state: 'connecting' } | { state: 'offline'; since: Instant }

/** The connection in words, with a sign. */
export function ConnectionState({ connection }: { connection: Connection }) {
  switch (connection.state) {
    case 'online':
      return (
        <span className={classes.connection} data-state="online">
          <IconPointFilled size={14} aria-hidden />
          <span>trực tuyến</span>
        </span>
      )
    case 'connecting':
      return (
        <span className={classes.connection} data-state="connecting">
          <IconLoader2 size={14} aria-hidden />
          <span>đang nối…</span>
        </span>
      )
    case 'offline':
      return (
        <span className={classes.connection} data-state="offline">
          <IconPlugConnectedX size={14} aria-hidden />
          <span>mất kết nối từ {formatTime(connection.since)}</span>
        </span>
      )
  }
}
