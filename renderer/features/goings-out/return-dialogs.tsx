import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OutKind } from '#domain/custody/event-kinds.ts'
import type { Instant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { namesOf } from '#renderer/features/escapes/escape-words.ts'
import { offerUndo } from '#renderer/features/zones/offer-undo.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { ParagraphRow } from '#ui/text-row.tsx'
import classes from './goings-out.module.css'

/** Somebody who is out, as the dialogs name them. */
interface SomebodyOut {
  stayId: string
  name: string
  outKind: OutKind | null
  destination: string | null
}

interface DialogProps {
  /** Nobody: the dialog is closed. */
  people: readonly SomebodyOut[]
  onClose: () => void
}

/** Records that people are back, with what was found at the gate. */
export function ComeBackDialog({ people, onClose }: DialogProps) {
  return (
    <Dialog opened={people.length > 0} onClose={onClose} title="Ghi trở lại cơ sở" size={620}>
      {people.length > 0 && <ComeBackForm people={people} onClose={onClose} />}
    </Dialog>
  )
}

/** Names, moment and what was found; the act can be taken back by whoever may correct. */
function ComeBackForm({ people, onClose }: DialogProps) {
  const desk = useDesk()
  const queryClient = useQueryClient()
  const now = useHubNow()
  // The moment the form opened is “now”: the hub's clock decides then.
  const [opened] = useState<Instant>(now)
  const [at, setAt] = useState<Instant | null>(opened)
  const [note, setNote] = useState('')
  const [returns] = useState(() => people.map(({ stayId }) => ({ stayId, eventId: crypto.randomUUID() })))
  const saving = useSave((input: Parameters<typeof hub.goingsOut.comeBack>[0], key) =>
    hub.goingsOut.comeBack(input, { context: { key } }),
  )
  async function save() {
    if (at === null) {
      saving.setErrors({ at: 'Ghi ngày và giờ trở lại, ví dụ 22/11/2026 14:02.' })
      return
    }
    if (!(await saving.send({ returns, at: at === opened ? null : at, note }))) return
    await queryClient.invalidateQueries({ queryKey: api.goingsOut.key() })
    const mayCorrect = desk?.permissions.includes('custody.correct') ?? false
    offerUndo(`Đã ghi trở lại: ${namesOf(people)}.`, returns, mayCorrect)
    onClose()
  }
  const owesCheck = people.some(({ outKind }) => outKind === 'funeral')
  return (
    <DenseForm
      label="Ghi trở lại cơ sở"
      saveLabel={people.length > 1 ? `Ghi ${people.length} người trở lại` : 'Ghi trở lại'}
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onClose}
      dirty={at !== opened || note !== ''}
      problem={saving.problem}
    >
      <p>{namesOf(people)}</p>
      <FormRow label="Lúc" required error={saving.errors['at']}>
        {(control) => <MomentField {...control} label="Lúc trở lại" now={now} value={at} onChange={setAt} />}
      </FormRow>
      <ParagraphRow
        label="Kiểm tra khi về"
        isFirst
        hint="Người, đồ vật mang theo, ai bàn giao."
        error={saving.errors['note']}
        maxLength={1000}
        value={note}
        onChange={setNote}
      />
      {owesCheck && (
        <p className={classes.dim}>
          Về chịu tang: y tế kiểm tra sức khỏe và xét nghiệm ma túy (LEAVE-06); việc này hiện ở thẻ “Chờ kiểm
          tra khi về”.
        </p>
      )}
    </DenseForm>
  )
}
