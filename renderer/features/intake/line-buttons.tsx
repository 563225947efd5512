import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import classes from './intake.module.css'

/** Adds a line at the end of its list. */
export function AddLine({ label, onAdd }: { label: string; onAdd: () => void }) {
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      className={classes.add}
      leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
      onClick={onAdd}
    >
      {label}
    </Button>
  )
}

/** Takes a line out of its list; `label` names the line. */
export function DropLine({ label, onDrop }: { label: string; onDrop: () => void }) {
  return (
    <ActionIcon aria-label={label} onClick={onDrop}>
      <IconX size={16} stroke={1.75} aria-hidden />
    </ActionIcon>
  )
}
