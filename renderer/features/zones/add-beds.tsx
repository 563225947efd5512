import { Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PlaceLine } from '#domain/contract/places.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { bedCodesOf } from '#renderer/features/zones/lodger-text.ts'
import { DialogFoot } from '#ui/dialog-foot.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextRow } from '#ui/text-row.tsx'
import classes from './zones.module.css'

/** Adds many beds to a room at once: `01-10`. */
export function AddBeds({ room, onClose }: { room: PlaceLine | null; onClose: () => void }) {
  return (
    <Dialog opened={room !== null} onClose={onClose} title={`Thêm giường vào ${room?.name ?? 'phòng'}`}>
      {room && <AddBedsForm room={room} onClose={onClose} />}
    </Dialog>
  )
}

function AddBedsForm({ room, onClose }: { room: PlaceLine; onClose: () => void }) {
  const queryClient = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const [text, setText] = useState('')
  const codes = bedCodesOf(text)
  const beds = room.figures.beds + codes.length
  // A room that was counted grows with its beds; one that was not goes on being as large as its beds.
  const grown =
    room.capacity !== null && beds > room.capacity.maximum
      ? { maximum: beds, inUse: room.capacity.inUse + (beds - room.capacity.maximum) }
      : null
  const add = useMutation({
    mutationFn: () =>
      hub.places.addBeds(
        { roomId: room.id, beds: codes.map((code) => ({ id: crypto.randomUUID(), code })), capacity: grown },
        { context: { key } },
      ),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.places.key() })
      onClose()
    },
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (codes.length > 0 && !add.isPending) add.mutate()
      }}
    >
      <Stack gap="sm">
        <TextRow
          label="Mã giường"
          required
          hint="Từ – đến, hoặc từng mã cách nhau bằng dấu phẩy: 01-10, 12."
          isFirst
          placeholder="01-10"
          maxLength={200}
          value={text}
          onChange={setText}
        />
        <p className={classes.preview}>
          {codes.length === 0
            ? 'Chưa có mã nào.'
            : `${codes.length} giường: ${room.fullCode}-${codes[0] ?? ''}${codes.length > 1 ? ` … ${room.fullCode}-${codes.at(-1) ?? ''}` : ''}`}
          {grown && `. Sức chứa tối đa thành ${grown.maximum}, sử dụng ${grown.inUse}.`}
        </p>
      </Stack>
      <DialogFoot
        problem={add.isError ? toHubError(add.error).message : null}
        onClose={onClose}
        act={`Thêm ${codes.length} giường`}
        busy={add.isPending}
        disabled={codes.length === 0}
      />
    </form>
  )
}
