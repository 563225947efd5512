import { notifications } from '@mantine/notifications'

/** Says in the corner what has been done; goes by itself. */
export function showNotice(message: string): void {
  notifications.show({ message, withBorder: true, closeButtonProps: { 'aria-label': 'Đóng' } })
}
