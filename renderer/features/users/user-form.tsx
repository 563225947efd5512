import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { UserLine } from '#domain/contract/users.ts'
import { ROLES, type Role } from '#domain/permissions/roles.ts'
import { api, hub } from '#renderer/api/client.ts'
import { fieldErrors, toHubError, type HubError } from '#renderer/api/hub-error.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { RoleBoxes } from '#renderer/features/users/role-boxes.tsx'
import { roleText } from '#renderer/features/users/user-words.ts'
import { ConflictCard, type ConflictField, type ConflictSide } from '#ui/conflict-card.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'

interface Values {
  name: string
  roles: Role[]
}

interface Conflict extends Values {
  version: number
  changedBy: string
  changedAt: string
}

/** The other editor's values, out of a refusal. */
function conflictOf(error: HubError, now: string): Conflict | null {
  const { current, changedBy, changedAt } = error.details
  if (error.code !== 'conflict' || !current) return null
  const roles: unknown[] = Array.isArray(current['roles']) ? current['roles'] : []
  return {
    name: String(current['name']),
    roles: ROLES.filter((role) => roles.includes(role)),
    version: Number(current['version']),
    changedBy: changedBy ?? 'Người khác',
    changedAt: changedAt ?? now,
  }
}

function conflictFields(mine: Values, theirs: Values): ConflictField[] {
  return [
    { field: 'name', label: 'Họ và tên', mine: mine.name, theirs: theirs.name },
    { field: 'roles', label: 'Vai trò', mine: roleText(mine.roles), theirs: roleText(theirs.roles) },
  ].filter((field) => field.mine !== field.theirs)
}

/** Name and roles of an account. Somebody else's change in the meantime is shown, never overwritten. */
export function UserForm({ user }: { user: UserLine }) {
  const { history } = useRouter()
  const desk = useDesk()
  const queryClient = useQueryClient()
  // The version the editor began from: what comes in meanwhile must not pass as seen.
  const [base, setBase] = useState(user)
  const [values, setValues] = useState<Values>({ name: user.name, roles: user.roles })
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [isSaving, setIsSaving] = useState(false)

  async function save(next: Values, version: number) {
    if (next.name.trim() === '' || next.roles.length === 0) {
      setProblems({
        ...(next.name.trim() === '' && { name: 'Họ tên không được để trống.' }),
        ...(next.roles.length === 0 && { roles: 'Chọn ít nhất một vai trò.' }),
      })
      return
    }
    setIsSaving(true)
    setProblem(null)
    setProblems({})
    try {
      const saved = await hub.users.change({ id: user.id, version, ...next })
      setBase(saved)
      setValues({ name: saved.name, roles: saved.roles })
      setConflict(null)
      showNotice(`Đã lưu tài khoản ${saved.login}.`)
      await queryClient.invalidateQueries({ queryKey: api.users.key() })
    } catch (error) {
      const refused = toHubError(error)
      const found = conflictOf(refused, desk?.now() ?? '')
      const isSame = found !== null && conflictFields(next, found).length === 0
      setConflict(isSame ? null : found)
      if (isSame) setBase({ ...base, ...found })
      if (!found) {
        setProblems(fieldErrors(refused))
        setProblem(refused.message)
      }
    } finally {
      setIsSaving(false)
    }
  }

  function resolve(choice: Readonly<Record<string, ConflictSide>>) {
    if (!conflict) return
    const next = {
      name: choice['name'] === 'mine' ? values.name : conflict.name,
      roles: choice['roles'] === 'mine' ? values.roles : conflict.roles,
    }
    setValues(next)
    void save(next, conflict.version)
  }

  const isDirty = values.name !== base.name || roleText(values.roles) !== roleText(base.roles)
  return (
    <>
      {conflict && (
        <ConflictCard
          changedBy={conflict.changedBy}
          changedAt={conflict.changedAt}
          fields={conflictFields(values, conflict)}
          onResolve={resolve}
          onCancel={() => setConflict(null)}
          busy={isSaving}
        />
      )}
      <DenseForm
        label="Tên và vai trò"
        saveLabel="Lưu tên và vai trò"
        onSave={() => void save(values, base.version)}
        saving={isSaving}
        onLeave={() => history.push('/quan-tri/nguoi-dung')}
        dirty={isDirty}
        problem={problem}
      >
        <TextRow
          label="Họ và tên"
          required
          error={problems['name']}
          value={values.name}
          maxLength={120}
          onChange={(text) => setValues({ ...values, name: text })}
        />
        <FormRow label="Vai trò" required error={problems['roles']}>
          {(control) => (
            <RoleBoxes
              {...control}
              value={values.roles}
              onChange={(roles) => setValues({ ...values, roles })}
            />
          )}
        </FormRow>
      </DenseForm>
    </>
  )
}
