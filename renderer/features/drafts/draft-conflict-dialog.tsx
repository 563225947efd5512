import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { formatInstant } from '#domain/time/instant.ts'
import type { DraftConflict } from '#renderer/features/drafts/drafts-here.ts'
import { draftName } from '#renderer/features/drafts/kept-here.ts'
import { Dialog } from '#ui/dialog.tsx'

export interface DraftConflictDialogProps {
  conflict: DraftConflict
  onChoose: (side: 'here' | 'hub') => Promise<void>
  onLater: () => void
}

/** Two drafts of one form, from this PC and from another: nothing is written over before somebody has chosen. */
export function DraftConflictDialog({ conflict, onChoose, onLater }: DraftConflictDialogProps) {
  const { here, hubSavedAt } = conflict
  const [isBusy, setIsBusy] = useState(false)

  async function choose(side: 'here' | 'hub') {
    setIsBusy(true)
    try {
      await onChoose(side)
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <Dialog opened onClose={onLater} title={`Có hai bản nháp: ${draftName(here)}`}>
      <p>
        Bản trên máy này được giữ lúc {formatInstant(here.keptAt)}, khi mất kết nối.{' '}
        {hubSavedAt === null
          ? 'Bản trên máy chủ đã được lưu xong hoặc bỏ đi từ một máy khác.'
          : `Bản trên máy chủ được sửa từ một máy khác lúc ${formatInstant(hubSavedAt)}.`}{' '}
        Cả hai vẫn còn cho đến khi bạn chọn.
      </p>
      <Group gap="sm" mt="md">
        <Button loading={isBusy} onClick={() => void choose('here')}>
          Dùng bản trên máy này
        </Button>
        <Button variant="default" disabled={isBusy} onClick={() => void choose('hub')}>
          {hubSavedAt === null ? 'Bỏ bản trên máy này' : 'Dùng bản trên máy chủ'}
        </Button>
        <Button variant="subtle" disabled={isBusy} onClick={onLater}>
          Để sau
        </Button>
      </Group>
    </Dialog>
  )
}
