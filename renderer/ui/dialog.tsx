import { Modal, Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'

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
  const titleId = useId()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      size={size}
      attributes={{ content: { 'aria-labelledby': titleId } }}
    >
      <Title order={2} id={titleId} mb="sm">
        {title}
      </Title>
      {children}
    </Modal>
  )
}
