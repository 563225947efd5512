import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { OutKind } from '#domain/custody/event-kinds.ts'
import type { Instant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { useSave, type Saving } from '#renderer/features/dossier/use-save.ts'
import { namesOf } from '#renderer/features/escapes/escape-words.ts'
import { offerUndo } from '#renderer/features/zones/offer-undo.ts'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow } from '#ui/form-row.tsx'
import classes from './goings-out.module.css'

/** Somebody who is out, as the dialogs name them. */
interface SomebodyOut {
  stayId: string
  name: string
  outKind: OutKind | null
  destination: string | null
}

interface DialogProps {
  /** Nobody: the dialog is closed. */
  people: readonly SomebodyOut[]
  onClose: () => void
}

interface OutActProps<Input> extends DialogProps {
  /** Name of the form. */
  label: string
  saving: Saving<Input>
  /** Sends what is typed; the events that can be taken back, or null when it was not saved. */
  onSave: () => Promise<readonly { stayId: string; eventId: string }[] | null>
  /** What the notice says before the names. */
  done: string
  /** What follows from it, under the fields. */
  note: string | null
  /** The act for one person and for several. */
  act: { one: string; several: string; color?: string }
  children: ReactNode
}

/** The frame of what is recorded for several people who are out: names, fields, note, refusal, act with undo. */
function OutAct<Input>({ people, onClose, saving, act, ...rest }: OutActProps<Input>) {
  const desk = useDesk()
  const queryClient = useQueryClient()
  async function save() {
    const events = await rest.onSave()
    if (events === null) return
    await queryClient.invalidateQueries({ queryKey: api.goingsOut.key() })
    const mayCorrect = desk?.permissions.includes('custody.correct') ?? false
    offerUndo(`${rest.done}: ${namesOf(people)}.`, events, mayCorrect)
    onClose()
  }
  return (
    <form
      aria-label={rest.label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <p>{namesOf(people)}</p>
      <Stack gap="sm">{rest.children}</Stack>
      {rest.note !== null && <p className={classes.dim}>{rest.note}</p>}
      {saving.problem && (
        <p className={classes.refusal} role="alert">
          {saving.problem}
        </p>
      )}
      <Group justify="flex-end" gap="sm" mt="md">
        <Button variant="default" onClick={onClose}>
          Thôi
        </Button>
        <Button type="submit" loading={saving.isSaving} {...(act.color ? { color: act.color } : {})}>
          {people.length > 1 ? act.several : act.one}
        </Button>
      </Group>
    </form>
  )
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
      return null
    }
    // The moment the form opened is “now”: the hub's clock decides then.
    return (await saving.send({ returns, at: at === now ? null : at, note })) ? returns : null
  }
  const owesCheck = people.some(({ outKind }) => outKind === 'funeral')
  return (
    <OutAct
      label="Ghi trở lại cơ sở"
      people={people}
      onClose={onClose}
      saving={saving}
      onSave={save}
      done="Đã ghi trở lại"
      note={
        owesCheck
          ? 'Về chịu tang: y tế kiểm tra sức khỏe và xét nghiệm ma túy (LEAVE-06); việc này hiện ở thẻ “Chờ kiểm tra khi về”.'
          : null
      }
      act={{ one: 'Ghi trở lại', several: `Ghi ${people.length} người trở lại` }}
    >
      <FormRow label="Lúc" required error={saving.errors['at']}>
        {(control) => <MomentField {...control} label="Lúc trở lại" now={now} value={at} onChange={setAt} />}
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
    </OutAct>
  )
}
