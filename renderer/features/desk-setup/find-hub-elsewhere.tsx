import { Button } from '@mantine/core'
import { useState } from 'react'
import type { DeskBridge } from '#domain/desk/desk-bridge.ts'
import { FindHubForm } from '#renderer/features/desk-setup/find-hub-form.tsx'
import { Dialog } from '#ui/dialog.tsx'

const TITLE = 'Tìm máy chủ ở địa chỉ khác'

/** Beside the word that the hub is away, while a page is open: its address may have changed. */
export function FindHubElsewhere({ bridge }: { bridge: DeskBridge }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => setIsOpen(true)}>
        {TITLE}…
      </Button>
      <Dialog opened={isOpen} onClose={() => setIsOpen(false)} title={TITLE}>
        <FindHubForm
          bridge={bridge}
          onFound={() => setIsOpen(false)}
          acts={
            <Button variant="default" onClick={() => setIsOpen(false)}>
              Đóng
            </Button>
          }
        />
      </Dialog>
    </>
  )
}
