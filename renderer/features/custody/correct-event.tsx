import { SegmentedControl, Stack, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CustodyLineEvent } from '#domain/contract/custody.ts'
import { CUSTODY_EVENT_LABELS } from '#domain/custody/event-kinds.ts'
import { formatInstant, type Instant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import {
  ACT_FIELDS,
  actOfValues,
  RECORDABLE_KINDS,
  valuesOfAct,
  type ActValues,
} from '#renderer/features/custody/act-fields.ts'
import { ActForm } from '#renderer/features/custody/act-form.tsx'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { DialogFoot } from '#ui/dialog-foot.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow } from '#ui/form-row.tsx'
import classes from './custody.module.css'

export interface CorrectEventProps {
  stayId: string
  /** The event to be corrected; null closes the dialog. */
  event: CustodyLineEvent | null
  onClose: () => void
}

/** Cancels a recorded event with a reason, and records it anew where only its time or facts were wrong. */
export function CorrectEvent({ stayId, event, onClose }: CorrectEventProps) {
  return (
    <Dialog opened={event !== null} onClose={onClose} title="Đính chính" size={640}>
      {event && <CorrectForm key={event.id} stayId={stayId} event={event} onClose={onClose} />}
    </Dialog>
  )
}

function CorrectForm({ stayId, event, onClose }: CorrectEventProps & { event: CustodyLineEvent }) {
  const now = useHubNow()
  const queryClient = useQueryClient()
  const kind = RECORDABLE_KINDS.find((known) => known === event.kind)
  const [ids] = useState(() => ({
    correction: crypto.randomUUID(),
    instead: crypto.randomUUID(),
    key: crypto.randomUUID(),
  }))
  const [way, setWay] = useState<'cancel' | 'instead'>('cancel')
  const [why, setWhy] = useState('')
  const [at, setAt] = useState<Instant | null>(event.at)
  const [values, setValues] = useState<ActValues>(valuesOfAct(event.act))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const correct = useMutation({
    mutationFn: (input: Parameters<typeof hub.custody.correct>[0]) =>
      hub.custody.correct(input, { context: { key: ids.key } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.custody.key() })
      onClose()
    },
  })

  function save() {
    const found: Record<string, string> = {}
    if (why.trim() === '') found['why'] = 'Ghi lý do; lý do đi kèm đính chính này trong hồ sơ.'
    const corrections = [{ id: ids.correction, stayId, eventId: event.id }]
    if (way === 'cancel') {
      setErrors(found)
      if (Object.keys(found).length === 0) correct.mutate({ corrections, why, instead: null })
      return
    }
    const read = kind ? actOfValues(kind, values) : { act: event.act }
    if ('errors' in read) Object.assign(found, read.errors)
    if (at === null) found['at'] = 'Ghi ngày và giờ đúng, ví dụ 22/11/2026 14:02.'
    setErrors(found)
    if ('errors' in read || at === null || Object.keys(found).length > 0) return
    correct.mutate({ corrections, why, instead: { id: ids.instead, stayId, at, act: read.act } })
  }

  return (
    <form
      aria-label="Đính chính"
      noValidate
      onSubmit={(submit) => {
        submit.preventDefault()
        if (!correct.isPending) save()
      }}
    >
      <p className={classes.standing}>
        <b>{CUSTODY_EVENT_LABELS[event.kind]}</b> lúc {formatInstant(event.at)}, {event.recordedBy} ghi lúc{' '}
        {formatInstant(event.recordedAt)}
      </p>
      <Stack gap="sm">
        <FormRow label="Cách đính chính">
          {() => (
            <SegmentedControl
              aria-label="Cách đính chính"
              size="xs"
              data={[
                { value: 'cancel', label: 'Hủy việc này' },
                { value: 'instead', label: 'Ghi lại cho đúng' },
              ]}
              value={way}
              onChange={(value) => setWay(value === 'instead' ? 'instead' : 'cancel')}
            />
          )}
        </FormRow>
        {way === 'instead' && (
          <>
            <FormRow label="Thời điểm đúng" required error={errors['at']}>
              {(control) => (
                <MomentField {...control} label="Thời điểm đúng" now={now} value={at} onChange={setAt} />
              )}
            </FormRow>
            {kind && (
              <ActForm
                fields={ACT_FIELDS[kind]}
                values={values}
                onChange={setValues}
                errors={errors}
                now={now}
              />
            )}
          </>
        )}
        <FormRow label="Lý do" required error={errors['why']}>
          {(control) => (
            <Textarea
              {...control}
              data-autofocus
              autosize
              minRows={2}
              maxLength={500}
              value={why}
              onChange={(change) => setWhy(change.currentTarget.value)}
            />
          )}
        </FormRow>
      </Stack>
      <DialogFoot
        problem={correct.isError ? toHubError(correct.error).message : null}
        onClose={onClose}
        act={way === 'cancel' ? `Hủy “${CUSTODY_EVENT_LABELS[event.kind]}”` : 'Ghi lại cho đúng'}
        busy={correct.isPending}
        color={way === 'cancel' ? 'red' : undefined}
      />
    </form>
  )
}
