import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileSpreadsheet, IconFileTypeDocx } from '@tabler/icons-react'
import { useState } from 'react'
import { toHubError } from '#renderer/api/hub-error.ts'
import { saveFile } from '#ui/save-file.ts'

const ICONS = { Excel: IconFileSpreadsheet, Word: IconFileTypeDocx } as const

interface ExportButtonProps {
  as?: keyof typeof ICONS
  onExport: () => Promise<File>
}

/** Exactly this view as a file. */
export function ExportButton({ as = 'Excel', onExport }: ExportButtonProps) {
  const Icon = ICONS[as]
  const [isBusy, setIsBusy] = useState(false)

  async function run() {
    setIsBusy(true)
    try {
      saveFile(await onExport())
    } catch (error) {
      notifications.show({ color: 'red', title: 'Chưa xuất được', message: toHubError(error).message })
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <Button
      variant="default"
      loading={isBusy}
      leftSection={<Icon size={16} stroke={1.75} aria-hidden />}
      onClick={() => void run()}
    >
      {as}
    </Button>
  )
}
