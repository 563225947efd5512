import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { checkPassword } from '#domain/accounts/password-policy.ts'
import type { UserLine } from '#domain/contract/users.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PasswordBox } from '#renderer/features/sign-in/password-box.tsx'
import { PasswordRules } from '#renderer/features/sign-in/password-rules.tsx'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { formatMoment } from '#ui/format.ts'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './users.module.css'

type Act = 'state' | 'password' | 'sessions'

/** Facts of an account and what an administrator may do with it beyond editing. */
export function UserActs({ user }: { user: UserLine }) {
  const desk = useDesk()
  const queryClient = useQueryClient()
  const [asking, setAsking] = useState<Act | null>(null)
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const isDisabled = user.state === 'disabled'

  function ask(act: Act | null) {
    setAsking(act)
    setProblem(null)
    setPassword('')
  }

  async function carryOut(work: () => Promise<string>) {
    setIsBusy(true)
    setProblem(null)
    try {
      const message = await work()
      await queryClient.invalidateQueries({ queryKey: api.users.key() })
      ask(null)
      showNotice(message)
    } catch (error) {
      setProblem(toHubError(error).message)
    } finally {
      setIsBusy(false)
    }
  }

  function changeState() {
    const state = isDisabled ? 'active' : 'disabled'
    void carryOut(async () => {
      await hub.users.setState({ id: user.id, version: user.version, state })
      return isDisabled ? `Đã mở lại tài khoản ${user.login}.` : `Đã khóa tài khoản ${user.login}.`
    })
  }

  function resetPassword() {
    const rule = checkPassword(password, user.roles, user.login)[0]
    if (rule) {
      setProblem(rule.message)
      return
    }
    void carryOut(async () => {
      await hub.users.resetPassword({ id: user.id, password })
      return `Đã đặt lại mật khẩu của ${user.login}. Người dùng phải đổi khi đăng nhập.`
    })
  }

  function endSessions() {
    void carryOut(async () => {
      const { ended } = await hub.users.endSessions({ id: user.id })
      return `Đã kết thúc ${ended} phiên của ${user.login}.`
    })
  }

  return (
    <>
      <dl className={classes.facts}>
        <dt>Trạng thái</dt>
        <dd>
          {isDisabled ? (
            <ToneChip tone="ended" text="Đã khóa" />
          ) : (
            <ToneChip tone="ok" text="Đang dùng" quiet />
          )}
        </dd>
        <dt>Mật khẩu</dt>
        <dd>{user.mustChangePassword ? 'phải đổi khi đăng nhập' : 'do người dùng đặt'}</dd>
        <dt>Phiên đang mở</dt>
        <dd>{user.openSessions}</dd>
        <dt>Hoạt động lần cuối</dt>
        <dd>
          {user.lastSeenAt ? formatMoment(user.lastSeenAt, desk?.now() ?? user.lastSeenAt) : 'chưa đăng nhập'}
        </dd>
      </dl>
      <div className={classes.acts}>
        <div>
          <h3>Đặt lại mật khẩu</h3>
          <p>Khi người dùng quên mật khẩu. Các phiên đang mở kết thúc ngay.</p>
          <Button variant="default" onClick={() => ask('password')}>
            Đặt lại mật khẩu
          </Button>
        </div>
        <div>
          <h3>Kết thúc phiên</h3>
          <p>Khi người dùng quên đăng xuất ở máy khác.</p>
          <Button variant="default" disabled={user.openSessions === 0} onClick={() => ask('sessions')}>
            Kết thúc mọi phiên
          </Button>
        </div>
        <div>
          <h3>{isDisabled ? 'Mở lại tài khoản' : 'Khóa tài khoản'}</h3>
          <p>
            {isDisabled
              ? 'Người dùng đăng nhập lại được với mật khẩu cũ.'
              : 'Người dùng không đăng nhập được nữa; mọi việc đã làm vẫn giữ tên trong nhật ký.'}
          </p>
          <Button variant="default" color={isDisabled ? undefined : 'red'} onClick={() => ask('state')}>
            {isDisabled ? 'Mở lại tài khoản' : 'Khóa tài khoản'}
          </Button>
        </div>
      </div>
      <ConfirmAct
        opened={asking === 'state'}
        onClose={() => ask(null)}
        title={isDisabled ? `Mở lại tài khoản ${user.login}?` : `Khóa tài khoản ${user.login}?`}
        act={isDisabled ? 'Mở lại tài khoản' : 'Khóa tài khoản'}
        danger={!isDisabled}
        busy={isBusy}
        problem={problem}
        onConfirm={changeState}
      >
        {isDisabled
          ? `${user.name} lại đăng nhập được ngay.`
          : `${user.name} bị đăng xuất khỏi mọi máy trong một giây. Mở lại được bất cứ lúc nào.`}
      </ConfirmAct>
      <ConfirmAct
        opened={asking === 'sessions'}
        onClose={() => ask(null)}
        title={`Kết thúc ${user.openSessions} phiên của ${user.login}?`}
        act="Kết thúc mọi phiên"
        busy={isBusy}
        problem={problem}
        onConfirm={endSessions}
      >
        Màn hình của {user.name} bị khóa ngay; bản nháp đang nhập vẫn còn và mở lại được bằng mật khẩu.
      </ConfirmAct>
      <ConfirmAct
        opened={asking === 'password'}
        onClose={() => ask(null)}
        title={`Đặt lại mật khẩu của ${user.login}?`}
        act="Đặt lại mật khẩu"
        busy={isBusy}
        problem={problem}
        onConfirm={resetPassword}
      >
        <p>Đưa mật khẩu này tận tay cho {user.name}; người dùng phải đổi ngay khi đăng nhập.</p>
        <label htmlFor="mat-khau-moi">Mật khẩu lần đầu</label>
        <PasswordBox id="mat-khau-moi" value={password} onChange={setPassword} isNew />
        <PasswordRules password={password} login={user.login} roles={user.roles} />
      </ConfirmAct>
    </>
  )
}
