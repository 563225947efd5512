import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { checkPassword } from '#domain/accounts/password-policy.ts'
import type { Role } from '#domain/permissions/roles.ts'
import { api, hub } from '#renderer/api/client.ts'
import { fieldErrors, toHubError } from '#renderer/api/hub-error.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { PasswordBox } from '#renderer/features/sign-in/password-box.tsx'
import { PasswordRules } from '#renderer/features/sign-in/password-rules.tsx'
import { RoleBoxes } from '#renderer/features/users/role-boxes.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'

/** A new account, with a first password that its owner must change. */
export function NewUserPage() {
  const { history } = useRouter()
  const queryClient = useQueryClient()
  const [keys] = useState(() => ({ id: crypto.randomUUID(), act: crypto.randomUUID() }))
  const [name, setName] = useState('')
  const [login, setLogin] = useState('')
  const [roles, setRoles] = useState<Role[]>([])
  const [password, setPassword] = useState('')
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [isSaving, setIsSaving] = useState(false)

  function check(): Record<string, string> {
    const rule = checkPassword(password, roles, login)[0]
    return {
      ...(name.trim() === '' && { name: 'Ghi họ tên của người dùng tài khoản.' }),
      ...(login.trim() === '' && { login: 'Đặt tên đăng nhập.' }),
      ...(roles.length === 0 && { roles: 'Chọn ít nhất một vai trò.' }),
      ...(rule && { password: rule.message }),
    }
  }

  async function add() {
    const found = check()
    setProblems(found)
    setProblem(null)
    if (Object.keys(found).length > 0) return
    setIsSaving(true)
    try {
      const user = await hub.users.add(
        { id: keys.id, name, login, roles, password },
        { context: { key: keys.act } },
      )
      await queryClient.invalidateQueries({ queryKey: api.users.key() })
      showNotice(`Đã thêm tài khoản ${user.login} cho ${user.name}.`)
      history.push('/quan-tri/nguoi-dung')
    } catch (error) {
      const refused = toHubError(error)
      setProblems(fieldErrors(refused))
      setProblem(refused.message)
    } finally {
      setIsSaving(false)
    }
  }

  return (
    <>
      <PageHeader title="Thêm tài khoản" back={{ href: '/quan-tri/nguoi-dung', label: 'Người dùng' }} />
      <Panel>
        <DenseForm
          label="Thêm tài khoản"
          saveLabel="Thêm tài khoản"
          onSave={() => void add()}
          saving={isSaving}
          onLeave={() => history.push('/quan-tri/nguoi-dung')}
          dirty={`${name}${login}${password}` !== '' || roles.length > 0}
          problem={problem}
        >
          <FormRow label="Họ và tên" required error={problems['name']}>
            {(control) => (
              <TextInput
                {...control}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
                autoComplete="off"
                maxLength={120}
                // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page is the form
                autoFocus
              />
            )}
          </FormRow>
          <FormRow
            label="Tên đăng nhập"
            required
            error={problems['login']}
            hint="Mỗi người một tài khoản; không lập tài khoản dùng chung."
          >
            {(control) => (
              <TextInput
                {...control}
                value={login}
                onChange={(event) => setLogin(event.currentTarget.value)}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={60}
                w={260}
              />
            )}
          </FormRow>
          <FormRow label="Vai trò" required error={problems['roles']}>
            {(control) => <RoleBoxes {...control} value={roles} onChange={setRoles} />}
          </FormRow>
          <FormRow
            label="Mật khẩu lần đầu"
            required
            error={problems['password']}
            hint={<PasswordRules password={password} login={login} roles={roles} />}
          >
            {(control) => <PasswordBox {...control} value={password} onChange={setPassword} isNew />}
          </FormRow>
        </DenseForm>
      </Panel>
    </>
  )
}
