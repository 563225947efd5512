import { Button, Group, Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { Dialog } from '#ui/dialog.tsx'

export interface ConfirmActProps {
  opened: boolean
  onClose: () => void
  /** The question: `Chuyển 3 người sang khu B?`. */
  title: string
  /** What will happen and whether it can be taken back. */
  children: ReactNode
  /** The button names the act: `Chuyển 3 người sang khu B`. */
  act: string
  /** Asks for a typed reason, which goes into the record. */
  reason?: { label: string; required: boolean }
  /** The act takes something away. */
  danger?: boolean
  busy?: boolean
  /** Why it was refused. */
  problem?: ReactNode
  onConfirm: (reason: string) => void
}

/** Asks before an act, in the words of the act; never a bare OK. */
export function ConfirmAct(props: ConfirmActProps) {
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={props.title}>
      <ConfirmBody {...props} />
    </Dialog>
  )
}

function ConfirmBody({
  children,
  act,
  reason,
  danger = false,
  busy = false,
  problem,
  onClose,
  onConfirm,
}: ConfirmActProps) {
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)

  function confirm() {
    if (reason?.required && text.trim() === '') setMissing(true)
    else onConfirm(text.trim())
  }

  return (
    <>
      <div>{children}</div>
      {reason && (
        <Textarea
          mt="md"
          label={reason.label}
          required={reason.required}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setMissing(false)
          }}
          error={missing ? 'Ghi lý do; lý do đi kèm việc này trong nhật ký.' : undefined}
          autosize
          minRows={2}
          data-autofocus
        />
      )}
      {problem && (
        <div role="alert" style={{ color: 'var(--nv-late)', marginTop: 12 }}>
          {problem}
        </div>
      )}
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          Thôi
        </Button>
        <Button
          color={danger ? 'red' : undefined}
          loading={busy}
          onClick={confirm}
          data-autofocus={reason ? undefined : true}
        >
          {act}
        </Button>
      </Group>
    </>
  )
}
