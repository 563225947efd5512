import { notifications } from '@mantine/notifications'
import { hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { showUndoToast } from '#ui/undo-toast.tsx'

/** Says that escapes were recorded and offers to take them back: the incident is then said to be none. */
export function offerWithdrawal(
  message: string,
  events: readonly { eventId: string }[],
  mayCorrect: boolean,
): void {
  if (!mayCorrect) {
    notifications.show({ message, withBorder: true, closeButtonProps: { 'aria-label': 'Đóng' } })
    return
  }
  const escapes = events.map(({ eventId }) => ({ id: eventId, correctionId: crypto.randomUUID() }))
  showUndoToast({
    message,
    onUndo: () => {
      hub.escapes
        .withdraw({ escapes, why: 'Hoàn tác ngay sau khi ghi' })
        .then(() => notifications.show({ message: 'Đã hoàn tác việc ghi bỏ trốn.', withBorder: true }))
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
