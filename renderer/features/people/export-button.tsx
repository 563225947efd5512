import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useState } from 'react'
import { toHubError } from '#renderer/api/hub-error.ts'
import { saveFile } from '#ui/save-file.ts'

/** Exactly this view as an Excel file. */
export function ExportButton({ onExport }: { onExport: () => Promise<File> }) {
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
      leftSection={<IconFileSpreadsheet size={16} stroke={1.75} aria-hidden />}
      onClick={() => void run()}
    >
      Excel
    </Button>
  )
}
