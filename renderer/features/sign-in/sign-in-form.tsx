import { Button, TextInput } from '@mantine/core'
import { useEffect, useId, useState, type SubmitEvent } from 'react'
import { toHubError } from '#renderer/api/hub-error.ts'
import { PasswordBox } from '#renderer/features/sign-in/password-box.tsx'
import classes from './sign-in.module.css'

export interface SignInFormProps {
  /** The one login that may sign in here; asked for when absent. */
  login?: string
  act: string
  onSignIn: (login: string, password: string) => Promise<void>
}

/** Login and password. Wrong tries wait as long as the hub says, counted down on the button. */
export function SignInForm({ login, act, onSignIn }: SignInFormProps) {
  const id = useId()
  const [typedLogin, setTypedLogin] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const { seconds, start } = useCountdown()

  async function signIn() {
    const name = login ?? typedLogin
    if (name.trim() === '' || password === '') {
      setProblem(name.trim() === '' ? 'Nhập tên đăng nhập.' : 'Nhập mật khẩu.')
      return
    }
    setIsBusy(true)
    setProblem(null)
    try {
      await onSignIn(name, password)
    } catch (error) {
      const { message, details } = toHubError(error)
      setProblem(message)
      setPassword('')
      if (details.retryAfterSeconds !== undefined) start(details.retryAfterSeconds)
    } finally {
      setIsBusy(false)
    }
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!isBusy && seconds === 0) void signIn()
  }

  return (
    <form className={classes.form} onSubmit={onSubmit} noValidate>
      {login === undefined && (
        <div>
          <label htmlFor={`${id}-login`} className={classes.label}>
            Tên đăng nhập
          </label>
          <TextInput
            id={`${id}-login`}
            value={typedLogin}
            onChange={(event) => setTypedLogin(event.currentTarget.value)}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={200}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page has nothing else to begin with
            autoFocus
          />
        </div>
      )}
      <div>
        <label htmlFor={`${id}-password`} className={classes.label}>
          Mật khẩu
        </label>
        <PasswordBox
          id={`${id}-password`}
          value={password}
          onChange={setPassword}
          isFirst={login !== undefined}
          error={problem !== null}
          aria-describedby={`${id}-problem`}
        />
      </div>
      <div role="alert" id={`${id}-problem`} className={classes.error}>
        {problem !== null && (seconds > 0 ? `Thử sai nhiều lần. Chờ ${seconds} giây rồi thử lại.` : problem)}
      </div>
      <Button type="submit" loading={isBusy} disabled={seconds > 0} fullWidth>
        {seconds > 0 ? `Thử lại sau ${seconds} giây` : act}
      </Button>
    </form>
  )
}

/** Whole seconds that run down to zero. */
export function useCountdown(): { seconds: number; start: (seconds: number) => void } {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (seconds === 0) return undefined
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000)
    return () => clearTimeout(timer)
  }, [seconds])
  return { seconds, start: (from) => setSeconds(Math.ceil(from)) }
}
