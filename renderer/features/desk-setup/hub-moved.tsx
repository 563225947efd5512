import { Button } from '@mantine/core'
import { useState } from 'react'
import type { DeskBridge, HubState } from '#domain/desk/desk-bridge.ts'
import { SetupPage } from '#renderer/features/desk-setup/setup-page.tsx'
import classes from './desk-setup.module.css'

export interface HubMovedProps {
  bridge: DeskBridge
  state: Extract<HubState, { kind: 'moved' }>
}

/** The same hub at another address, or with older data: goes on after one confirmation. */
export function HubMoved({ bridge, state }: HubMovedProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const [isGoing, setIsGoing] = useState(false)

  async function follow() {
    setIsGoing(true)
    const answer = await bridge.hub.confirmMove()
    setIsGoing(false)
    setProblem(answer.ok ? null : answer.problem.message)
  }

  return (
    <SetupPage
      title={state.isOlderData ? 'Máy chủ đang chạy dữ liệu cũ hơn' : 'Máy chủ đã chuyển chỗ'}
      lead={`${state.hubName} trả lời ở địa chỉ ${state.host}, đúng khóa mà máy này đã ghi nhớ.`}
    >
      <div className={classes.surface}>
        <p>
          {state.isOlderData
            ? 'Dữ liệu đã được phục hồi từ bản sao lưu: việc ghi sau bản sao đó có thể không còn. Hỏi quản trị viên trước khi làm tiếp, rồi xem lại việc vừa làm.'
            : 'Máy chủ được chuyển sang máy khác hoặc đổi địa chỉ. Hỏi quản trị viên nếu bạn không được báo trước.'}
        </p>
        {problem && (
          <p className={classes.problem} role="alert">
            {problem}
          </p>
        )}
        <div className={classes.acts}>
          <Button loading={isGoing} onClick={() => void follow()}>
            {state.isOlderData ? 'Làm tiếp với dữ liệu này' : `Đi theo máy chủ đến ${state.host}`}
          </Button>
        </div>
      </div>
    </SetupPage>
  )
}
