import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Instant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { offerUndo } from '#renderer/features/zones/offer-undo.ts'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow } from '#ui/form-row.tsx'
import classes from './goings-out.module.css'

/** Somebody who is out, as the dialogs name them. */
interface SomebodyOut {
  stayId: string
  name: string
  destination: string | null
}

interface DialogProps {
  /** Nobody: the dialog is closed. */
  people: readonly SomebodyOut[]
  onClose: () => void
}

function namesOf(people: readonly SomebodyOut[]): string {
  const shown = people.slice(0, 5).map(({ name }) => name)
  const more = people.length - shown.length
  return more > 0 ? `${shown.join(', ')} và ${more} người khác` : shown.join(', ')
}

/** Records that people are back, with what was found at the gate. */
export function ComeBackDialog({ people, onClose }: DialogProps) {
  return (
    <Dialog opened={people.length > 0} onClose={onClose} title="Ghi trở lại cơ sở" size={620}>
      {people.length > 0 && <ComeBackForm people={people} onClose={onClose} />}
    </Dialog>
  )
}

function ComeBackForm({ people, onClose }: DialogProps) {
  const desk = useDesk()
  const queryClient = useQueryClient()
  const now = useHubNow()
  const [at, setAt] = useState<Instant | null>(now)
  const [note, setNote] = useState('')
  const [returns] = useState(() => people.map(({ stayId }) => ({ stayId, eventId: crypto.randomUUID() })))
  const saving = useSave((input: Parameters<typeof hub.goingsOut.comeBack>[0], key) =>
    hub.goingsOut.comeBack(input, { context: { key } }),
  )
  async function save() {
    if (at === null) {
      saving.setErrors({ at: 'Ghi ngày và giờ trở lại, ví dụ 22/11/2026 14:02.' })
      return
    }
    // The moment the form opened is “now”: the hub's clock decides then.
    if (!(await saving.send({ returns, at: at === now ? null : at, note }))) return
    await queryClient.invalidateQueries({ queryKey: api.goingsOut.key() })
    offerUndo(
      `Đã ghi trở lại: ${namesOf(people)}.`,
      returns,
      desk?.permissions.includes('custody.correct') ?? false,
    )
    onClose()
  }
  return (
    <form
      aria-label="Ghi trở lại cơ sở"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <p>{namesOf(people)}</p>
      <Stack gap="sm">
        <FormRow label="Lúc" required error={saving.errors['at']}>
          {(control) => (
            <MomentField {...control} label="Lúc trở lại" now={now} value={at} onChange={setAt} />
          )}
        </FormRow>
        <FormRow label="Kiểm tra khi về" hint="Người, đồ vật mang theo, ai bàn giao.">
          {(control) => (
            <Textarea
              {...control}
              data-autofocus
              autosize
              minRows={2}
              maxLength={1000}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          )}
        </FormRow>
      </Stack>
      <p className={classes.dim}>
        Về chịu tang: y tế kiểm tra sức khỏe và xét nghiệm ma túy (LEAVE-06); việc này hiện ở thẻ “Chờ kiểm
        tra khi về”.
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
          {people.length > 1 ? `Ghi ${people.length} người trở lại` : 'Ghi trở lại'}
        </Button>
      </Group>
    </form>
  )
}

/** Records the escape of people who are out, several at once. */
export function EscapeDialog({ people, onClose }: DialogProps) {
  return (
    <Dialog opened={people.length > 0} onClose={onClose} title="Ghi bỏ trốn khi ra ngoài" size={620}>
      {people.length > 0 && <EscapeForm people={people} onClose={onClose} />}
    </Dialog>
  )
}

function EscapeForm({ people, onClose }: DialogProps) {
  const desk = useDesk()
  const queryClient = useQueryClient()
  const now = useHubNow()
  const [first] = people
  const [at, setAt] = useState<Instant | null>(now)
  const [lastSeenAt, setLastSeenAt] = useState<Instant | null>(null)
  const [fromWhere, setFromWhere] = useState(people.length === 1 ? (first?.destination ?? '') : '')
  const [escapes] = useState(() => people.map(({ stayId }) => ({ stayId, eventId: crypto.randomUUID() })))
  const saving = useSave((input: Parameters<typeof hub.goingsOut.escape>[0], key) =>
    hub.goingsOut.escape(input, { context: { key } }),
  )
  async function save() {
    if (at === null) {
      saving.setErrors({ at: 'Ghi ngày và giờ coi là bỏ trốn, ví dụ 22/11/2026 14:02.' })
      return
    }
    if (!(await saving.send({ escapes, at: at === now ? null : at, lastSeenAt, fromWhere }))) return
    await queryClient.invalidateQueries({ queryKey: api.goingsOut.key() })
    offerUndo(
      `Đã ghi bỏ trốn: ${namesOf(people)}.`,
      escapes,
      desk?.permissions.includes('custody.correct') ?? false,
    )
    onClose()
  }
  return (
    <form
      aria-label="Ghi bỏ trốn khi ra ngoài"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <p>{namesOf(people)}</p>
      <Stack gap="sm">
        <FormRow label="Bỏ trốn lúc" required error={saving.errors['at']}>
          {(control) => (
            <MomentField {...control} label="Bỏ trốn lúc" now={now} value={at} onChange={setAt} />
          )}
        </FormRow>
        <FormRow label="Thấy lần cuối" error={saving.errors['lastSeenAt']}>
          {(control) => (
            <MomentField
              {...control}
              label="Thấy lần cuối"
              now={now}
              value={lastSeenAt}
              onChange={setLastSeenAt}
            />
          )}
        </FormRow>
        <FormRow label="Từ đâu" hint="Để trống: lấy nơi đến của từng người.">
          {(control) => (
            <TextInput
              {...control}
              data-autofocus
              maxLength={200}
              value={fromWhere}
              onChange={(event) => setFromWhere(event.currentTarget.value)}
            />
          )}
        </FormRow>
      </Stack>
      <p className={classes.dim}>
        Từ lúc này thời gian không tính vào thời hạn (TERM-09) và giường được trả. Việc phải làm sau bỏ trốn
        hiện ở trang “Hôm nay”.
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
        <Button type="submit" color="red" loading={saving.isSaving}>
          {people.length > 1 ? `Ghi ${people.length} người bỏ trốn` : 'Ghi bỏ trốn'}
        </Button>
      </Group>
    </form>
  )
}
