import { Button } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import type { WaitingState } from '#domain/contract/waiting.ts'
import { hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { EMPTY_SHEET, SheetLinesField } from '#renderer/features/keys/sheet-lines-field.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './keys.module.css'

/** Opens the data with the sheet of paper when the machine has no key for them. Nothing is ever deleted here. */
export function RecoveryPage({
  state,
  onOpened,
}: {
  state: Extract<WaitingState, { kind: 'locked' }>
  onOpened: () => void
}) {
  const [lines, setLines] = useState(EMPTY_SHEET)
  const [problem, setProblem] = useState<string | null>(null)
  const [isOpening, setIsOpening] = useState(false)

  async function open(event: SubmitEvent) {
    event.preventDefault()
    setIsOpening(true)
    setProblem(null)
    try {
      await hub.waiting.openWithSheet({ text: lines.join('\n') })
      setLines(EMPTY_SHEET)
      onOpened()
    } catch (error) {
      setProblem(toHubError(error).message)
    } finally {
      setIsOpening(false)
    }
  }

  return (
    <div className={classes.waiting}>
      <PageHeader title="Mở dữ liệu bằng phiếu phục hồi" note={state.dataFolder} />
      <Panel>
        <p className={classes.text}>
          {state.reason} Dữ liệu vẫn còn nguyên và không bị thay đổi. Lấy phiếu phục hồi số{' '}
          <strong>{state.sheet}</strong> trong phong bì niêm phong (trưởng cơ sở hoặc cơ quan cấp trên giữ),
          gõ bốn dòng hoặc quét mã QR vào ô đầu.
        </p>
        <form onSubmit={(event) => void open(event)}>
          <SheetLinesField value={lines} onChange={setLines} />
          {problem !== null && (
            <p role="alert" className={classes.problem}>
              {problem}
            </p>
          )}
          <Button type="submit" loading={isOpening} mt="md">
            Mở dữ liệu
          </Button>
        </form>
      </Panel>
      <p className={classes.text}>
        Không có phiếu: tìm lại tệp khóa của cơ sở, hoặc gọi người giữ phong bì thứ hai. Đừng xóa hay cài lại:
        dữ liệu chỉ mở được bằng khóa này.
      </p>
    </div>
  )
}
