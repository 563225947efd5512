import { Button, Group } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { PrintedSheet, type NewSheet } from '#renderer/features/keys/printed-sheet.tsx'
import { EMPTY_SHEET, SheetLinesField } from '#renderer/features/keys/sheet-lines-field.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './keys.module.css'

/** Two different lines to type back. */
function twoLines(): number[] {
  const first = 1 + Math.floor(Math.random() * 4)
  return [first, 1 + ((first + Math.floor(Math.random() * 3)) % 4)].toSorted((a, b) => a - b)
}

/** Makes a sheet: printed twice, two lines typed back from paper, in use. The lines are on this page only. */
export function NewSheetSteps({ isReplacing, onEnd }: { isReplacing: boolean; onEnd: () => void }) {
  const desk = useDesk()
  const queryClient = useQueryClient()
  const [sheet, setSheet] = useState<NewSheet | null>(null)
  const [isPrinted, setIsPrinted] = useState(false)
  const [asked] = useState(twoLines)
  const [typed, setTyped] = useState(EMPTY_SHEET)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  async function attempt(work: () => Promise<void>) {
    setIsBusy(true)
    setProblem(null)
    try {
      await work()
    } catch (error) {
      setProblem(toHubError(error).message)
    } finally {
      setIsBusy(false)
    }
  }

  async function confirm(made: NewSheet) {
    const lines = made.lines.map((line, index) => (asked.includes(index + 1) ? (typed[index] ?? '') : line))
    await hub.keys.confirmSheet({ id: made.id, text: lines.join('\n') })
    await queryClient.invalidateQueries({ queryKey: api.keys.key() })
    await queryClient.invalidateQueries({ queryKey: api.health.key() })
    showNotice(`Phiếu phục hồi số ${made.id} đã được dùng.`)
    onEnd()
  }

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (sheet) void attempt(() => confirm(sheet))
  }

  const refusal = problem !== null && (
    <p role="alert" className={classes.problem}>
      {problem}
    </p>
  )
  if (!sheet) {
    return (
      <Panel title="Bước 1/3: Lập phiếu">
        <p className={classes.text}>
          {isReplacing
            ? 'Phiếu mới thay phiếu cũ cho các bản niêm phong từ nay; bản niêm phong trước đó vẫn cần phiếu cũ, hãy giữ lại.'
            : 'Phiếu là cách duy nhất mở dữ liệu khi máy chủ hỏng hoặc mất khóa. Chuẩn bị máy in và hai phong bì.'}
        </p>
        <Group gap="sm">
          <Button
            loading={isBusy}
            onClick={() => void attempt(async () => setSheet(await hub.keys.makeSheet({})))}
          >
            Lập phiếu phục hồi
          </Button>
          <Button variant="default" onClick={onEnd}>
            Thôi
          </Button>
        </Group>
        {refusal}
      </Panel>
    )
  }
  if (!isPrinted) {
    return (
      <>
        <div className={classes.noPrint}>
          <Panel title="Bước 2/3: In hai bản">
            <p className={classes.text}>
              Nội dung phiếu chỉ có trên trang này và không được lưu ở đâu. Rời trang là phải lập phiếu khác.
            </p>
            <Group gap="sm">
              <Button onClick={() => globalThis.print()}>In hai bản</Button>
              <Button variant="default" onClick={() => setIsPrinted(true)}>
                Đã in rõ hai bản
              </Button>
            </Group>
          </Panel>
        </div>
        <PrintedSheet sheet={sheet} copy={1} centreName={desk?.centreName ?? ''} />
        <PrintedSheet sheet={sheet} copy={2} centreName={desk?.centreName ?? ''} />
      </>
    )
  }
  return (
    <Panel title="Bước 3/3: Gõ lại từ giấy">
      <p className={classes.text}>Cầm tờ giấy vừa in và gõ lại hai dòng để chắc rằng bản in đọc được.</p>
      <form onSubmit={submit}>
        <SheetLinesField value={typed} onChange={setTyped} lines={asked} />
        {refusal}
        <Group gap="sm" mt="md">
          <Button type="submit" loading={isBusy}>
            Xác nhận và dùng phiếu
          </Button>
          <Button variant="default" onClick={() => setIsPrinted(false)}>
            In lại
          </Button>
        </Group>
      </form>
    </Panel>
  )
}
