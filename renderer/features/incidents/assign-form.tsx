import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
import { api, hub } from '#renderer/api/client.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow, type RowControl } from '#ui/form-row.tsx'
import { useIncidentAct } from './use-incident.ts'

/** A member of staff with an account. */
export function StaffSelect({
  control,
  value,
  onChange,
  isClearable = false,
}: {
  control: RowControl
  value: string | null
  onChange: (userId: string | null) => void
  isClearable?: boolean
}) {
  const staff = useQuery(api.incidents.staff.queryOptions({ input: {} }))
  return (
    <Select
      {...control}
      searchable
      clearable={isClearable}
      placeholder="Tên cán bộ"
      data={(staff.data?.users ?? []).map(({ id, name, roles }) => ({
        value: id,
        label: `${name} (${roles})`,
      }))}
      value={value}
      onChange={onChange}
    />
  )
}

/** Who runs the incident. */
export function AssignForm({ incident, onDone }: { incident: IncidentDetail; onDone: () => void }) {
  const [ownerId, setOwnerId] = useState(incident.ownerId)
  const { run, saving } = useIncidentAct(
    (input: Parameters<typeof hub.incidents.assign>[0], key) =>
      hub.incidents.assign(input, { context: { key } }),
    'Đã giao người xem xét.',
    onDone,
  )
  function save() {
    if (ownerId === null) saving.setErrors({ ownerId: 'Chọn người xem xét.' })
    else void run({ id: incident.id, version: incident.version, ownerId })
  }
  return (
    <DenseForm
      label="Giao người xem xét"
      saveLabel="Giao"
      onSave={save}
      saving={saving.isSaving}
      onLeave={onDone}
      problem={
        saving.problem ?? (saving.clash && `${saving.clash.changedBy} vừa sửa vụ việc này. Xem lại rồi giao.`)
      }
    >
      <FormRow label="Người xem xét" required error={saving.errors['ownerId']}>
        {(control) => <StaffSelect control={control} value={ownerId} onChange={setOwnerId} />}
      </FormRow>
    </DenseForm>
  )
}
