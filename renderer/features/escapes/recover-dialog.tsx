import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Instant } from '#domain/time/instant.ts'
import { hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { namesOf } from '#renderer/features/escapes/escape-words.ts'
import { offerUndo } from '#renderer/features/zones/offer-undo.ts'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow } from '#ui/form-row.tsx'
import classes from './escapes.module.css'

interface Somebody {
  stayId: string
  name: string
}

export interface RecoverProps {
  /** Nobody: the dialog is closed. */
  people: readonly Somebody[]
  onClose: () => void
  onRecorded?: () => void
}

/** Records that people who escaped are back, several at once. */
export function RecoverDialog(props: RecoverProps) {
  return (
    <Dialog opened={props.people.length > 0} onClose={props.onClose} title="Đã đưa trở lại" size={620}>
      {props.people.length > 0 && <RecoverForm {...props} />}
    </Dialog>
  )
}

/** The form itself, for a dialog that is open already. */
export function RecoverForm({ people, onClose, onRecorded }: RecoverProps) {
  const desk = useDesk()
  const queryClient = useQueryClient()
  const now = useHubNow()
  const [openedAt] = useState(now)
  const [recoveries] = useState(() => people.map(({ stayId }) => ({ stayId, eventId: crypto.randomUUID() })))
  const [at, setAt] = useState<Instant | null>(openedAt)
  const [byWhom, setByWhom] = useState('')
  const [where, setWhere] = useState('')
  const saving = useSave((input: Parameters<typeof hub.escapes.recover>[0], key) =>
    hub.escapes.recover(input, { context: { key } }),
  )

  async function save() {
    if (at === null) {
      saving.setErrors({ at: 'Ghi ngày và giờ trở lại, ví dụ 22/11/2026 14:02.' })
      return
    }
    if (!(await saving.send({ recoveries, at: at === openedAt ? null : at, byWhom, where }))) return
    await queryClient.invalidateQueries()
    offerUndo(
      `Đã ghi trở lại: ${namesOf(people)}. Thời hạn tính tiếp từ lúc này.`,
      recoveries,
      desk?.permissions.includes('custody.correct') ?? false,
    )
    onRecorded?.()
    onClose()
  }

  return (
    <form
      aria-label="Đã đưa trở lại"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!saving.isSaving) void save()
      }}
    >
      <p>{namesOf(people, 8)}</p>
      <Stack gap="sm">
        <FormRow label="Trở lại lúc" required error={saving.errors['at']}>
          {(control) => (
            <MomentField {...control} label="Trở lại lúc" now={now} value={at} onChange={setAt} />
          )}
        </FormRow>
        <FormRow label="Ai đưa về" error={saving.errors['byWhom']}>
          {(control) => (
            <TextInput
              {...control}
              data-autofocus
              maxLength={200}
              placeholder="Công an xã, gia đình, tự trở lại…"
              value={byWhom}
              onChange={(event) => setByWhom(event.currentTarget.value)}
            />
          )}
        </FormRow>
        <FormRow label="Tìm thấy ở đâu" error={saving.errors['where']}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={200}
              value={where}
              onChange={(event) => setWhere(event.currentTarget.value)}
            />
          )}
        </FormRow>
      </Stack>
      <p className={classes.dim}>
        Ngày hết thời hạn được tính lại, cộng số ngày bỏ trốn (TERM-09); các việc đến hạn đổi theo. Học viên
        chờ xếp giường.
      </p>
      {saving.problem && (
        <p className={classes.refusal} role="alert">
          {saving.problem}
        </p>
      )}
      <Group justify="flex-end" gap="sm" mt="md">
        <Button variant="default" onClick={onClose}>
          Thôi
        </Button>
        <Button type="submit" loading={saving.isSaving}>
          {people.length > 1 ? `Ghi ${people.length} người trở lại` : 'Ghi đã trở lại'}
        </Button>
      </Group>
    </form>
  )
}
