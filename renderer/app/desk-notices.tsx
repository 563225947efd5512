import { formatTime } from '#domain/time/instant.ts'
import { clockDoubtSentence, deskClockSentence } from '#domain/time/clock-doubt.ts'
import type { CaughtUp, Desk } from '#renderer/app/desk.ts'
import { UpdateNotice } from '#renderer/features/releases/update-notice.tsx'
import { formatNumber } from '#ui/format.ts'
import classes from './frame-layout.module.css'

/** What stands under the top bar: training data, clocks that differ, what was missed in a cut. */
export function DeskNotices({ desk }: { desk: Desk }) {
  const ownClock = deskClockSentence(desk.clockAheadMs)
  return (
    <>
      {desk.isDemo && <p className={classes.demo}>Dữ liệu mẫu để dùng thử. Không ghi người thật vào đây.</p>}
      <output>
        {desk.hubClockDoubt && (
          <span className={classes.warning}>{clockDoubtSentence(desk.hubClockDoubt)}</span>
        )}
        {ownClock && <span className={classes.warning}>{ownClock}</span>}
        {desk.caughtUp && <span className={classes.caughtUp}>{caughtUpSentence(desk.caughtUp)}</span>}
      </output>
      <UpdateNotice />
    </>
  )
}

function caughtUpSentence({ from, until, changes }: CaughtUp): string {
  const when = `Đã nối lại lúc ${formatTime(until)}, sau khi mất kết nối từ ${formatTime(from)}.`
  if (changes === null) return `${when} Mọi trang đã được tải lại từ máy chủ.`
  if (changes === 0) return `${when} Trong lúc đó không có gì thay đổi.`
  return `${when} Trong lúc đó có ${formatNumber(changes)} thay đổi; trang đang mở đã theo kịp.`
}
