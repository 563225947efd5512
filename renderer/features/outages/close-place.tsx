import { Button, Select, Stack } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { OUTAGE_REASON_LABELS, OUTAGE_REASONS, type OutageReason } from '#domain/placement/capacity.ts'
import type { Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { fieldErrors, toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { PlacePeople } from '#renderer/features/zones/place-people.tsx'
import { CodeSelect } from '#ui/code-choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { DialogFoot } from '#ui/dialog-foot.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'
import classes from './outages.module.css'

/** Closes a room, building or zone now, or from a coming day on; whoever is in it is offered other beds first. */
export function ClosePlace({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [moving, setMoving] = useState<{ stayIds: readonly string[]; placeId: string } | null>(null)
  return (
    <>
      <Dialog opened={opened && moving === null} onClose={onClose} title="Ngừng sử dụng phòng, nhà hoặc khu">
        {opened && moving === null && <CloseForm onClose={onClose} onMove={setMoving} />}
      </Dialog>
      <PlacePeople
        stayIds={moving?.stayIds ?? null}
        zoneId={null}
        closingId={moving?.placeId ?? null}
        onClose={() => setMoving(null)}
      />
    </>
  )
}

function CloseForm({
  onClose,
  onMove,
}: {
  onClose: () => void
  onMove: (move: { stayIds: readonly string[]; placeId: string }) => void
}) {
  const queryClient = useQueryClient()
  const desk = useDesk()
  const today = dayOf(useHubNow())
  const [planId] = useState(() => crypto.randomUUID())
  const [zoneId, setZoneId] = useState<string | null>(null)
  const [placeId, setPlaceId] = useState<string | null>(null)
  const [reason, setReason] = useState<OutageReason>('maintenance')
  const [note, setNote] = useState('')
  const [fromOn, setFromOn] = useState<Day | null>(null)
  const [backOn, setBackOn] = useState<Day | null>(null)
  const zones = useQuery(api.places.zones.queryOptions({ input: {} }))
  const zone = useQuery(
    api.places.zone.queryOptions({ input: { zoneId: zoneId ?? '' }, enabled: zoneId !== null }),
  )
  const closing = placeId ?? zoneId
  const holders = useQuery(
    api.outages.holders.queryOptions({
      input: { placeId: closing ?? '' },
      enabled: closing !== null && (desk?.permissions.includes('people.read') ?? false),
    }),
  )
  const save = useMutation({
    mutationFn: async (place: string) => {
      const words = { reason, note, backOn }
      if (fromOn !== null && fromOn > today) {
        await hub.outages.plan({ id: planId, placeId: place, fromOn, ...words })
        return 'Đã hẹn ngừng sử dụng.'
      }
      const { beds } = await hub.outages.close({ placeId: place, ...words })
      return `Đã ngừng sử dụng ${beds} giường.`
    },
    onSuccess: async (said) => {
      showNotice(said)
      await queryClient.invalidateQueries({ queryKey: api.outages.key() })
      await queryClient.invalidateQueries({ queryKey: api.places.key() })
      onClose()
    },
  })
  const error = save.isError ? toHubError(save.error) : null
  const errors = error ? fieldErrors(error) : {}
  const people = holders.data?.people ?? []
  const isLater = fromOn !== null && fromOn > today
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (closing !== null && !save.isPending) save.mutate(closing)
      }}
    >
      <Stack gap="sm">
        <FormRow label="Khu" required>
          {(control) => (
            <Select
              {...control}
              data-autofocus
              data={(zones.data?.zones ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              value={zoneId}
              onChange={(value) => {
                setZoneId(value)
                setPlaceId(null)
              }}
            />
          )}
        </FormRow>
        <FormRow label="Nhà, phòng" hint="Để trống: cả khu.">
          {(control) => (
            <Select
              {...control}
              clearable
              searchable
              disabled={zoneId === null}
              placeholder="Cả khu"
              data={(zone.data?.places ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              value={placeId}
              onChange={setPlaceId}
            />
          )}
        </FormRow>
        <FormRow label="Lý do" required>
          {(control) => (
            <CodeSelect
              {...control}
              codes={OUTAGE_REASONS}
              labels={OUTAGE_REASON_LABELS}
              value={reason}
              onChange={setReason}
            />
          )}
        </FormRow>
        <TextRow label="Ghi rõ" error={errors['note']} maxLength={300} value={note} onChange={setNote} />
        <FormRow label="Từ ngày" error={errors['fromOn']} hint="Để trống hoặc hôm nay: ngừng ngay.">
          {(control) => <DayField {...control} today={today} value={fromOn} onChange={setFromOn} />}
        </FormRow>
        <FormRow label="Dự kiến dùng lại" error={errors['backOn']}>
          {(control) => <DayField {...control} today={today} value={backOn} onChange={setBackOn} />}
        </FormRow>
      </Stack>
      {people.length > 0 && (
        <output className={classes.problem}>
          Còn {people.length} người giữ giường ở đây:{' '}
          {people
            .slice(0, 6)
            .map(({ name, bedCode }) => `${name} (${bedCode})`)
            .join(', ')}
          {people.length > 6 && ` và ${people.length - 6} người nữa`}.{' '}
          {desk?.permissions.includes('custody.place') && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                if (closing === null) return
                onMove({ stayIds: people.slice(0, 100).map(({ stayId }) => stayId), placeId: closing })
              }}
            >
              Tìm giường khác cho {Math.min(100, people.length)} người
            </Button>
          )}
        </output>
      )}
      <DialogFoot
        problem={error?.message}
        onClose={onClose}
        act={isLater ? 'Hẹn ngừng sử dụng' : 'Ngừng sử dụng'}
        busy={save.isPending}
        disabled={closing === null}
      />
    </form>
  )
}
