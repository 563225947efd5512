import { IconCircle, IconCircleCheck } from '@tabler/icons-react'
import { checkPassword, minimumPasswordLength, normalisePassword } from '#domain/accounts/password-policy.ts'
import type { Role } from '#domain/permissions/roles.ts'
import classes from './sign-in.module.css'

export interface PasswordRulesProps {
  id?: string
  password: string
  login: string
  roles: readonly Role[]
}

/** The rules for a password, each marked as soon as it is kept. */
export function PasswordRules({ id, password, login, roles }: PasswordRulesProps) {
  const minimum = minimumPasswordLength(roles)
  const length = Array.from(normalisePassword(password)).length
  const isLong = length >= minimum
  const isUncommon = isLong && checkPassword(password, [...roles], login).length === 0
  const rules = [
    { text: `Ít nhất ${minimum} ký tự (đang có ${length})`, isKept: isLong },
    { text: 'Không phải mật khẩu hay gặp, không trùng tên đăng nhập', isKept: isUncommon },
  ]
  return (
    <ul className={classes.rules} id={id}>
      {rules.map(({ text, isKept }) => (
        <li key={text} data-kept={isKept || undefined}>
          {isKept ? (
            <IconCircleCheck size={14} aria-label="Đạt:" />
          ) : (
            <IconCircle size={14} aria-label="Chưa đạt:" />
          )}
          {text}
        </li>
      ))}
    </ul>
  )
}
