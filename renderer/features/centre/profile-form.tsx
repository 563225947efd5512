import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CentreProfile } from '#domain/contract/centre.ts'
import { formatDay, type Day } from '#domain/time/day.ts'
import { api, hub } from '#renderer/api/client.ts'
import { fieldErrors, toHubError } from '#renderer/api/hub-error.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { DayField } from '#ui/day-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'

const FIELDS = [
  { name: 'name', label: 'Tên cơ sở', max: 200, isRequired: true },
  { name: 'headTitle', label: 'Chức danh đứng đầu', max: 80, isRequired: true },
  { name: 'headName', label: 'Họ tên', max: 120, isRequired: false },
  { name: 'superiorBody', label: 'Cơ quan cấp trên', max: 200, isRequired: false },
  { name: 'court', label: 'Tòa án', max: 200, isRequired: false },
  { name: 'address', label: 'Địa chỉ', max: 300, isRequired: false },
  { name: 'code', label: 'Mã cơ sở', max: 40, isRequired: false },
] as const
type FieldName = (typeof FIELDS)[number]['name']

export interface ProfileFormProps {
  /** What applies now: the new one begins as its copy. */
  from: CentreProfile
  today: Day
  onDone: () => void
}

/** How the centre is named from a day on; what stood before stays as it was. */
export function ProfileForm({ from, today, onDone }: ProfileFormProps) {
  const queryClient = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  const [validFrom, setValidFrom] = useState<Day | null>(today)
  const [values, setValues] = useState<Record<FieldName, string>>({
    name: from.name,
    headTitle: from.headTitle,
    headName: from.headName ?? '',
    superiorBody: from.superiorBody ?? '',
    court: from.court ?? '',
    address: from.address ?? '',
    code: from.code ?? '',
  })
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const [isDirty, setIsDirty] = useState(false)

  async function add() {
    if (validFrom === null) {
      setProblems({ validFrom: 'Ghi ngày bắt đầu áp dụng.' })
      return
    }
    setIsSaving(true)
    setProblem(null)
    setProblems({})
    try {
      await hub.centre.addProfile({ id, validFrom, ...values })
      await queryClient.invalidateQueries({ queryKey: api.centre.key() })
      showNotice(`Đã ghi thông tin cơ sở áp dụng từ ${formatDay(validFrom)}.`)
      onDone()
    } catch (error) {
      const refused = toHubError(error)
      setProblems(fieldErrors(refused))
      setProblem(refused.message)
    } finally {
      setIsSaving(false)
    }
  }

  return (
    <DenseForm
      label="Thông tin cơ sở"
      saveLabel="Ghi thông tin mới"
      onSave={() => void add()}
      saving={isSaving}
      onLeave={onDone}
      dirty={isDirty}
      problem={problem}
    >
      <FormRow label="Áp dụng từ ngày" required error={problems['validFrom']}>
        {(control) => (
          <DayField
            {...control}
            today={today}
            value={validFrom}
            onChange={(day) => {
              setValidFrom(day)
              setIsDirty(true)
            }}
            onProblem={(message) => setProblems(message === undefined ? {} : { validFrom: message })}
          />
        )}
      </FormRow>
      {FIELDS.map((field) => (
        <FormRow
          key={field.name}
          label={field.label}
          required={field.isRequired}
          error={problems[field.name]}
        >
          {(control) => (
            <TextInput
              {...control}
              value={values[field.name]}
              onChange={(event) => {
                setValues({ ...values, [field.name]: event.currentTarget.value })
                setIsDirty(true)
              }}
              maxLength={field.max}
            />
          )}
        </FormRow>
      ))}
    </DenseForm>
  )
}
