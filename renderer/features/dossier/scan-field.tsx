import { Button, FileButton } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { sendScan } from '#renderer/features/dossier/scan-file.ts'
import { formatBytes } from '#ui/format.ts'
import classes from './dossier.module.css'

const ACCEPTED = 'application/pdf,image/jpeg,image/png,image/webp'

export interface ScanFieldProps {
  /** The id of the row the button belongs to. */
  id?: string
  /** Names the paper where several stand on the page. */
  paper?: string
  /** The file sent for this paper and not yet saved with it. */
  fileId: string | null
  /** A scan is on file already: another one takes its place. */
  hasScan?: boolean
  onSent: (fileId: string) => void
  /** While the bytes are on their way, saving would leave them behind. */
  onSending?: (isSending: boolean) => void
}

/** Chooses the scan of a paper and sends it; it is filed when the form around it is saved. */
export function ScanField({ id, paper, fileId, hasScan = false, onSent, onSending }: ScanFieldProps) {
  const [sending, setSending] = useState<File | null>(null)
  const [sentName, setSentName] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const act = fileId !== null || hasScan ? 'Thay bản chụp' : 'Chọn bản chụp'

  async function choose(file: File | null) {
    if (!file) return
    setProblem(null)
    setSending(file)
    onSending?.(true)
    const sent = await sendScan(file)
    setSending(null)
    onSending?.(false)
    if ('problem' in sent) {
      setProblem(sent.problem)
      return
    }
    setSentName(file.name)
    onSent(sent.fileId)
  }

  return (
    <span className={classes.scanField}>
      <FileButton accept={ACCEPTED} onChange={(file) => void choose(file)}>
        {(button) => (
          <Button
            {...button}
            id={id}
            size="compact-sm"
            variant="default"
            loading={sending !== null}
            aria-label={paper === undefined ? act : `${act}: ${paper}`}
            leftSection={<IconFileUpload size={14} stroke={1.75} aria-hidden />}
          >
            {act}
          </Button>
        )}
      </FileButton>
      <output className={classes.dim}>
        {sending !== null && `Đang gửi ${sending.name} (${formatBytes(sending.size)})…`}
        {sending === null &&
          fileId !== null &&
          (sentName === null ? 'Đã gửi bản chụp.' : `Đã gửi ${sentName}.`)}
      </output>
      {problem !== null && (
        <span className={classes.scanProblem} role="alert">
          {problem}
        </span>
      )}
    </span>
  )
}
