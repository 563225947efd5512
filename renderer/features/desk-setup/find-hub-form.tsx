import { Button, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { DeskBridge } from '#domain/desk/desk-bridge.ts'
import { FormRow } from '#ui/form-row.tsx'
import classes from './desk-setup.module.css'

/** Where a hub listens for its desks, unless its administrator changed it. */
const LAN_PORT = 7443
const WRONG_ADDRESS = 'Ghi địa chỉ như 192.168.1.10, thêm :cổng nếu quản trị viên đã đổi cổng.'

export interface FindHubFormProps {
  bridge: DeskBridge
  /** Further ways out, beside the button. */
  acts: ReactNode
  /** The hub is there: the person is asked whether to follow it. */
  onFound?: () => void
}

/** Looks for this desk's hub at an address typed by hand; a hub with another key is never taken for it. */
export function FindHubForm({ bridge, acts, onFound }: FindHubFormProps) {
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
      if (answer.ok) onFound?.()
    } catch {
      setProblem(WRONG_ADDRESS)
    } finally {
      setIsTrying(false)
    }
  }

  return (
    <form className={classes.rows} onSubmit={(event) => void look(event)} noValidate>
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
        {acts}
      </div>
    </form>
  )
}
