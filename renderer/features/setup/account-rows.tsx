import { TextInput } from '@mantine/core'
import type { Role } from '#domain/permissions/roles.ts'
import { PasswordBox } from '#renderer/features/sign-in/password-box.tsx'
import { PasswordRules } from '#renderer/features/sign-in/password-rules.tsx'
import { FormRow } from '#ui/form-row.tsx'

export interface NewAccount {
  login: string
  name: string
  password: string
  repeated: string
}

export interface AccountRowsProps {
  /** The account's place in the input: `administrator`. */
  prefix: string
  account: NewAccount
  roles: readonly Role[]
  problems: Readonly<Record<string, string>>
  onChange: (account: NewAccount) => void
}

/** Rows of a form for one new account: name, login, password twice with its rules. */
export function AccountRows({ prefix, account, roles, problems, onChange }: AccountRowsProps) {
  return (
    <>
      <FormRow label="Họ và tên" required error={problems[`${prefix}.name`]}>
        {(control) => (
          <TextInput
            {...control}
            value={account.name}
            onChange={(event) => onChange({ ...account, name: event.currentTarget.value })}
            autoComplete="off"
            maxLength={120}
          />
        )}
      </FormRow>
      <FormRow
        label="Tên đăng nhập"
        required
        error={problems[`${prefix}.login`]}
        hint="Không phân biệt chữ hoa, chữ thường."
      >
        {(control) => (
          <TextInput
            {...control}
            value={account.login}
            onChange={(event) => onChange({ ...account, login: event.currentTarget.value })}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={60}
            w={260}
          />
        )}
      </FormRow>
      <FormRow
        label="Mật khẩu"
        required
        error={problems[`${prefix}.password`]}
        hint={<PasswordRules password={account.password} login={account.login} roles={roles} />}
      >
        {(control) => (
          <PasswordBox
            {...control}
            value={account.password}
            onChange={(password) => onChange({ ...account, password })}
            isNew
          />
        )}
      </FormRow>
      <FormRow label="Nhập lại mật khẩu" required error={problems[`${prefix}.repeated`]}>
        {(control) => (
          <PasswordBox
            {...control}
            value={account.repeated}
            onChange={(repeated) => onChange({ ...account, repeated })}
            isNew
          />
        )}
      </FormRow>
    </>
  )
}
