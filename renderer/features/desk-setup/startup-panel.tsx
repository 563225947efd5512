import { Switch } from '@mantine/core'
import { useEffect, useState } from 'react'
import { deskBridge } from '#renderer/api/desk-bridge.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { Panel } from '#ui/panel.tsx'

/** Whether the hub starts with Windows; shown on the hub's own PC, where it can be set. */
export function StartupPanel() {
  const bridge = deskBridge()
  const [isOn, setIsOn] = useState<boolean | null>(null)

  useEffect(() => {
    if (bridge?.mode !== 'hub') return
    void bridge.startup.state().then((state) => setIsOn(state.isPossible ? state.isOn : null))
  }, [bridge])

  async function set(next: boolean) {
    const answer = await bridge?.startup.set({ isOn: next })
    if (answer?.ok) setIsOn(next)
    else if (answer) showNotice(answer.problem.message)
  }

  if (isOn === null) return null
  return (
    <Panel title="Máy này">
      <Switch
        label="Tự mở máy chủ khi đăng nhập Windows"
        checked={isOn}
        onChange={(event) => void set(event.currentTarget.checked)}
      />
    </Panel>
  )
}
