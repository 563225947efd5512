import { Button, FileButton } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { FileOutcome } from '#renderer/features/dossier/desk-file.ts'
import { sendScan, type ScanPlace } from '#renderer/features/dossier/scan-file.ts'
import { UnsentFile } from '#renderer/features/dossier/unsent-file.tsx'
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
  /** Where it goes; with the papers of dossiers when left out. */
  place?: ScanPlace
  onSent: (fileId: string) => void
  /** The bytes are on their way; null when the desk does without them after all. */
  onSending: (sending: Promise<FileOutcome> | null) => void
}

/** Chooses the scan of a paper and sends it; it is filed when the form around it is saved. */
export function ScanField({ id, paper, fileId, hasScan = false, place, onSent, onSending }: ScanFieldProps) {
  const [sending, setSending] = useState<File | null>(null)
  const [sentName, setSentName] = useState<string | null>(null)
  const [failed, setFailed] = useState<{ file: File; problem: string } | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const act = fileId !== null || hasScan ? 'Thay bản chụp' : 'Chọn bản chụp'

  // A field that is gone has no button left to send again with: it holds no save back.
  const forget = useEffectEvent(() => onSending(null))
  useEffect(() => () => forget(), [])

  async function send(file: File): Promise<FileOutcome> {
    setFailed(null)
    setSending(file)
    const sent = await sendScan(file, place)
    setSending(null)
    if ('problem' in sent) {
      setFailed({ file, problem: sent.problem })
    } else {
      setSentName(file.name)
      onSent(sent.fileId)
    }
    return sent
  }

  function choose(file: File | null) {
    if (file) onSending(send(file))
  }

  function drop() {
    button.current?.focus()
    setFailed(null)
    onSending(null)
  }

  return (
    <span className={classes.scanField}>
      <FileButton accept={ACCEPTED} onChange={choose}>
        {(opener) => (
          <Button
            {...opener}
            id={id}
            size="compact-sm"
            variant="default"
            ref={button}
            aria-busy={sending !== null}
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
      {failed !== null && (
        <UnsentFile
          problem={`${failed.file.name}: ${failed.problem}`}
          {...(paper !== undefined && { owner: paper })}
          onRetry={() => {
            // The buttons of the failed try go: keys must still reach the form.
            button.current?.focus()
            choose(failed.file)
          }}
          onDrop={drop}
        />
      )}
    </span>
  )
}
