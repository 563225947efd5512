import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'

const UNDO_MS = 10_000

/** Says what was done and offers to take it back for ten seconds. */
export function showUndoToast({ message, onUndo }: { message: string; onUndo: () => void }): void {
  const id = crypto.randomUUID()
  notifications.show({
    id,
    autoClose: UNDO_MS,
    withAutoCloseProgress: true,
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Đóng' },
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <span>{message}</span>
        <Button
          variant="default"
          size="compact-sm"
          flex="none"
          onClick={() => {
            notifications.hide(id)
            onUndo()
          }}
        >
          Hoàn tác
        </Button>
      </Group>
    ),
  })
}
