import { Loader } from '@mantine/core'
import { SetupPage } from '#renderer/features/desk-setup/setup-page.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import classes from './desk-setup.module.css'

/** The hub is on its way. @param isHere it runs on this PC */
export function HubStarting({ isHere }: { isHere: boolean }) {
  return (
    <SetupPage title={isHere ? 'Đang mở máy chủ' : 'Đang kết nối với máy chủ'}>
      <output className={classes.looking}>
        <Loader size="sm" aria-hidden />
        {isHere ? 'Đang mở dữ liệu của cơ sở…' : 'Đang so khóa của máy chủ…'}
      </output>
    </SetupPage>
  )
}

/** The hub on this PC cannot run. @param message why, and what to do */
export function HubStopped({ message }: { message: string }) {
  return (
    <SetupPage title="Máy chủ chưa chạy được" lead="Nẻo Về tự thử lại nửa phút một lần.">
      <ErrorState title="Vì sao" sentence={message} />
    </SetupPage>
  )
}
