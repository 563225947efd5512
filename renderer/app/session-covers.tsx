import { Button, Group } from '@mantine/core'
import { IconKey, IconLock, IconShieldCheck } from '@tabler/icons-react'
import type { CoverReason } from '#renderer/app/session-store.ts'
import { SessionCover } from '#renderer/app/session-cover.tsx'
import { useSession, useSessionStore } from '#renderer/app/session.ts'
import { ConfirmPasswordForm } from '#renderer/features/sign-in/confirm-password-form.tsx'
import { NewPasswordForm } from '#renderer/features/sign-in/new-password-form.tsx'
import { SignInForm } from '#renderer/features/sign-in/sign-in-form.tsx'
import classes from './session-cover.module.css'

const REASONS: Record<Exclude<CoverReason, 'new-password'>, string> = {
  locked: 'Màn hình đã khóa.',
  idle: 'Màn hình tự khóa vì một lúc không có thao tác nào.',
  ended: 'Phiên làm việc đã hết.',
}

/** What stands over the page: the lock, the first password, the question for the password before an act. */
export function SessionCovers() {
  const store = useSessionStore()
  const session = useSession()
  if (session.kind !== 'signed-in') return null
  const { me, cover } = session
  if (cover === 'new-password') {
    return (
      <SessionCover
        title="Đặt mật khẩu của riêng bạn"
        icon={<IconKey size={20} aria-hidden />}
        hides
        key="new"
      >
        <p className={classes.who}>
          Mật khẩu hiện tại do quản trị viên đặt cho <b>{me.name}</b>. Chọn mật khẩu chỉ mình bạn biết rồi làm
          tiếp.
        </p>
        <NewPasswordForm login={me.login} roles={me.roles} onDone={() => store.passwordChanged()} />
        <Group justify="flex-end" mt="sm">
          <Button variant="subtle" onClick={() => void store.signOut()}>
            Đăng xuất
          </Button>
        </Group>
      </SessionCover>
    )
  }
  if (cover !== null) {
    return (
      <SessionCover title="Đã khóa" icon={<IconLock size={20} aria-hidden />} hides key="lock">
        <p className={classes.who}>
          <b>{me.name}</b> <span className={classes.dimmed}>({me.login})</span>
          <br />
          {REASONS[cover]} Nội dung đang làm vẫn còn nguyên; nhập mật khẩu để làm tiếp.
        </p>
        <SignInForm
          login={me.login}
          act="Mở khóa"
          onSignIn={(login, password) => store.signIn(login, password)}
        />
        <Group justify="flex-end" mt="sm">
          <Button variant="subtle" onClick={() => void store.signOut()}>
            Người khác đăng nhập
          </Button>
        </Group>
      </SessionCover>
    )
  }
  if (session.isAskingPassword) {
    return (
      <SessionCover
        title="Xác nhận bằng mật khẩu"
        icon={<IconShieldCheck size={20} aria-hidden />}
        onCancel={() => store.answerPassword(false)}
        key="confirm"
      >
        <p className={classes.who}>
          Việc này cần mật khẩu của <b>{me.name}</b>. Xác nhận xong, việc được làm ngay.
        </p>
        <ConfirmPasswordForm
          onDone={() => store.answerPassword(true)}
          onCancel={() => store.answerPassword(false)}
        />
      </SessionCover>
    )
  }
  return null
}
