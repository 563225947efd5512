import type { DeskBridge } from '#domain/desk/desk-bridge.ts'
import { ForgetHub } from '#renderer/features/desk-setup/forget-hub.tsx'
import { SetupPage } from '#renderer/features/desk-setup/setup-page.tsx'
import classes from './desk-setup.module.css'

/** The administrator has shut this desk out. */
export function DeskRevoked({ bridge, hubName }: { bridge: DeskBridge; hubName: string }) {
  return (
    <SetupPage title="Máy trạm này đã bị thu hồi" lead={`${hubName} không nhận chứng thư của máy này nữa.`}>
      <div className={classes.surface} role="alert">
        <ol className={classes.steps}>
          <li>Hỏi quản trị viên: máy bị thu hồi khi báo mất, khi đổi chủ, hoặc khi chứng thư đã hết hạn.</li>
          <li>Nếu máy vẫn được dùng: quản trị viên cấp mã ghép máy mới, rồi gắn lại ở đây.</li>
        </ol>
        <div className={classes.acts}>
          <ForgetHub bridge={bridge} act="Gắn lại với mã mới" />
        </div>
      </div>
    </SetupPage>
  )
}
