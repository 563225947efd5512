import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { IncidentDetail, IncidentInvolvement } from '#domain/contract/incident-shapes.ts'
import { formOfVersion } from '#domain/incidents/kind-forms.ts'
import { hub } from '#renderer/api/client.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { useIncidentAct } from './use-incident.ts'

/** Role, outcome and note of somebody who takes part; or takes them out again, with the reason. */
export function ChangeInvolved({
  incident,
  involved,
  onDone,
}: {
  incident: IncidentDetail
  involved: IncidentInvolvement
  onDone: () => void
}) {
  const form = formOfVersion(incident.kind, incident.formVersion)
  const [role, setRole] = useState(involved.role)
  const [outcome, setOutcome] = useState(involved.outcome)
  const [note, setNote] = useState(involved.note ?? '')
  const [isRemoving, setIsRemoving] = useState(false)
  const { id, version } = involved
  const { may } = incident
  const change = useIncidentAct(
    (input: Parameters<typeof hub.incidents.changeInvolvement>[0], key) =>
      hub.incidents.changeInvolvement(input, { context: { key } }),
    `Đã ghi vai trò, kết quả của ${involved.name}.`,
    onDone,
  )
  const remove = useIncidentAct(
    (input: Parameters<typeof hub.incidents.uninvolve>[0], key) =>
      hub.incidents.uninvolve(input, { context: { key } }),
    `Đã gỡ ${involved.name} khỏi vụ việc.`,
    onDone,
  )
  const { clash } = change.saving
  return (
    <DenseForm
      label={`Vai trò, kết quả: ${involved.name}`}
      saveLabel="Lưu"
      onSave={() => void change.run({ id, version, role, outcome, note })}
      saving={change.saving.isSaving}
      onLeave={onDone}
      dirty={role !== involved.role || outcome !== involved.outcome || note !== (involved.note ?? '')}
      problem={
        change.saving.problem ?? (clash && `${clash.changedBy} vừa sửa dòng này. Đóng, xem lại rồi sửa tiếp.`)
      }
    >
      <FormRow
        label="Vai trò"
        required
        error={change.saving.errors['role']}
        hint={!may.revise && 'Vụ việc đã kết luận: Trưởng cơ sở “Xem xét lại” thì mới đổi vai trò, gỡ người.'}
      >
        {(control) => (
          <Select
            {...control}
            data-autofocus
            disabled={!may.revise}
            allowDeselect={false}
            data={form.roles
              .filter(({ who }) => who === involved.who)
              .map(({ id: value, label }) => ({ value, label }))}
            value={role}
            onChange={(value) => setRole(value ?? role)}
          />
        )}
      </FormRow>
      {involved.who === 'resident' && (
        <FormRow label="Kết quả xử lý" error={change.saving.errors['outcome']}>
          {(control) => (
            <Select
              {...control}
              clearable
              placeholder="Chưa ghi"
              data={form.outcomes.map(({ id: value, label }) => ({ value, label }))}
              value={outcome}
              onChange={setOutcome}
            />
          )}
        </FormRow>
      )}
      <FormRow label="Ghi chú" error={change.saving.errors['note']}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </FormRow>
      {may.revise && (
        <FormRow label="Ghi nhầm người">
          {() => (
            <Button size="compact-sm" variant="default" color="red" onClick={() => setIsRemoving(true)}>
              Gỡ khỏi vụ việc…
            </Button>
          )}
        </FormRow>
      )}
      <ConfirmAct
        opened={isRemoving}
        onClose={() => setIsRemoving(false)}
        title={`Gỡ ${involved.name} khỏi vụ việc?`}
        act="Gỡ khỏi vụ việc"
        danger
        reason={{ label: 'Lý do', required: true }}
        busy={remove.saving.isSaving}
        problem={remove.saving.problem}
        onConfirm={(reason) => void remove.run({ id, version, reason })}
      >
        Dòng này vẫn nằm ở cuối danh sách, gạch ngang, kèm lý do và tên bạn.
      </ConfirmAct>
    </DenseForm>
  )
}
