import { SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
import { INCIDENT_SECRECIES, INCIDENT_SECRECY_LABELS } from '#domain/incidents/incident-kinds.ts'
import { hub } from '#renderer/api/client.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { useIncidentAct } from './use-incident.ts'

/** Who may read the incident. */
export function RestrictForm({ incident, onDone }: { incident: IncidentDetail; onDone: () => void }) {
  const [secrecy, setSecrecy] = useState(incident.secrecy)
  const [reason, setReason] = useState('')
  const { run, saving } = useIncidentAct(
    (input: Parameters<typeof hub.incidents.restrict>[0], key) =>
      hub.incidents.restrict(input, { context: { key } }),
    'Đã ghi ai xem được vụ việc.',
    onDone,
  )
  function save() {
    if (reason.trim() === '') saving.setErrors({ reason: 'Ghi lý do.' })
    else void run({ id: incident.id, version: incident.version, secrecy, reason })
  }
  return (
    <DenseForm
      label="Ai xem được"
      saveLabel="Ghi"
      onSave={save}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={reason !== ''}
      problem={
        saving.problem ?? (saving.clash && `${saving.clash.changedBy} vừa sửa vụ việc này. Xem lại rồi ghi.`)
      }
    >
      <FormRow
        label="Ai xem được"
        hint="Hạn chế: chỉ bộ phận xử lý vụ việc, Trưởng cơ sở và kiểm tra; người báo xem được báo cáo của mình."
      >
        {() => (
          <SegmentedControl
            aria-label="Ai xem được"
            size="xs"
            data={INCIDENT_SECRECIES.map((value) => ({ value, label: INCIDENT_SECRECY_LABELS[value] }))}
            value={secrecy}
            onChange={(value) => setSecrecy(value === 'restricted' ? 'restricted' : 'open')}
          />
        )}
      </FormRow>
      <FormRow label="Lý do" required error={saving.errors['reason']}>
        {(control) => (
          <TextInput
            {...control}
            data-autofocus
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}
