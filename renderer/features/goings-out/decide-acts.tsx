import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Outing } from '#domain/contract/goings-out-shapes.ts'
import { OUTING_KIND_LABELS, OUTING_RULES } from '#domain/goings-out/outing-kinds.ts'
import type { Day } from '#domain/time/day.ts'
import { dayOf, formatInstant, type Instant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { AlertsBefore } from '#renderer/features/alerts/alerts-before.tsx'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { useSave, type Saving } from '#renderer/features/dossier/use-save.ts'
import { offerUndo } from '#renderer/features/zones/offer-undo.ts'
import { DayField } from '#ui/day-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { ParagraphRow, TextRow } from '#ui/text-row.tsx'

interface FormProps {
  outing: Outing
  onDone: () => void
}

/** Why the form was refused; of two desks the second reads what the first did. */
function problemOf<Input>({ clash, problem }: Saving<Input>): string | null {
  if (clash === null) return problem
  const state = clash.current['state']
  return `${clash.changedBy} vừa làm việc này: ${typeof state === 'string' ? `“${state}”` : 'đã thay đổi'}. Đóng và mở lại để xem.`
}

function titleOf({ kind, name }: Outing): string {
  return `${OUTING_KIND_LABELS[kind]}: ${name}`
}

/** Approves, with the decision of another body where that decides. */
export function ApproveForm({ outing, onDone }: FormProps) {
  const queryClient = useQueryClient()
  const today = dayOf(useHubNow())
  const [number, setNumber] = useState('')
  const [on, setOn] = useState<Day | null>(today)
  const [issuer, setIssuer] = useState('')
  const [note, setNote] = useState('')
  const saving = useSave((input: Parameters<typeof hub.goingsOut.approve>[0], key) =>
    hub.goingsOut.approve(input, { context: { key } }),
  )
  const { decidedElsewhere } = OUTING_RULES[outing.kind]
  async function save() {
    const decision =
      number.trim() === '' || on === null
        ? null
        : { number, on, issuer: issuer.trim() === '' ? 'Trưởng cơ sở' : issuer }
    if (!(await saving.send({ id: outing.id, version: outing.version, decision, note }))) return
    await queryClient.invalidateQueries({ queryKey: api.goingsOut.key() })
    showNotice(`Đã duyệt. ${titleOf(outing)}.`)
    onDone()
  }
  return (
    <DenseForm
      label={`Duyệt: ${titleOf(outing)}`}
      saveLabel="Duyệt"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      problem={problemOf(saving)}
    >
      <p>
        {titleOf(outing)}, đi {formatInstant(outing.leaveAt)}
        {outing.returnAt !== null && `, về ${formatInstant(outing.returnAt)}`}
      </p>
      <AlertsBefore personId={outing.personId} act="leave" />
      <TextRow
        label="Số quyết định"
        required={decidedElsewhere}
        error={saving.errors['decision']}
        isFirst
        maxLength={200}
        value={number}
        onChange={setNumber}
      />
      <FormRow label="Ngày quyết định">
        {(control) => <DayField {...control} today={today} value={on} onChange={setOn} />}
      </FormRow>
      <TextRow
        label="Nơi ban hành"
        required={decidedElsewhere}
        {...(decidedElsewhere ? {} : { hint: 'Để trống: Trưởng cơ sở.' })}
        maxLength={200}
        value={issuer}
        onChange={setIssuer}
      />
      <ParagraphRow
        label="Ghi chú"
        hint="Điều kiện, người đón, cách liên lạc."
        maxLength={500}
        value={note}
        onChange={setNote}
      />
    </DenseForm>
  )
}

/** Records the departure. */
export function LeaveForm({ outing, onDone }: FormProps) {
  const desk = useDesk()
  const queryClient = useQueryClient()
  const now = useHubNow()
  const [at, setAt] = useState<Instant | null>(now)
  const [escort, setEscort] = useState(outing.escort ?? '')
  const [eventId] = useState(() => crypto.randomUUID())
  const saving = useSave((input: Parameters<typeof hub.goingsOut.leave>[0], key) =>
    hub.goingsOut.leave(input, { context: { key } }),
  )
  async function save() {
    if (at === null) {
      saving.setErrors({ at: 'Ghi ngày và giờ đi, ví dụ 22/11/2026 14:02.' })
      return
    }
    const { id, version } = outing
    if (!(await saving.send({ id, version, eventId, at: at === now ? null : at, escort }))) return
    await queryClient.invalidateQueries({ queryKey: api.goingsOut.key() })
    offerUndo(
      `Đã ghi đi. ${titleOf(outing)}.`,
      [{ stayId: outing.stayId, eventId }],
      desk?.permissions.includes('custody.correct') ?? false,
    )
    onDone()
  }
  return (
    <DenseForm
      label={`Ghi đi: ${titleOf(outing)}`}
      saveLabel="Ghi đi"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      problem={problemOf(saving)}
    >
      <p>{titleOf(outing)}</p>
      <AlertsBefore personId={outing.personId} act="leave" />
      <FormRow label="Đi lúc" required error={saving.errors['at']}>
        {(control) => <MomentField {...control} label="Đi lúc" now={now} value={at} onChange={setAt} />}
      </FormRow>
      <TextRow
        label="Đi cùng, áp giải"
        error={saving.errors['escort']}
        isFirst
        maxLength={200}
        value={escort}
        onChange={setEscort}
      />
    </DenseForm>
  )
}

/** Sets a later return, with the reason. */
export function ExtendForm({ outing, onDone }: FormProps) {
  const queryClient = useQueryClient()
  const now = useHubNow()
  const [ids] = useState(() => ({
    id: crypto.randomUUID(),
    correctionId: crypto.randomUUID(),
    eventId: crypto.randomUUID(),
  }))
  const [until, setUntil] = useState<Instant | null>(outing.until)
  const [reason, setReason] = useState('')
  const saving = useSave((input: Parameters<typeof hub.goingsOut.extend>[0], key) =>
    hub.goingsOut.extend(input, { context: { key } }),
  )
  async function save() {
    if (until === null) {
      saving.setErrors({ until: 'Ghi ngày và giờ hẹn về mới, ví dụ 22/11/2026 14:02.' })
      return
    }
    const input = { ...ids, outingId: outing.id, version: outing.version, until, reason }
    if (!(await saving.send(input))) return
    await queryClient.invalidateQueries({ queryKey: api.goingsOut.key() })
    showNotice(`Đã gia hạn đến ${formatInstant(until)}.`)
    onDone()
  }
  return (
    <DenseForm
      label={`Gia hạn: ${titleOf(outing)}`}
      saveLabel="Gia hạn"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      problem={problemOf(saving)}
    >
      <p>
        {titleOf(outing)}
        {outing.until !== null && `, đang hẹn về ${formatInstant(outing.until)}`}
      </p>
      <FormRow label="Hẹn về mới" required error={saving.errors['until']}>
        {(control) => (
          <MomentField {...control} label="Hẹn về mới" now={now} value={until} onChange={setUntil} />
        )}
      </FormRow>
      <ParagraphRow
        label="Lý do gia hạn"
        required
        error={saving.errors['reason']}
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
    </DenseForm>
  )
}
