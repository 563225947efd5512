import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { CALL_KIND_LABELS, CALL_STATE_LABELS, type CallState } from '#domain/contacts/contact-codes.ts'
import type { PhoneCall } from '#domain/contract/contacts.ts'
import { RELATION_LABELS } from '#domain/information-sheet/personal-lists.ts'
import { formatTime } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { CallForm } from '#renderer/features/contacts/call-form.tsx'
import { RegisterPanel } from '#renderer/features/contacts/register-panel.tsx'
import { useRegisterMonth } from '#renderer/features/contacts/use-register.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import type { PickedPerson } from '#renderer/features/visits/pick-person.tsx'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { WholeNumber } from '#ui/whole-number.tsx'
import type { Tone } from '#ui/colors.ts'
import classes from '../visits/visits.module.css'

const TONES: Record<CallState, Tone> = { registered: 'soon', made: 'ok', cancelled: 'ended' }

/** Calls of a month, or of one person with what is left of the month. */
export function CallsPanel({ person }: { person?: PickedPerson }) {
  const register = useRegisterMonth(person?.personId ?? null)
  const queryClient = useQueryClient()
  const list = useInfiniteQuery(api.contacts.calls.infiniteOptions(register.paging))
  const [making, setMaking] = useState<PhoneCall | null>(null)
  const [cancelling, setCancelling] = useState<PhoneCall | null>(null)
  const cancel = useMutation({
    mutationFn: (input: Parameters<typeof hub.contacts.cancelCall>[0]) => hub.contacts.cancelCall(input),
    onSuccess: async () => {
      showNotice('Đã hủy cuộc gọi; lượt này không tính vào tháng.')
      await queryClient.invalidateQueries({ queryKey: api.contacts.key() })
      setCancelling(null)
    },
  })
  return (
    <>
      <RegisterPanel
        title="Điện thoại, gọi hình"
        label="Các cuộc gọi"
        heads={['Người nghe', 'Nội dung đăng ký', 'Trạng thái', 'Việc']}
        none="Chưa có cuộc gọi nào"
        isOfOne={person !== undefined}
        register={register}
        list={list}
        underDay={(call) =>
          call.madeAt !== null && <div className={classes.dim}>{formatTime(call.madeAt)}</div>
        }
        cells={(call) => (
          <>
            <td>
              {call.callee}
              <div className={classes.dim}>
                {RELATION_LABELS[call.relation]}, {call.number}
              </div>
            </td>
            <td>
              {call.content}
              <div className={classes.dim}>
                {CALL_KIND_LABELS[call.kind]}, {call.minutes} phút
                {call.isAllowedByHead && ', Trưởng cơ sở cho phép'}
              </div>
            </td>
            <td>
              <ToneChip quiet tone={TONES[call.state]} text={CALL_STATE_LABELS[call.state]} />
              <div className={classes.dim}>
                {call.madeMinutes !== null && `${call.madeMinutes} phút, ${call.watchedBy ?? ''} theo dõi`}
                {call.outcome !== null && ` ${call.outcome}`}
              </div>
            </td>
            <td>
              <CallActs call={call} onMake={() => setMaking(call)} onCancel={() => setCancelling(call)} />
            </td>
          </>
        )}
        act={{
          label: 'Đăng ký cuộc gọi',
          width: 680,
          form: (onDone) => <CallForm {...(person ? { person } : {})} onDone={onDone} />,
        }}
      >
        {person && <CallsLeftLine personId={person.personId} />}
      </RegisterPanel>
      <Dialog
        opened={making !== null}
        onClose={() => setMaking(null)}
        title={`Ghi cuộc gọi: ${making?.name ?? ''}`}
        size={520}
      >
        {making !== null && <MakeCallForm call={making} onDone={() => setMaking(null)} />}
      </Dialog>
      <ConfirmAct
        opened={cancelling !== null}
        onClose={() => {
          cancel.reset()
          setCancelling(null)
        }}
        title={`Hủy cuộc gọi của ${cancelling?.name ?? ''}?`}
        act="Hủy cuộc gọi"
        reason={{ label: 'Lý do', required: true }}
        busy={cancel.isPending}
        problem={cancel.isError && toHubError(cancel.error).message}
        onConfirm={(reason) => {
          if (cancelling) cancel.mutate({ id: cancelling.id, version: cancelling.version, reason })
        }}
      >
        Cuộc gọi đã hủy vẫn còn trong sổ và không tính vào số lần của tháng.
      </ConfirmAct>
    </>
  )
}

function CallActs({ call, onMake, onCancel }: { call: PhoneCall; onMake: () => void; onCancel: () => void }) {
  const desk = useDesk()
  const mayEdit = desk?.permissions.includes('contacts.edit') ?? false
  if (!mayEdit || call.state !== 'registered') return null
  return (
    <div className={classes.acts}>
      <Button size="compact-sm" aria-label={`Ghi đã gọi: ${call.name}`} onClick={onMake}>
        Đã gọi
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        aria-label={`Hủy cuộc gọi: ${call.name}`}
        onClick={onCancel}
      >
        Hủy
      </Button>
    </div>
  )
}

/** `Tháng này còn 2 lần, mỗi lần 15 phút`. */
function CallsLeftLine({ personId }: { personId: string }) {
  const left = useQuery(api.contacts.callsLeft.queryOptions({ input: { personId } }))
  if (!left.data) return null
  const { used, left: rest, extra, minutes } = left.data
  return (
    <p className={classes.note} style={{ padding: '0 12px' }}>
      {rest === null
        ? `Tháng này đã gọi ${used} lần; không có quy định về số lần.`
        : `Tháng này còn ${rest} lần${minutes === null ? '' : `, mỗi lần ${minutes} phút`}; Trưởng cơ sở có thể cho thêm ${extra} lần.`}
    </p>
  )
}

function MakeCallForm({ call, onDone }: { call: PhoneCall; onDone: () => void }) {
  const desk = useDesk()
  const queryClient = useQueryClient()
  const [minutes, setMinutes] = useState<number | null>(call.minutes)
  const [watchedBy, setWatchedBy] = useState(desk?.userName ?? '')
  const [outcome, setOutcome] = useState('')
  const saving = useSave((input: Parameters<typeof hub.contacts.makeCall>[0], key) =>
    hub.contacts.makeCall(input, { context: { key } }),
  )
  async function save() {
    const { id, version } = call
    if (!(await saving.send({ id, version, minutes: minutes ?? 0, watchedBy, outcome }))) return
    showNotice(`Đã ghi cuộc gọi của ${call.name}.`)
    await queryClient.invalidateQueries({ queryKey: api.contacts.key() })
    onDone()
  }
  return (
    <DenseForm
      label="Ghi cuộc gọi"
      saveLabel="Ghi đã gọi"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      problem={saving.clash ? 'Máy khác vừa ghi cuộc gọi này. Đóng ô này và xem lại.' : saving.problem}
    >
      <FormRow label="Đã gọi (phút)" required error={saving.errors['minutes']}>
        {(control) => <WholeNumber {...control} isFirst value={minutes} onChange={setMinutes} />}
      </FormRow>
      <TextRow
        label="Cán bộ theo dõi"
        required
        error={saving.errors['watchedBy']}
        maxLength={120}
        value={watchedBy}
        onChange={setWatchedBy}
      />
      <TextRow
        label="Ghi chú"
        error={saving.errors['outcome']}
        maxLength={500}
        value={outcome}
        onChange={setOutcome}
      />
    </DenseForm>
  )
}
