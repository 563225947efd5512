import { Modal } from '@mantine/core'
import { useRef, type ReactNode } from 'react'
import { DialogGuardContext, type DialogGuard } from '#ui/dialog-guard.ts'

export interface DialogProps {
  opened: boolean
  onClose: () => void
  title: string
  /** Width: a Mantine size or pixels. */
  size?: 'sm' | 'md' | 'lg' | number
  children: ReactNode
}

/**
 * A window over the page, for one question at a time; Esc closes it, unless a form in it would lose something. Its
 * title is a plain heading: Mantine's own header would be a second banner landmark.
 */
export function Dialog({ opened, onClose, title, size = 'md', children }: DialogProps) {
  const guard = useRef<DialogGuard>(null)
  function close() {
    if (!guard.current?.()) onClose()
  }
  return (
    <Modal.Root opened={opened} onClose={close} size={size}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          <Modal.Title fz="lg" fw={600} mb="sm">
            {title}
          </Modal.Title>
          <DialogGuardContext value={guard}>{children}</DialogGuardContext>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
