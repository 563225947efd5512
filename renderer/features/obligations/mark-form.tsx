import { SegmentedControl, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ObligationView } from '#domain/contract/obligations.ts'
import {
  EXEMPTION_REASON_LABELS,
  EXEMPTION_REASONS,
  SENDING_WAY_LABELS,
  SENDING_WAYS,
  type ExemptionReason,
  type SendingWay,
} from '#domain/obligations/exemptions.ts'
import type { Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { OptionalCodeSelect } from '#ui/code-choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { formatNumber } from '#ui/format.ts'

interface Typed {
  act: 'done' | 'exempt'
  paper: string
  number: string
  sentBy: SendingWay | null
  sentOn: Day | null
  reason: ExemptionReason | null
  note: string
}

const ACTS = [
  { value: 'done', label: 'Đã làm' },
  { value: 'exempt', label: 'Không phải làm' },
]

/** Marks one or several obligations: done with paper and proof of sending, or not needed with a reason. */
export function MarkForm({ rows, onDone }: { rows: readonly ObligationView[]; onDone: () => void }) {
  const queryClient = useQueryClient()
  const now = useHubNow()
  const today = dayOf(now)
  const asksSending = rows.some(({ isNotice }) => isNotice)
  const [start] = useState<Typed>(() => ({
    act: 'done',
    paper: rows.length === 1 ? (rows[0]?.form ?? '') : '',
    number: '',
    sentBy: null,
    sentOn: asksSending ? today : null,
    reason: null,
    note: '',
  }))
  const [typed, setTyped] = useState(start)
  const put = (change: Partial<Typed>) => setTyped({ ...typed, ...change })
  const done = useSave((input: Parameters<typeof hub.obligations.done>[0], key) =>
    hub.obligations.done(input, { context: { key } }),
  )
  const exempt = useSave((input: Parameters<typeof hub.obligations.exempt>[0], key) =>
    hub.obligations.exempt(input, { context: { key } }),
  )
  const saving = typed.act === 'done' ? done : exempt
  const { errors } = saving
  const items = rows.map(({ stayId, key, dueAt }) => ({ stayId, key, dueAt }))

  async function save() {
    const { reason, note, paper, number, sentBy, sentOn } = typed
    if (typed.act === 'exempt') {
      if (reason === null) {
        exempt.setErrors({ reason: 'Chọn lý do.' })
        return
      }
      if (!(await exempt.send({ items, reason, note }))) return
    } else {
      const isSent = sentBy !== null
      if (asksSending && !isSent) {
        done.setErrors({ sentBy: 'Chọn cách gửi thông báo.' })
        return
      }
      const sent = { sentBy, sentOn: isSent ? sentOn : null }
      if (!(await done.send({ items, at: now, paper, number, note, ...sent }))) return
    }
    await queryClient.invalidateQueries()
    showNotice(
      `Đã ghi ${formatNumber(rows.length)} việc là ${typed.act === 'done' ? 'đã làm' : 'không phải làm'}.`,
    )
    onDone()
  }

  return (
    <DenseForm
      label="Ghi việc đến hạn"
      saveLabel={typed.act === 'done' ? 'Ghi đã làm' : 'Ghi không phải làm'}
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={JSON.stringify(typed) !== JSON.stringify(start)}
      problem={saving.clash ? 'Việc này vừa thay đổi. Tải lại để xem.' : saving.problem}
    >
      <SegmentedControl
        aria-label="Ghi là"
        data={ACTS}
        value={typed.act}
        onChange={(act) => put({ act: act === 'exempt' ? 'exempt' : 'done' })}
      />
      {typed.act === 'exempt' && (
        <FormRow label="Lý do" required error={errors['reason']}>
          {(control) => (
            <OptionalCodeSelect
              {...control}
              codes={EXEMPTION_REASONS}
              labels={EXEMPTION_REASON_LABELS}
              value={typed.reason}
              onChange={(value) => put({ reason: value })}
            />
          )}
        </FormRow>
      )}
      {typed.act === 'done' && (
        <>
          <FormRow label="Văn bản" error={errors['paper']}>
            {(control) => (
              <TextInput
                {...control}
                value={typed.paper}
                onChange={(event) => put({ paper: event.currentTarget.value })}
              />
            )}
          </FormRow>
          <FormRow label="Số" error={errors['number']}>
            {(control) => (
              <TextInput
                {...control}
                value={typed.number}
                onChange={(event) => put({ number: event.currentTarget.value })}
              />
            )}
          </FormRow>
          <FormRow label="Cách gửi" required={asksSending} error={errors['sentBy']}>
            {(control) => (
              <OptionalCodeSelect
                {...control}
                clearable={!asksSending}
                codes={SENDING_WAYS}
                labels={SENDING_WAY_LABELS}
                value={typed.sentBy}
                onChange={(sentBy) =>
                  put({ sentBy, sentOn: sentBy === null ? null : (typed.sentOn ?? today) })
                }
              />
            )}
          </FormRow>
          {typed.sentBy !== null && (
            <FormRow label="Ngày gửi" required error={errors['sentOn']}>
              {(control) => (
                <DayField
                  {...control}
                  today={today}
                  value={typed.sentOn}
                  onChange={(sentOn) => put({ sentOn })}
                />
              )}
            </FormRow>
          )}
        </>
      )}
      <FormRow label="Ghi chú" required={typed.reason === 'other'} error={errors['note']}>
        {(control) => (
          <TextInput
            {...control}
            value={typed.note}
            onChange={(event) => put({ note: event.currentTarget.value })}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}
