import { Select } from '@mantine/core'
import { useState } from 'react'
import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
import type { Instant } from '#domain/time/instant.ts'
import { hub } from '#renderer/api/client.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { useIncidentAct } from './use-incident.ts'

/** Records the death on the person's own course: the stay ends, notices to the bodies of the day begin. */
export function DeathForm({ incident, onDone }: { incident: IncidentDetail; onDone: () => void }) {
  const now = useHubNow()
  const dead = incident.involvements.filter((one) => one.role === 'died' && one.removedAt === null)
  const [involvementId, setInvolvementId] = useState(dead.length === 1 ? (dead[0]?.id ?? null) : null)
  const [at, setAt] = useState<Instant | null>(incident.occurredAt)
  const [eventId] = useState(() => crypto.randomUUID())
  const { run, saving } = useIncidentAct(
    (input: Parameters<typeof hub.incidents.recordDeath>[0], key) =>
      hub.incidents.recordDeath(input, { context: { key } }),
    'Đã ghi người chết; thời hạn kết thúc, các thông báo đã vào danh sách.',
    onDone,
  )
  function save() {
    const missing = {
      ...(involvementId === null && { involvementId: 'Chọn người chết.' }),
      ...(at === null && { at: 'Ghi ngày và giờ, ví dụ 22/11/2026 14:02.' }),
    }
    saving.setErrors(missing)
    if (involvementId === null || at === null) return
    void run({ id: incident.id, involvementId, eventId, at })
  }
  return (
    <DenseForm
      label="Ghi người chết"
      saveLabel="Ghi người chết"
      onSave={save}
      saving={saving.isSaving}
      onLeave={onDone}
      problem={saving.problem}
    >
      <FormRow
        label="Học viên"
        required
        error={saving.errors['involvementId']}
        hint={dead.length === 0 && 'Ghi vai trò “người chết” cho học viên ở thẻ Người trước.'}
      >
        {(control) => (
          <Select
            {...control}
            placeholder="Chọn"
            data={dead.map(({ id, name }) => ({ value: id, label: name }))}
            value={involvementId}
            onChange={setInvolvementId}
          />
        )}
      </FormRow>
      <FormRow
        label="Chết lúc"
        required
        error={saving.errors['at']}
        hint="Ghi theo giấy báo tử hoặc biên bản. Thông báo cho cơ quan nào, trong bao lâu: xem thẻ Việc, thông báo (INC-14)."
      >
        {(control) => <MomentField {...control} label="Chết lúc" now={now} value={at} onChange={setAt} />}
      </FormRow>
    </DenseForm>
  )
}
