import type { DeskBridge, HubState } from '#domain/desk/desk-bridge.ts'
import { ForgetHub } from '#renderer/features/desk-setup/forget-hub.tsx'
import { SetupPage } from '#renderer/features/desk-setup/setup-page.tsx'
import classes from './desk-setup.module.css'

export interface KeyChangedProps {
  bridge: DeskBridge
  state: Extract<HubState, { kind: 'key-changed' }>
}

/** Another key answers where the hub was: nothing was sent, and what to do about it. */
export function KeyChanged({ bridge, state }: KeyChangedProps) {
  return (
    <SetupPage
      title="Khóa của máy chủ đã đổi"
      lead={`Máy ở địa chỉ ${state.host} không giữ khóa của ${state.hubName}. Nẻo Về đã dừng và chưa gửi gì cho máy đó.`}
    >
      <div className={classes.surface} role="alert">
        <dl className={classes.pins}>
          <div>
            <dt>Dấu vân khóa máy này đã ghi nhớ</dt>
            <dd>{state.expected}</dd>
          </div>
          <div>
            <dt>Dấu vân khóa vừa thấy</dt>
            <dd>{state.seen === '' ? 'không có' : state.seen}</dd>
          </div>
        </dl>
        <ol className={classes.steps}>
          <li>Báo quản trị viên và đọc cả hai dấu vân khóa. Chưa làm gì tiếp trên máy này.</li>
          <li>
            Quản trị viên xem dấu vân khóa thật ở trang Thiết bị. Nếu giống dấu đã ghi nhớ: có máy lạ đứng ở
            địa chỉ của máy chủ; tìm và gỡ máy đó, Nẻo Về tự kết nối lại.
          </li>
          <li>Nếu máy chủ được cài mới và có khóa mới: quản trị viên cấp mã, rồi gắn lại máy này.</li>
        </ol>
        <div className={classes.acts}>
          <ForgetHub bridge={bridge} act="Gắn lại với mã mới" />
        </div>
      </div>
    </SetupPage>
  )
}
