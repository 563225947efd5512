import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
import type { IncidentTask } from '#domain/contract/incident-work-shapes.ts'
import { PERMISSION_ROLES } from '#domain/permissions/permissions.ts'
import { ROLE_LABELS, type Role } from '#domain/permissions/roles.ts'
import { addHours, type Instant } from '#domain/time/instant.ts'
import { hub } from '#renderer/api/client.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { StaffSelect } from './assign-form.tsx'
import { useIncidentAct } from './use-incident.ts'

const NO_DUE = 'Ghi ngày và giờ, ví dụ 22/11/2026 14:02.'
/** A new task is due by then unless another hour is chosen. */
const USUAL_HOURS = 24

/** Gives a task to somebody, or another hour. */
export function ChangeTask({ task, onDone }: { task: IncidentTask; onDone: () => void }) {
  const now = useHubNow()
  const [ownerId, setOwnerId] = useState(task.ownerId)
  const [dueAt, setDueAt] = useState<Instant | null>(task.dueAt)
  const [reason, setReason] = useState('')
  const { run, saving } = useIncidentAct(
    (input: Parameters<typeof hub.incidents.changeTask>[0], key) =>
      hub.incidents.changeTask(input, { context: { key } }),
    `Đã giao, đổi hạn: ${task.title}.`,
    onDone,
  )
  const { errors, clash } = saving
  function save() {
    saving.setErrors({
      ...(dueAt === null && { dueAt: NO_DUE }),
      ...(reason.trim() === '' && { reason: 'Ghi lý do.' }),
    })
    if (dueAt === null || reason.trim() === '') return
    void run({ id: task.id, version: task.version, ownerId, dueAt, reason })
  }
  return (
    <DenseForm
      label="Giao, đổi hạn"
      saveLabel="Lưu"
      onSave={save}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={reason !== ''}
      problem={saving.problem ?? (clash && 'Người khác vừa ghi việc này. Đóng và xem lại.')}
    >
      <FormRow
        label="Giao cho"
        error={errors['ownerId']}
        hint={`Để trống: ai có vai trò ${ROLE_LABELS[task.role]} đều làm được.`}
      >
        {(control) => <StaffSelect control={control} value={ownerId} onChange={setOwnerId} isClearable />}
      </FormRow>
      <FormRow label="Hạn" required error={errors['dueAt']}>
        {(control) => <MomentField {...control} label="Hạn" now={now} value={dueAt} onChange={setDueAt} />}
      </FormRow>
      <FormRow label="Lý do" required error={errors['reason']}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}

/** Something more to be done, by whom and until when. */
export function NewTask({ incident, onDone }: { incident: IncidentDetail; onDone: () => void }) {
  const now = useHubNow()
  const roles = PERMISSION_ROLES['incident.report']
  const [taskId] = useState(() => crypto.randomUUID())
  const [title, setTitle] = useState('')
  const [role, setRole] = useState<Role>('incident')
  const [ownerId, setOwnerId] = useState<string | null>(null)
  const [dueAt, setDueAt] = useState<Instant | null>(() => addHours(now, USUAL_HOURS))
  const { run, saving } = useIncidentAct(
    (input: Parameters<typeof hub.incidents.addTask>[0], key) =>
      hub.incidents.addTask(input, { context: { key } }),
    'Đã giao việc.',
    onDone,
  )
  const { errors } = saving
  function save() {
    saving.setErrors({
      ...(title.trim() === '' && { title: 'Ghi việc phải làm.' }),
      ...(dueAt === null && { dueAt: NO_DUE }),
    })
    if (title.trim() === '' || dueAt === null) return
    void run({ id: incident.id, taskId, title, role, ownerId, dueAt })
  }
  return (
    <DenseForm
      label="Giao việc"
      saveLabel="Giao việc"
      onSave={save}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={title !== ''}
      problem={saving.problem}
    >
      <FormRow label="Việc phải làm" required error={errors['title']}>
        {(control) => (
          <TextInput
            {...control}
            data-autofocus
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
        )}
      </FormRow>
      <FormRow label="Bộ phận" required error={errors['role']}>
        {(control) => (
          <Select
            {...control}
            allowDeselect={false}
            data={roles.map((value) => ({ value, label: ROLE_LABELS[value] }))}
            value={role}
            onChange={(value) => setRole(roles.find((one) => one === value) ?? role)}
          />
        )}
      </FormRow>
      <FormRow label="Người làm" error={errors['ownerId']} hint="Để trống: cả bộ phận cùng thấy.">
        {(control) => <StaffSelect control={control} value={ownerId} onChange={setOwnerId} isClearable />}
      </FormRow>
      <FormRow label="Hạn" required error={errors['dueAt']}>
        {(control) => <MomentField {...control} label="Hạn" now={now} value={dueAt} onChange={setDueAt} />}
      </FormRow>
    </DenseForm>
  )
}
