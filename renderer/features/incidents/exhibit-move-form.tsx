import { useState } from 'react'
import type { IncidentExhibit } from '#domain/contract/incident-shapes.ts'
import { EXHIBIT_MOVE_LABELS, EXHIBIT_MOVES, moveText, type ExhibitMove } from '#domain/incidents/exhibit.ts'
import type { Instant } from '#domain/time/instant.ts'
import { hub } from '#renderer/api/client.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { CodeSelect } from '#ui/code-choice.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'
import { useIncidentAct } from './use-incident.ts'
import classes from './incidents.module.css'

/** What whoever takes the thing is called. */
const TAKER_LABELS: Record<ExhibitMove, string> = {
  seized: 'Người giữ',
  sealed: 'Người giữ',
  stored: 'Kho, người giữ',
  'handed-over': 'Cơ quan, người nhận',
  'sent-for-test': 'Nơi giám định, người nhận',
  'back-from-test': 'Người nhận lại, giữ',
  returned: 'Người nhận lại',
  destroyed: 'Hội đồng, người tiêu hủy',
}

/** One line more in the chain of custody: who took the thing, for what, under which seal. */
export function ExhibitMoveForm({ exhibit, onDone }: { exhibit: IncidentExhibit; onDone: () => void }) {
  const now = useHubNow()
  const { sealNumber: seal } = exhibit
  const moves = EXHIBIT_MOVES.filter(
    (move) => move !== 'seized' && (move !== 'back-from-test' || exhibit.lastMove === 'sent-for-test'),
  )
  const [moveId] = useState(() => crypto.randomUUID())
  const [kind, setKind] = useState<ExhibitMove>(firstMove(exhibit))
  const [at, setAt] = useState<Instant | null>(now)
  const [toHolder, setToHolder] = useState(kind === 'sealed' ? exhibit.holder : '')
  const [sealNumber, setSealNumber] = useState('')
  const [witness, setWitness] = useState('')
  const [note, setNote] = useState('')
  const { run, saving } = useIncidentAct(
    (input: Parameters<typeof hub.incidents.moveExhibit>[0], key) =>
      hub.incidents.moveExhibit(input, { context: { key } }),
    `Đã ghi giao nhận vật ${exhibit.no}.`,
    onDone,
  )
  const { errors, clash } = saving
  const isSealing = kind === 'sealed'
  const isResealing = isSealing && seal !== null
  const takesSeal = isSealing || kind === 'back-from-test' || seal === null
  function save() {
    const missing = {
      ...(at === null && { at: 'Ghi ngày và giờ, ví dụ 22/11/2026 14:02.' }),
      ...(toHolder.trim() === '' && { toHolder: `Ghi ${TAKER_LABELS[kind].toLocaleLowerCase('vi')}.` }),
      ...(isSealing && sealNumber.trim() === '' && { sealNumber: 'Ghi số niêm phong.' }),
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
      sealNumber: takesSeal ? sealNumber : null,
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
      dirty={note + witness + sealNumber !== ''}
      problem={
        saving.problem ?? (clash && 'Người khác vừa ghi giao nhận vật này. Đóng, xem lại chuỗi rồi ghi.')
      }
    >
      <FormRow label="Việc" required error={errors['kind']}>
        {(control) => (
          <CodeSelect
            {...control}
            data-autofocus
            codes={moves}
            labels={{ ...EXHIBIT_MOVE_LABELS, sealed: moveText('sealed', seal) }}
            value={kind}
            onChange={setKind}
          />
        )}
      </FormRow>
      <FormRow label="Lúc" required error={errors['at']}>
        {(control) => <MomentField {...control} label="Lúc" now={now} value={at} onChange={setAt} />}
      </FormRow>
      <FormRow label="Người giao">{() => <span className={classes.given}>{exhibit.holder}</span>}</FormRow>
      <TextRow
        label={TAKER_LABELS[kind]}
        required
        error={errors['toHolder']}
        maxLength={120}
        value={toHolder}
        onChange={setToHolder}
      />
      {takesSeal ? (
        <TextRow
          label={seal === null ? 'Số niêm phong' : 'Số niêm phong mới'}
          required={isSealing}
          error={errors['sealNumber']}
          hint={
            isSealing &&
            'Chưa tìm thấy điều luật về niêm phong trong cơ sở: theo quy ước của cơ sở (HOUSE-14).'
          }
          maxLength={60}
          w={240}
          value={sealNumber}
          onChange={setSealNumber}
        />
      ) : (
        <FormRow label="Số niêm phong" error={errors['sealNumber']}>
          {() => <span className={classes.given}>{seal}</span>}
        </FormRow>
      )}
      <TextRow
        label="Người chứng kiến"
        required={isResealing || kind === 'destroyed'}
        error={errors['witness']}
        maxLength={200}
        value={witness}
        onChange={setWitness}
      />
      <TextRow
        label={isResealing ? 'Vì sao mở' : 'Ghi chú'}
        required={isResealing}
        error={errors['note']}
        maxLength={500}
        value={note}
        onChange={setNote}
      />
    </DenseForm>
  )
}

/** What usually comes next. */
function firstMove({ sealNumber, lastMove }: IncidentExhibit): ExhibitMove {
  if (lastMove === 'sent-for-test') return 'back-from-test'
  return sealNumber === null ? 'sealed' : 'stored'
}
