import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { DayField } from '#ui/day-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'

/** Restricts somebody's visits and calls for a time, with reason and decision. */
export function RestrictionForm({ personId, onDone }: { personId: string; onDone: () => void }) {
  const queryClient = useQueryClient()
  const today = dayOf(useHubNow())
  const [id] = useState(() => crypto.randomUUID())
  const [fromOn, setFromOn] = useState<string | null>(today)
  const [toOn, setToOn] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [decision, setDecision] = useState('')
  const saving = useSave((input: Parameters<typeof hub.visits.restrict>[0], key) =>
    hub.visits.restrict(input, { context: { key } }),
  )
  async function save() {
    if (fromOn === null) {
      saving.setErrors({ fromOn: 'Ghi ngày bắt đầu.' })
      return
    }
    if (!(await saving.send({ id, personId, fromOn, toOn, reason, decision }))) return
    showNotice('Đã ghi hạn chế thăm gặp.')
    await queryClient.invalidateQueries({ queryKey: api.visits.key() })
    onDone()
  }
  return (
    <DenseForm
      label="Hạn chế thăm gặp"
      saveLabel="Ghi hạn chế"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={reason !== '' || decision !== ''}
      problem={saving.problem}
    >
      <FormRow label="Từ ngày" required error={saving.errors['fromOn']}>
        {(control) => <DayField {...control} today={today} value={fromOn} onChange={setFromOn} />}
      </FormRow>
      <FormRow label="Đến ngày" error={saving.errors['toOn']} hint="Để trống: đến khi có quyết định bỏ.">
        {(control) => <DayField {...control} today={today} value={toOn} onChange={setToOn} />}
      </FormRow>
      <TextRow
        label="Lý do"
        required
        error={saving.errors['reason']}
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
      <TextRow
        label="Quyết định"
        error={saving.errors['decision']}
        hint="Số, ngày của quyết định nếu đã có."
        maxLength={120}
        value={decision}
        onChange={setDecision}
      />
    </DenseForm>
  )
}
