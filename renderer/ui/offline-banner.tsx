import { IconPlugConnectedX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Instant } from '#domain/time/instant.ts'
import { formatTime } from '#domain/time/instant.ts'
import classes from './offline-banner.module.css'

export interface OfflineBannerProps {
  since: Instant
  /** The desktop program keeps drafts on this PC; a browser cannot. */
  keepsDrafts: boolean
  /** What the person may do about it, besides waiting. */
  act?: ReactNode
}

/** Says since when the hub is away, what still works, and what becomes of work in hand. */
export function OfflineBanner({ since, keepsDrafts, act }: OfflineBannerProps) {
  return (
    <div className={classes.banner}>
      <IconPlugConnectedX size={16} stroke={2} aria-hidden />
      <output>
        Mất kết nối với máy chủ từ <b>{formatTime(since)}</b>, đang tự nối lại. Vẫn đọc được trang đang mở;
        chưa lưu, chưa tìm được.{' '}
        {keepsDrafts
          ? 'Bản nháp được giữ mã hóa trên máy này và tự gửi khi nối lại.'
          : 'Chỉ phần nháp máy chủ đã nhận là chắc chắn còn: đừng đóng trang này trước khi nối lại.'}
      </output>
      {act}
    </div>
  )
}
