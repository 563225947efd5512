import { Loader } from '@mantine/core'
import { SetupPage } from '#renderer/features/desk-setup/setup-page.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import classes from './desk-setup.module.css'

/** The hub on this PC is on its way, or cannot run. @param message why it cannot, and what to do */
export function HubStarting({ message }: { message: string | null }) {
  if (message !== null) {
    return (
      <SetupPage title="Máy chủ chưa chạy được" lead="Nẻo Về tự thử lại nửa phút một lần.">
        <ErrorState title="Vì sao" sentence={message} />
      </SetupPage>
    )
  }
  return (
    <SetupPage title="Đang mở máy chủ">
      <output className={classes.looking}>
        <Loader size="sm" aria-hidden />
        Đang mở dữ liệu của cơ sở…
      </output>
    </SetupPage>
  )
}
