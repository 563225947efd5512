import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'

export interface DialogProps {
  opened: boolean
  onClose: () => void
  title: string
  /** Width: a Mantine size or pixels. */
  size?: 'sm' | 'md' | 'lg' | number
  children: ReactNode
}

/**
 * A window over the page, for one question at a time; Esc closes it. Its title is a plain heading: Mantine's own
 * header would be a second banner landmark.
 */
export function Dialog({ opened, onClose, title, size = 'md', children }: DialogProps) {
  return (
    <Modal.Root opened={opened} onClose={onClose} size={size}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          <Modal.Title fz="lg" fw={600} mb="sm">
            {title}
          </Modal.Title>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
