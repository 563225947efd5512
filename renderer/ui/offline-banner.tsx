import { IconPlugConnectedX } from '@tabler/icons-react'
import type { Instant } from '#domain/time/instant.ts'
import { formatTime } from '#domain/time/instant.ts'
import classes from './offline-banner.module.css'

/** Says since when the hub is away and what that means for work in hand. */
export function OfflineBanner({ since }: { since: Instant }) {
  return (
    <output className={classes.banner}>
      <IconPlugConnectedX size={16} stroke={2} aria-hidden />
      <span>
        Mất kết nối từ <b>{formatTime(since)}</b> – đang thử lại; nội dung đang nhập được giữ.
      </span>
    </output>
  )
}
