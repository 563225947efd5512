import { Select, Stack } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Lodger } from '#domain/contract/placement.ts'
import { api, hub } from '#renderer/api/client.ts'
import { fieldErrors, toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { birthYear } from '#renderer/features/zones/lodger-text.ts'
import { offerUndo } from '#renderer/features/zones/offer-undo.ts'
import { DialogFoot } from '#ui/dialog-foot.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { ParagraphRow } from '#ui/text-row.tsx'
import classes from './zones.module.css'

export interface SwapDialogProps {
  /** The first of the two; null closes the dialog. */
  lodger: Lodger | null
  zoneId: string
  onClose: () => void
}

/** Lets two people change beds in one act. */
export function SwapDialog({ lodger, zoneId, onClose }: SwapDialogProps) {
  return (
    <Dialog opened={lodger !== null} onClose={onClose} title="Đổi chỗ hai người" size={520}>
      {lodger && <SwapForm lodger={lodger} zoneId={zoneId} onClose={onClose} />}
    </Dialog>
  )
}

function SwapForm({ lodger, zoneId, onClose }: SwapDialogProps & { lodger: Lodger }) {
  const desk = useDesk()
  const queryClient = useQueryClient()
  const [ids] = useState(() => ({
    mine: crypto.randomUUID(),
    other: crypto.randomUUID(),
    key: crypto.randomUUID(),
  }))
  const [zone, setZone] = useState(zoneId)
  const [otherId, setOtherId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const zones = useQuery(api.places.zones.queryOptions({ input: {} }))
  const lodgers = useQuery(api.placement.lodgers.queryOptions({ input: { zoneId: zone } }))
  const others = (lodgers.data?.lodgers ?? []).filter(
    ({ stayId, state }) => stayId !== lodger.stayId && state === 'inside',
  )
  const other = others.find(({ stayId }) => stayId === otherId)
  const swap = useMutation({
    mutationFn: (second: Lodger) =>
      hub.placement.swap(
        {
          sides: [
            { eventId: ids.mine, stayId: lodger.stayId, bedId: lodger.bedId ?? '' },
            { eventId: ids.other, stayId: second.stayId, bedId: second.bedId ?? '' },
          ],
          reason,
          at: null,
        },
        { context: { key: ids.key } },
      ),
    onSuccess: async ({ events }, second) => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: api.placement.key() }),
        queryClient.invalidateQueries({ queryKey: api.places.key() }),
      ])
      const mayCorrect = desk?.permissions.includes('custody.correct') ?? false
      offerUndo(`Đã đổi chỗ ${lodger.name} với ${second.name}.`, events, mayCorrect)
      onClose()
    },
    onError: (refused) => {
      // Whoever was chosen may lie elsewhere by now: the choice is made again, not moved along with them.
      if (fieldErrors(toHubError(refused))['reason'] === undefined) setOtherId(null)
      void queryClient.invalidateQueries({ queryKey: api.placement.lodgers.key() })
    },
  })
  const error = swap.isError ? toHubError(swap.error) : null
  const reasonError = error ? fieldErrors(error)['reason'] : undefined
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (other && !swap.isPending) swap.mutate(other)
      }}
    >
      <p className={classes.standing}>
        <b>{lodger.name}</b> đang ở giường <b>{lodger.bedCode}</b>
      </p>
      <Stack gap="sm">
        <FormRow label="Khu">
          {(control) => (
            <Select
              {...control}
              data={(zones.data?.zones ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              value={zone}
              allowDeselect={false}
              onChange={(chosen) => {
                setZone(chosen ?? zone)
                setOtherId(null)
              }}
            />
          )}
        </FormRow>
        <FormRow label="Đổi với" required>
          {(control) => (
            <Select
              {...control}
              data-autofocus
              openOnFocus={false}
              searchable
              placeholder="Tên hoặc mã giường"
              nothingFoundMessage="Không có ai khớp trong khu này"
              data={others.map((person) => ({
                value: person.stayId,
                label: `${person.bedCode ?? ''} · ${person.name} ${birthYear(person) ?? ''}`,
              }))}
              value={otherId}
              onChange={setOtherId}
            />
          )}
        </FormRow>
        <ParagraphRow
          label="Lý do"
          error={reasonError === undefined ? undefined : `${reasonError} Ghi lý do để vẫn đổi.`}
          minRows={1}
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
      </Stack>
      <DialogFoot
        problem={error && reasonError === undefined ? error.message : null}
        onClose={onClose}
        act={other ? `Đổi ${lodger.bedCode ?? ''} với ${other.bedCode ?? ''}` : 'Đổi chỗ'}
        busy={swap.isPending}
        disabled={!other}
      />
    </form>
  )
}
