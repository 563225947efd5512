import { notifications } from '@mantine/notifications'
import { hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { showUndoToast } from '#ui/undo-toast.tsx'

/**
 * Says what was done to beds and offers to take it back for ten seconds: each event is cancelled by a correction, all
 * or none, so that the line of everybody keeps both.
 */
export function offerUndo(
  message: string,
  events: readonly { stayId: string; eventId: string }[],
  mayCorrect: boolean,
) {
  if (!mayCorrect) {
    notifications.show({ message, withBorder: true, closeButtonProps: { 'aria-label': 'Đóng' } })
    return
  }
  const corrections = events.map(({ stayId, eventId }) => ({ id: crypto.randomUUID(), stayId, eventId }))
  showUndoToast({
    message,
    onUndo: () => {
      hub.custody
        .correct({ corrections, why: 'Hoàn tác ngay sau khi thực hiện', instead: null })
        .then(() => notifications.show({ message: 'Đã hoàn tác.', withBorder: true }))
        .catch((error: unknown) =>
          notifications.show({
            color: 'red',
            title: 'Chưa hoàn tác được',
            message: toHubError(error).message,
            withBorder: true,
          }),
        )
    },
  })
}
