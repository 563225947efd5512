import { Button, Group } from '@mantine/core'
import classes from './dialog-foot.module.css'

/** The foot of a form in a dialog: what was refused, the way out, and the act that sends the form. */
export function DialogFoot({
  problem,
  onClose,
  act,
  busy,
  disabled = false,
  color,
}: {
  /** Sentence of what was refused. */
  problem?: string | null | undefined
  onClose: () => void
  /** Names the act. */
  act: string
  busy: boolean
  disabled?: boolean
  /** Of the act: red where it takes something away. */
  color?: string | undefined
}) {
  return (
    <>
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          Thôi
        </Button>
        <Button type="submit" loading={busy} disabled={disabled} color={color}>
          {act}
        </Button>
      </Group>
    </>
  )
}
