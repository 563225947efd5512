import { Button, FileButton } from '@mantine/core'
import { IconAlertTriangle, IconTableImport, IconUpload } from '@tabler/icons-react'
import { useState, type DragEvent } from 'react'
import { uploadFile } from '#renderer/features/import/upload-file.ts'
import { Panel } from '#ui/panel.tsx'
import classes from './import.module.css'

const XLSX = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export interface ChooseFileProps {
  /** Why the last file could not be read. */
  problem: string | null
  onProblem: (problem: string | null) => void
  onUploaded: (uploadId: string) => void
}

/** The first step: a file by button, by keyboard or dropped. */
export function ChooseFile({ problem, onProblem, onUploaded }: ChooseFileProps) {
  const [isSending, setIsSending] = useState(false)
  /** How much of a greater file the hub has, in percent. */
  const [percent, setPercent] = useState<number | null>(null)
  const [isOver, setIsOver] = useState(false)

  async function send(file: File | null) {
    if (!file || isSending) return
    onProblem(null)
    setIsSending(true)
    const outcome = await uploadFile(file, (sent) => setPercent(Math.floor((100 * sent) / file.size)))
    setIsSending(false)
    setPercent(null)
    if ('problem' in outcome) onProblem(outcome.problem)
    else onUploaded(outcome.uploadId)
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setIsOver(false)
    void send(event.dataTransfer.files[0] ?? null)
  }

  return (
    <Panel>
      {problem && (
        <p className={classes.refusal} role="alert">
          <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
          <span>
            <b>Chưa đọc được tệp này.</b> {problem}
          </span>
        </p>
      )}
      <div
        className={classes.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <IconTableImport size={32} stroke={1.5} aria-hidden className={classes.dropIcon} />
        <p className={classes.dropTitle}>Kéo tệp Excel vào đây, hoặc</p>
        <FileButton
          accept={XLSX}
          onChange={(file) => void send(file)}
          inputProps={{ 'aria-label': 'Tệp danh sách' }}
        >
          {(button) => (
            <Button
              {...button}
              loading={isSending}
              leftSection={<IconUpload size={16} stroke={1.75} aria-hidden />}
              data-autofocus
            >
              Chọn tệp .xlsx
            </Button>
          )}
        </FileButton>
        <output className={classes.hint}>{percent !== null && `Đã gửi ${percent}% tệp.`}</output>
        <p className={classes.hint}>
          Danh sách cũ của cơ sở, tối đa 25 MB, tiêu đề cột bằng tiếng Việt theo thứ tự nào cũng được. Chưa ai
          được nhập cho đến khi bạn xem kết quả chạy thử và bấm nhập.
        </p>
      </div>
    </Panel>
  )
}
