import { Button, NumberInput, TextInput } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { CALL_KIND_LABELS, CALL_STATE_LABELS, type CallState } from '#domain/contacts/contact-codes.ts'
import type { PhoneCall } from '#domain/contract/contacts.ts'
import { RELATION_LABELS } from '#domain/information-sheet/personal-lists.ts'
import { formatDay } from '#domain/time/day.ts'
import { formatTime } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { CallForm } from '#renderer/features/contacts/call-form.tsx'
import { MoreRows, RegisterTable } from '#renderer/features/contacts/register-table.tsx'
import { RegisterHead } from '#renderer/features/contacts/register-head.tsx'
import { useRegisterMonth } from '#renderer/features/contacts/use-register.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { personHref } from '#renderer/features/people/person-words.ts'
import type { PickedPerson } from '#renderer/features/visits/pick-person.tsx'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import type { Tone } from '#ui/colors.ts'
import classes from '../visits/visits.module.css'

const TONES: Record<CallState, Tone> = { registered: 'soon', made: 'ok', cancelled: 'ended' }

/** Calls of a month, or of one person with what is left of the month. */
export function CallsPanel({ person }: { person?: PickedPerson }) {
  const { month, setMonth, choices, asked } = useRegisterMonth(person?.personId ?? null)
  const queryClient = useQueryClient()
  const list = useInfiniteQuery(
    api.contacts.calls.infiniteOptions({
      input: (cursor: string | null) => ({ ...asked, cursor, limit: 50 }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
  )
  const [isAdding, setIsAdding] = useState(false)
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
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Panel
      title="Điện thoại, gọi hình"
      flush
      aside={
        <RegisterHead
          month={person ? null : month}
          choices={choices}
          onMonth={setMonth}
          act="Đăng ký cuộc gọi"
          onAdd={() => setIsAdding(true)}
        />
      }
    >
      {person && <CallsLeftLine personId={person.personId} />}
      <RegisterTable
        label="Các cuộc gọi"
        heads={[
          'Ngày',
          ...(person ? [] : ['Học viên']),
          'Người nghe',
          'Nội dung đăng ký',
          'Trạng thái',
          'Việc',
        ]}
        isPending={list.isPending}
        error={list.error}
        isEmpty={rows.length === 0}
        none="Chưa có cuộc gọi nào"
      >
        {rows.map((call) => (
          <tr key={call.id}>
            <td className={classes.nowrap}>
              {formatDay(call.on)}
              {call.madeAt !== null && <div className={classes.dim}>{formatTime(call.madeAt)}</div>}
            </td>
            {!person && (
              <td>
                <InnerLink href={personHref(call.personId, 'tham-gap')}>{call.name}</InnerLink>
                <div className={classes.dim}>{call.zoneName}</div>
              </td>
            )}
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
          </tr>
        ))}
      </RegisterTable>
      <MoreRows list={list} />
      <Dialog opened={isAdding} onClose={() => setIsAdding(false)} title="Đăng ký cuộc gọi" size={680}>
        {isAdding && <CallForm {...(person ? { person } : {})} onDone={() => setIsAdding(false)} />}
      </Dialog>
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
    </Panel>
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
        {(control) => (
          <NumberInput
            {...control}
            data-autofocus
            w={100}
            hideControls
            allowDecimal={false}
            allowNegative={false}
            value={minutes ?? ''}
            onChange={(value) => setMinutes(value === '' ? null : Number(value))}
          />
        )}
      </FormRow>
      <FormRow label="Cán bộ theo dõi" required error={saving.errors['watchedBy']}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={120}
            value={watchedBy}
            onChange={(event) => setWatchedBy(event.currentTarget.value)}
          />
        )}
      </FormRow>
      <FormRow label="Ghi chú" error={saving.errors['outcome']}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={500}
            value={outcome}
            onChange={(event) => setOutcome(event.currentTarget.value)}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}
