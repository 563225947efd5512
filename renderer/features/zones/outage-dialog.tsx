import { Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BedLine } from '#domain/contract/places.ts'
import { OUTAGE_REASON_LABELS, OUTAGE_REASONS, type OutageReason } from '#domain/placement/capacity.ts'
import type { Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { fieldErrors, toHubError } from '#renderer/api/hub-error.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { CodeSelect } from '#ui/code-choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { DialogFoot } from '#ui/dialog-foot.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'

/** Takes a free bed out of service, with the reason and the day it is to be back. */
export function OutageDialog({ bed, onClose }: { bed: BedLine | null; onClose: () => void }) {
  return (
    <Dialog opened={bed !== null} onClose={onClose} title={`Ngừng sử dụng giường ${bed?.fullCode ?? ''}`}>
      {bed && <OutageForm bed={bed} onClose={onClose} />}
    </Dialog>
  )
}

function OutageForm({ bed, onClose }: { bed: BedLine; onClose: () => void }) {
  const queryClient = useQueryClient()
  const now = useHubNow()
  const [ids] = useState(() => ({ outage: crypto.randomUUID(), key: crypto.randomUUID() }))
  const [reason, setReason] = useState<OutageReason>('damage')
  const [note, setNote] = useState('')
  const [backOn, setBackOn] = useState<Day | null>(null)
  const stop = useMutation({
    mutationFn: () =>
      hub.places.setOutage(
        { beds: [{ outageId: ids.outage, bedId: bed.id }], reason, note, backOn },
        { context: { key: ids.key } },
      ),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.places.key() })
      onClose()
    },
  })
  const error = stop.isError ? toHubError(stop.error) : null
  const errors = error ? fieldErrors(error) : {}
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!stop.isPending) stop.mutate()
      }}
    >
      <Stack gap="sm">
        <FormRow label="Lý do" required>
          {(control) => (
            <CodeSelect
              {...control}
              data-autofocus
              codes={OUTAGE_REASONS}
              labels={OUTAGE_REASON_LABELS}
              value={reason}
              onChange={setReason}
            />
          )}
        </FormRow>
        <TextRow label="Ghi rõ" error={errors['note']} maxLength={300} value={note} onChange={setNote} />
        <FormRow label="Dự kiến dùng lại" error={errors['backOn']}>
          {(control) => <DayField {...control} today={dayOf(now)} value={backOn} onChange={setBackOn} />}
        </FormRow>
      </Stack>
      <DialogFoot
        problem={error?.message}
        onClose={onClose}
        act={`Ngừng sử dụng giường ${bed.fullCode}`}
        busy={stop.isPending}
      />
    </form>
  )
}
