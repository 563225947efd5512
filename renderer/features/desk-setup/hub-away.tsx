import type { DeskBridge } from '#domain/desk/desk-bridge.ts'
import { formatInstant, type Instant } from '#domain/time/instant.ts'
import { FindHubForm } from '#renderer/features/desk-setup/find-hub-form.tsx'
import { ForgetHub } from '#renderer/features/desk-setup/forget-hub.tsx'
import { SetupPage } from '#renderer/features/desk-setup/setup-page.tsx'
import classes from './desk-setup.module.css'

export interface HubAwayProps {
  bridge: DeskBridge
  hubName: string
  since: Instant
}

/** The hub does not answer and nothing has been opened yet: it is tried again by itself, or elsewhere by hand. */
export function HubAway({ bridge, hubName, since }: HubAwayProps) {
  return (
    <SetupPage
      title="Chưa liên lạc được với máy chủ"
      lead={`${hubName} không trả lời từ ${formatInstant(since)}. Nẻo Về tự thử lại vài giây một lần.`}
    >
      <div className={classes.surface}>
        <ol className={classes.steps}>
          <li>Xem dây mạng của máy này và máy chủ đã bật chưa.</li>
          <li>Hỏi quản trị viên: máy chủ có thể đang tắt hoặc đã chuyển sang máy khác.</li>
        </ol>
        <FindHubForm bridge={bridge} acts={<ForgetHub bridge={bridge} act="Gắn với máy chủ khác" />} />
      </div>
    </SetupPage>
  )
}
