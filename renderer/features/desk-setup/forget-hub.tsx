import { Button } from '@mantine/core'
import { useState } from 'react'
import type { DeskBridge } from '#domain/desk/desk-bridge.ts'

/** Lets go of the hub and its certificate, after asking once in the same place. */
export function ForgetHub({ bridge, act }: { bridge: DeskBridge; act: string }) {
  const [isAsking, setIsAsking] = useState(false)
  if (!isAsking) {
    return (
      <Button variant="default" onClick={() => setIsAsking(true)}>
        {act}
      </Button>
    )
  }
  return (
    <>
      <Button color="red" onClick={() => void bridge.hub.forget()}>
        Bỏ gắn, xóa chứng thư và bản nháp trên máy này
      </Button>
      <Button variant="subtle" onClick={() => setIsAsking(false)}>
        Thôi
      </Button>
    </>
  )
}
