import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { IncidentExhibit } from '#domain/contract/incident-shapes.ts'
import { EXHIBIT_MOVE_LABELS, EXHIBIT_MOVES, type ExhibitMove } from '#domain/incidents/exhibit.ts'
import type { Instant } from '#domain/time/instant.ts'
import { hub } from '#renderer/api/client.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { useIncidentAct } from './use-incident.ts'

/** One line more in the chain of custody: who took the thing, for what, under which seal. */
export function ExhibitMoveForm({ exhibit, onDone }: { exhibit: IncidentExhibit; onDone: () => void }) {
  const now = useHubNow()
  const moves = EXHIBIT_MOVES.filter(
    (move) => move !== 'seized' && (move !== 'back-from-test' || exhibit.lastMove === 'sent-for-test'),
  )
  const [moveId] = useState(() => crypto.randomUUID())
  const [kind, setKind] = useState<ExhibitMove>(exhibit.sealNumber === null ? 'sealed' : 'stored')
  const [at, setAt] = useState<Instant | null>(now)
  const [toHolder, setToHolder] = useState(exhibit.sealNumber === null ? exhibit.holder : '')
  const [sealNumber, setSealNumber] = useState(exhibit.sealNumber ?? '')
  const [witness, setWitness] = useState('')
  const [note, setNote] = useState('')
  const { run, saving } = useIncidentAct(
    (input: Parameters<typeof hub.incidents.moveExhibit>[0], key) =>
      hub.incidents.moveExhibit(input, { context: { key } }),
    `Đã ghi giao nhận vật ${exhibit.no}.`,
    onDone,
  )
  const { errors, clash } = saving
  function save() {
    const missing = {
      ...(at === null && { at: 'Ghi ngày và giờ, ví dụ 22/11/2026 14:02.' }),
      ...(toHolder.trim() === '' && { toHolder: 'Ghi người nhận, giữ.' }),
      ...(kind === 'sealed' && sealNumber.trim() === '' && { sealNumber: 'Ghi số niêm phong.' }),
    }
    saving.setErrors(missing)
    if (Object.keys(missing).length > 0) return
    void run({
      id: exhibit.id,
      version: exhibit.version,
      moveId,
      kind,
      // The moment the form opened is “now”: the hub's clock decides then.
      at: at === now ? null : at,
      toHolder,
      sealNumber,
      witness,
      note,
    })
  }
  return (
    <DenseForm
      label="Giao nhận"
      saveLabel="Ghi giao nhận"
      onSave={save}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={note !== '' || witness !== ''}
      problem={
        saving.problem ?? (clash && 'Người khác vừa ghi giao nhận vật này. Đóng, xem lại chuỗi rồi ghi.')
      }
    >
      <FormRow label="Việc" required error={errors['kind']}>
        {(control) => (
          <Select
            {...control}
            data-autofocus
            allowDeselect={false}
            data={moves.map((value) => ({ value, label: EXHIBIT_MOVE_LABELS[value] }))}
            value={kind}
            onChange={(value) => setKind(moves.find((one) => one === value) ?? kind)}
          />
        )}
      </FormRow>
      <FormRow label="Lúc" required error={errors['at']}>
        {(control) => <MomentField {...control} label="Lúc" now={now} value={at} onChange={setAt} />}
      </FormRow>
      <FormRow label="Người giao">{() => <span>{exhibit.holder}</span>}</FormRow>
      <FormRow label="Người nhận, giữ" required error={errors['toHolder']}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={120}
            value={toHolder}
            onChange={(event) => setToHolder(event.currentTarget.value)}
          />
        )}
      </FormRow>
      <FormRow label="Số niêm phong" required={kind === 'sealed'} error={errors['sealNumber']}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={60}
            w={240}
            value={sealNumber}
            onChange={(event) => setSealNumber(event.currentTarget.value)}
          />
        )}
      </FormRow>
      <FormRow label="Người chứng kiến" error={errors['witness']}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={200}
            value={witness}
            onChange={(event) => setWitness(event.currentTarget.value)}
          />
        )}
      </FormRow>
      <FormRow label="Ghi chú" error={errors['note']}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}
