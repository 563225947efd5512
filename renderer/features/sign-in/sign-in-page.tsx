import { UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Role } from '#domain/permissions/roles.ts'
import { ROLE_LABELS } from '#domain/permissions/roles.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useSessionStore } from '#renderer/app/session.ts'
import { SignInForm } from '#renderer/features/sign-in/sign-in-form.tsx'
import classes from './sign-in.module.css'

/** Where everybody begins. A fictitious centre offers its accounts by role. */
export function SignInPage() {
  const store = useSessionStore()
  const status = useQuery(api.setup.status.queryOptions({ input: {} }))
  const demoLogins = status.data?.demoLogins ?? []
  return (
    <main className={classes.page}>
      <title>Đăng nhập · Nẻo Về</title>
      <div className={classes.card}>
        <h1 className={classes.product}>Nẻo Về</h1>
        <p className={classes.centre}>{status.data?.centreName ?? ' '}</p>
        <SignInForm act="Đăng nhập" onSignIn={(login, password) => store.signIn(login, password)} />
      </div>
      {demoLogins.length > 0 && <DemoLogins logins={demoLogins} />}
    </main>
  )
}

interface DemoLogin {
  login: string
  name: string
  roles: readonly Role[]
  password: string
}

/** One click signs in as somebody of the fictitious centre. */
export function DemoLogins({ logins }: { logins: readonly DemoLogin[] }) {
  const store = useSessionStore()
  const [problem, setProblem] = useState<string | null>(null)
  const [busyLogin, setBusyLogin] = useState<string | null>(null)

  async function signIn({ login, password }: DemoLogin) {
    setBusyLogin(login)
    setProblem(null)
    try {
      await store.signIn(login, password)
    } catch (error) {
      setProblem(toHubError(error).message)
    } finally {
      setBusyLogin(null)
    }
  }

  return (
    <section className={classes.card} aria-label="Tài khoản dùng thử">
      <p className={classes.demoHead}>
        Dữ liệu mẫu, không có người thật. Bấm một vai trò để vào thử ngay; mọi tài khoản dùng mật khẩu{' '}
        <b>{logins[0]?.password}</b>.
      </p>
      <div className={classes.roles}>
        {logins.map((entry) => (
          <UnstyledButton
            key={entry.login}
            className={classes.role}
            disabled={busyLogin !== null}
            data-busy={busyLogin === entry.login || undefined}
            onClick={() => void signIn(entry)}
          >
            <b>{entry.roles.map((role) => ROLE_LABELS[role]).join(', ')}</b>
            <span>
              {entry.name} · {entry.login}
            </span>
          </UnstyledButton>
        ))}
      </div>
      <div role="alert" className={classes.error}>
        {problem}
      </div>
    </section>
  )
}
