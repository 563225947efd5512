import { Radio, Select, Stack, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { checkPassword } from '#domain/accounts/password-policy.ts'
import type { Role } from '#domain/permissions/roles.ts'
import { hub } from '#renderer/api/client.ts'
import { deskName } from '#renderer/api/desk-name.ts'
import { fieldErrors, toHubError } from '#renderer/api/hub-error.ts'
import { useSessionStore } from '#renderer/app/session.ts'
import { AccountRows, type NewAccount } from '#renderer/features/setup/account-rows.tsx'
import { PROVINCES } from '#renderer/features/setup/provinces.ts'
import { DenseForm, type RailStep } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { Panel } from '#ui/panel.tsx'
import { TextRow } from '#ui/text-row.tsx'
import classes from './first-run.module.css'

interface CentreFields {
  centreName: string
  provinceCode: string | null
  headTitle: string
  headName: string
  superiorBody: string
}

type HeadChoice = 'separate' | 'same'

const EMPTY_ACCOUNT: NewAccount = { login: '', name: '', password: '', repeated: '' }
const NO_CENTRE: CentreFields = {
  centreName: '',
  provinceCode: null,
  headTitle: 'Trưởng cơ sở',
  headName: '',
  superiorBody: '',
}

const ADMINISTRATOR: readonly Role[] = ['administrator']
const DIRECTOR: readonly Role[] = ['director']
const BOTH: readonly Role[] = ['administrator', 'director']

function accountProblems(
  account: NewAccount,
  roles: readonly Role[],
  prefix: string,
): Record<string, string> {
  const password = checkPassword(account.password, [...roles], account.login)[0]
  return {
    ...(account.name.trim() === '' && { [`${prefix}.name`]: 'Ghi họ tên của người dùng tài khoản này.' }),
    ...(account.login.trim() === '' && { [`${prefix}.login`]: 'Đặt tên đăng nhập, ví dụ quantri.' }),
    ...(password && { [`${prefix}.password`]: password.message }),
    ...(!password &&
      account.password !== account.repeated && {
        [`${prefix}.repeated`]: 'Hai lần nhập mật khẩu không giống nhau. Nhập lại.',
      }),
  }
}

function railStep(id: string, label: string, isDone: boolean, problems: readonly string[]): RailStep {
  if (problems.length > 0) return { id, label, state: 'wrong', note: `${problems.length} ô cần sửa` }
  return { id, label, state: isDone ? 'done' : 'missing' }
}

/** The centre and its first accounts; signs the administrator in when it is done. */
export function SetupForm({ onLeave }: { onLeave: () => void }) {
  const store = useSessionStore()
  const [keys] = useState(() => ({
    act: crypto.randomUUID(),
    administrator: crypto.randomUUID(),
    head: crypto.randomUUID(),
  }))
  const [centre, setCentre] = useState<CentreFields>(NO_CENTRE)
  const [administrator, setAdministrator] = useState<NewAccount>(EMPTY_ACCOUNT)
  const [head, setHead] = useState<NewAccount>(EMPTY_ACCOUNT)
  const [choice, setChoice] = useState<HeadChoice | null>(null)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const administratorRoles = choice === 'same' ? BOTH : ADMINISTRATOR

  function change(next: Partial<CentreFields>) {
    setCentre({ ...centre, ...next })
  }

  function check(): Record<string, string> {
    return {
      ...(centre.centreName.trim() === '' && { centreName: 'Ghi tên cơ sở như trên con dấu.' }),
      ...(centre.headTitle.trim() === '' && { headTitle: 'Ghi chức danh người đứng đầu.' }),
      ...(choice === null && { choice: 'Chọn một trong hai cách.' }),
      ...accountProblems(administrator, administratorRoles, 'administrator'),
      ...(choice === 'separate' && accountProblems(head, DIRECTOR, 'head')),
      ...(choice === 'separate' &&
        head.login.trim() !== '' &&
        head.login.trim().toLowerCase() === administrator.login.trim().toLowerCase() && {
          'head.login': 'Hai tài khoản cần hai tên đăng nhập khác nhau.',
        }),
    }
  }

  async function create() {
    const found = check()
    setProblems(found)
    setProblem(Object.keys(found).length > 0 ? 'Còn ô cần sửa; xem dòng chữ dưới từng ô.' : null)
    if (Object.keys(found).length > 0) return
    setIsSaving(true)
    const { repeated: _a, ...first } = administrator
    const { repeated: _h, ...second } = head
    try {
      await hub.setup.create(
        {
          ...centre,
          headName: centre.headName.trim() || null,
          superiorBody: centre.superiorBody.trim() || null,
          administrator: { id: keys.administrator, ...first },
          head: choice === 'separate' ? { id: keys.head, ...second } : null,
        },
        { context: { key: keys.act } },
      )
      store.signedIn(
        await hub.auth.signIn({ login: first.login, password: first.password, desk: deskName() }),
      )
    } catch (error) {
      const refused = toHubError(error)
      setProblems(fieldErrors(refused))
      setProblem(refused.message)
      if (refused.code === 'already_set_up') await store.start()
    } finally {
      setIsSaving(false)
    }
  }

  const isDirty = centre !== NO_CENTRE || administrator !== EMPTY_ACCOUNT || head !== EMPTY_ACCOUNT
  const wrong = (prefix: string) => Object.keys(problems).filter((field) => field.startsWith(prefix))
  const isComplete = (account: NewAccount, roles: readonly Role[]) =>
    Object.keys(accountProblems(account, roles, 'x')).length === 0
  return (
    <Panel title="Thiết lập cơ sở">
      <DenseForm
        label="Thiết lập cơ sở"
        saveLabel="Lập cơ sở và đăng nhập"
        onSave={() => void create()}
        saving={isSaving}
        onLeave={onLeave}
        dirty={isDirty}
        problem={problem}
        rail={[
          railStep('centre', 'Cơ sở', centre.centreName.trim() !== '', [
            ...wrong('centreName'),
            ...wrong('headTitle'),
          ]),
          railStep(
            'administrator',
            'Quản trị viên',
            isComplete(administrator, administratorRoles),
            wrong('administrator.'),
          ),
          railStep(
            'head',
            'Người đứng đầu',
            choice === 'same' || (choice === 'separate' && isComplete(head, DIRECTOR)),
            [...wrong('head.'), ...wrong('choice')],
          ),
        ]}
      >
        <Title order={3} className={classes.group}>
          Cơ sở
        </Title>
        <FormRow
          label="Tên cơ sở"
          required
          error={problems['centreName']}
          hint="Ghi đủ như trên con dấu; in ở đầu mọi văn bản."
        >
          {(control) => (
            <TextInput
              {...control}
              value={centre.centreName}
              onChange={(event) => change({ centreName: event.currentTarget.value })}
              placeholder="Cơ sở cai nghiện ma túy số 1 tỉnh …"
              maxLength={200}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form has just been opened by a button
              autoFocus
            />
          )}
        </FormRow>
        <FormRow
          label="Tỉnh, thành phố"
          error={problems['provinceCode']}
          hint="Theo đơn vị hành chính từ 01/07/2025."
        >
          {(control) => (
            <Select
              {...control}
              data={[...PROVINCES]}
              value={centre.provinceCode}
              onChange={(provinceCode) => change({ provinceCode })}
              searchable
              clearable
              w={260}
            />
          )}
        </FormRow>
        <TextRow
          label="Chức danh đứng đầu"
          required
          error={problems['headTitle']}
          value={centre.headTitle}
          maxLength={80}
          w={260}
          onChange={(headTitle) => change({ headTitle })}
        />
        <TextRow
          label="Họ tên đứng đầu"
          error={problems['headName']}
          value={centre.headName}
          maxLength={120}
          onChange={(headName) => change({ headName })}
        />
        <TextRow
          label="Cơ quan cấp trên"
          error={problems['superiorBody']}
          hint="Ví dụ: Công an tỉnh Lạng Sơn."
          value={centre.superiorBody}
          maxLength={200}
          onChange={(superiorBody) => change({ superiorBody })}
        />

        <Title order={3} className={classes.group}>
          Tài khoản người đứng đầu
        </Title>
        <FormRow label="Ai giữ quyền gì" required error={problems['choice']}>
          {({ 'aria-describedby': describedBy }) => (
            <Radio.Group
              value={choice}
              onChange={(value) => setChoice(value === 'same' ? 'same' : 'separate')}
              aria-label="Ai giữ quyền gì"
              aria-describedby={describedBy}
            >
              <Stack gap={6} pt={6}>
                <Radio
                  size="sm"
                  value="separate"
                  label="Hai người, hai tài khoản (nên chọn)"
                  description="Quản trị viên lo máy, không mở hồ sơ của ai; người đứng đầu xem và quyết định nghiệp vụ."
                />
                <Radio
                  size="sm"
                  value="same"
                  label="Một người giữ cả hai vai trò"
                  description="Dùng khi cơ sở chưa có người quản trị riêng. Nhật ký ghi rõ; tách ra được về sau."
                />
              </Stack>
            </Radio.Group>
          )}
        </FormRow>

        <Title order={3} className={classes.group}>
          {choice === 'same' ? 'Quản trị viên kiêm người đứng đầu' : 'Quản trị viên'}
        </Title>
        <AccountRows
          prefix="administrator"
          account={administrator}
          roles={administratorRoles}
          problems={problems}
          onChange={setAdministrator}
        />
        {choice === 'separate' && (
          <>
            <Title order={3} className={classes.group}>
              Người đứng đầu
            </Title>
            <AccountRows
              prefix="head"
              account={head}
              roles={DIRECTOR}
              problems={problems}
              onChange={setHead}
            />
          </>
        )}
      </DenseForm>
    </Panel>
  )
}
