import { Button, Group } from '@mantine/core'
import { useId, useState, type SubmitEvent } from 'react'
import { hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { PasswordBox } from '#renderer/features/sign-in/password-box.tsx'
import { useCountdown } from '#renderer/features/sign-in/sign-in-form.tsx'
import classes from './sign-in.module.css'

export interface ConfirmPasswordFormProps {
  onDone: () => void
  onCancel: () => void
}

/** Asks for the password once more before an act that needs it. */
export function ConfirmPasswordForm({ onDone, onCancel }: ConfirmPasswordFormProps) {
  const id = useId()
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const { seconds, start } = useCountdown()

  async function confirm() {
    setIsBusy(true)
    setProblem(null)
    try {
      await hub.auth.stepUp({ password })
      onDone()
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
    if (!isBusy && seconds === 0) void confirm()
  }

  return (
    <form className={classes.form} onSubmit={onSubmit} noValidate>
      <div>
        <label htmlFor={`${id}-password`} className={classes.label}>
          Mật khẩu của bạn
        </label>
        <PasswordBox
          id={`${id}-password`}
          value={password}
          onChange={setPassword}
          isFirst
          error={problem !== null}
          aria-describedby={`${id}-problem`}
        />
      </div>
      <div role="alert" id={`${id}-problem`} className={classes.error}>
        {problem}
      </div>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onCancel}>
          Thôi
        </Button>
        <Button type="submit" loading={isBusy} disabled={seconds > 0}>
          {seconds > 0 ? `Thử lại sau ${seconds} giây` : 'Xác nhận và làm'}
        </Button>
      </Group>
    </form>
  )
}
