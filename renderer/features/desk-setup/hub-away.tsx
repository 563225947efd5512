import { Button, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { DeskBridge } from '#domain/desk/desk-bridge.ts'
import { formatInstant, type Instant } from '#domain/time/instant.ts'
import { ForgetHub } from '#renderer/features/desk-setup/forget-hub.tsx'
import { SetupPage } from '#renderer/features/desk-setup/setup-page.tsx'
import { FormRow } from '#ui/form-row.tsx'
import classes from './desk-setup.module.css'

/** Where a hub listens for its desks, unless its administrator changed it. */
const LAN_PORT = 7443
const WRONG_ADDRESS = 'Ghi địa chỉ như 192.168.1.10, thêm :cổng nếu quản trị viên đã đổi cổng.'

export interface HubAwayProps {
  bridge: DeskBridge
  hubName: string
  since: Instant
}

/** The hub does not answer and nothing has been opened yet: it is tried again by itself, or elsewhere by hand. */
export function HubAway({ bridge, hubName, since }: HubAwayProps) {
  const [address, setAddress] = useState('')
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const [isTrying, setIsTrying] = useState(false)

  async function look(event: FormEvent) {
    event.preventDefault()
    const [, host, port] = /^([\w.-]+)(?::(\d{1,5}))?$/.exec(address.trim()) ?? []
    if (host === undefined) {
      setProblem(WRONG_ADDRESS)
      return
    }
    setIsTrying(true)
    try {
      const answer = await bridge.hub.tryAddress({ host, port: port === undefined ? LAN_PORT : Number(port) })
      setProblem(answer.ok ? undefined : answer.problem.message)
    } catch {
      setProblem(WRONG_ADDRESS)
    } finally {
      setIsTrying(false)
    }
  }

  return (
    <SetupPage
      title="Chưa liên lạc được với máy chủ"
      lead={`${hubName} không trả lời từ ${formatInstant(since)}. Nẻo Về tự thử lại vài giây một lần.`}
    >
      <form className={classes.surface} onSubmit={(event) => void look(event)} noValidate>
        <ol className={classes.steps}>
          <li>Xem dây mạng của máy này và máy chủ đã bật chưa.</li>
          <li>Hỏi quản trị viên: máy chủ có thể đang tắt hoặc đã chuyển sang máy khác.</li>
        </ol>
        <FormRow label="Tìm ở địa chỉ khác" {...(problem === undefined ? {} : { error: problem })}>
          {(control) => (
            <TextInput
              {...control}
              value={address}
              onChange={(event) => setAddress(event.currentTarget.value)}
              placeholder="192.168.1.10"
              autoComplete="off"
              maxLength={260}
            />
          )}
        </FormRow>
        <div className={classes.acts}>
          <Button type="submit" loading={isTrying}>
            Tìm ở địa chỉ này
          </Button>
          <ForgetHub bridge={bridge} act="Gắn với máy chủ khác" />
        </div>
      </form>
    </SetupPage>
  )
}
