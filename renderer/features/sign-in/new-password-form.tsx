import { Button } from '@mantine/core'
import { useId, useState, type SubmitEvent } from 'react'
import { checkPassword } from '#domain/accounts/password-policy.ts'
import type { Role } from '#domain/permissions/roles.ts'
import { hub } from '#renderer/api/client.ts'
import { fieldErrors, toHubError } from '#renderer/api/hub-error.ts'
import { PasswordBox } from '#renderer/features/sign-in/password-box.tsx'
import { PasswordRules } from '#renderer/features/sign-in/password-rules.tsx'
import classes from './sign-in.module.css'

export interface NewPasswordFormProps {
  login: string
  roles: readonly Role[]
  onDone: () => void
}

type Problems = Partial<Record<'current' | 'next' | 'repeated' | 'whole', string>>

/** Chooses a new password for oneself: the present one, the new one twice, the rules shown while typing. */
export function NewPasswordForm({ login, roles, onDone }: NewPasswordFormProps) {
  const id = useId()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [repeated, setRepeated] = useState('')
  const [problems, setProblems] = useState<Problems>({})
  const [isBusy, setIsBusy] = useState(false)

  function check(): Problems {
    const rule = checkPassword(next, [...roles], login)[0]
    return {
      ...(current === '' && { current: 'Nhập mật khẩu hiện tại.' }),
      ...(rule && { next: rule.message }),
      ...(!rule && next === current && { next: 'Mật khẩu mới phải khác mật khẩu hiện tại.' }),
      ...(repeated !== next && { repeated: 'Hai lần nhập không giống nhau. Nhập lại.' }),
    }
  }

  async function change() {
    const found = check()
    setProblems(found)
    if (Object.keys(found).length > 0) return
    setIsBusy(true)
    try {
      await hub.auth.changePassword({ current, next })
      onDone()
    } catch (error) {
      const refused = toHubError(error)
      const fields = fieldErrors(refused)
      setProblems(Object.keys(fields).length > 0 ? fields : { whole: refused.message })
    } finally {
      setIsBusy(false)
    }
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!isBusy) void change()
  }

  const box = (
    name: 'current' | 'next' | 'repeated',
    label: string,
    value: string,
    set: (v: string) => void,
  ) => (
    <div>
      <label htmlFor={`${id}-${name}`} className={classes.label}>
        {label}
      </label>
      <PasswordBox
        id={`${id}-${name}`}
        value={value}
        onChange={set}
        isNew={name !== 'current'}
        isFirst={name === 'current'}
        error={problems[name] !== undefined}
        aria-describedby={`${id}-${name}-problem${name === 'next' ? ` ${id}-rules` : ''}`}
      />
      <div id={`${id}-${name}-problem`} className={classes.error}>
        {problems[name]}
      </div>
    </div>
  )

  return (
    <form className={classes.form} onSubmit={onSubmit} noValidate>
      {box('current', 'Mật khẩu hiện tại', current, setCurrent)}
      {box('next', 'Mật khẩu mới', next, setNext)}
      <PasswordRules id={`${id}-rules`} password={next} login={login} roles={roles} />
      {box('repeated', 'Nhập lại mật khẩu mới', repeated, setRepeated)}
      <div role="alert" className={classes.error}>
        {problems.whole}
      </div>
      <Button type="submit" loading={isBusy} fullWidth>
        Đổi mật khẩu
      </Button>
    </form>
  )
}
