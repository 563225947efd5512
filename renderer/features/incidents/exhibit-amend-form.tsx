import { useState } from 'react'
import type { IncidentExhibit } from '#domain/contract/incident-shapes.ts'
import { hub } from '#renderer/api/client.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { TextRow } from '#ui/text-row.tsx'
import { readThing, ThingFields, type ThingDraft } from './thing-fields.tsx'
import { useIncidentAct } from './use-incident.ts'

/** Puts right what a thing is and how much: weighed again, tested, or typed wrongly. */
export function ExhibitAmendForm({ exhibit, onDone }: { exhibit: IncidentExhibit; onDone: () => void }) {
  const { id, version, kind, substance, route, description, quantity, unit } = exhibit
  const [first] = useState<ThingDraft>({ kind, substance, route, description, quantity, unit })
  const [thing, setThing] = useState(first)
  const [reason, setReason] = useState('')
  const { run, saving } = useIncidentAct(
    (input: Parameters<typeof hub.incidents.amendExhibit>[0], key) =>
      hub.incidents.amendExhibit(input, { context: { key } }),
    `Đã sửa vật ${exhibit.no}.`,
    onDone,
  )
  const { errors, clash } = saving
  function save() {
    const read = readThing(thing)
    const missing = {
      ...read.missing,
      ...(reason.trim() === '' && { reason: 'Ghi vì sao sửa: cân lại, kết luận giám định số, ghi nhầm.' }),
    }
    saving.setErrors(missing)
    if (read.thing === null || Object.keys(missing).length > 0) return
    void run({ id, version, ...read.thing, reason })
  }
  return (
    <DenseForm
      label="Sửa vật thu giữ"
      saveLabel="Sửa"
      onSave={save}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={thing !== first || reason !== ''}
      problem={saving.problem ?? (clash && 'Người khác vừa ghi vật này. Đóng, xem lại rồi sửa.')}
    >
      <ThingFields thing={thing} onChange={setThing} errors={errors} />
      <TextRow
        label="Vì sao sửa"
        required
        error={errors['reason']}
        hint="Giá trị trước khi sửa và lý do nằm trong nhật ký."
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
    </DenseForm>
  )
}
