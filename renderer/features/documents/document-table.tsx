import { ActionIcon, Button, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconBan, IconDownload, IconPrinter } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { DocumentLine } from '#domain/contract/documents.ts'
import { foldName } from '#domain/names/fold-name.ts'
import { formatDay } from '#domain/time/day.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { documentPath, fetchFile, saveAs } from '#renderer/features/documents/document-file.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './documents.module.css'

function printHref(id: string): string {
  return `/in/document/${id}`
}

async function download(line: DocumentLine): Promise<void> {
  const outcome = await fetchFile(documentPath(line.id, 'file'))
  if ('file' in outcome) saveAs(outcome.file, line.fileName)
  else notifications.show({ color: 'red', title: 'Chưa tải được tệp', message: outcome.problem })
}

/** A document, and of an incident also whose statement it is or to whom the notice goes. */
type ShownDocument = DocumentLine & { about?: string | null }

/** How many stand there at first; more are found by a word or asked for. */
const SHOWN = 12

function matches({ title, fullNumber, about }: ShownDocument, words: string): boolean {
  return foldName([title, fullNumber, about].filter(Boolean).join(' ')).includes(foldName(words))
}

interface DocumentTableProps {
  /** What the table holds: `Văn bản đã lập`. */
  label: string
  lines: readonly ShownDocument[]
  mayMake: boolean
}

/** Documents that were made, each to open, print, fetch, and cancel; of many the newest first. */
export function DocumentTable({ label, lines, mayMake }: DocumentTableProps) {
  const [cancelled, setCancelled] = useState<DocumentLine | null>(null)
  const [words, setWords] = useState('')
  const [isWhole, setIsWhole] = useState(false)
  const found = lines.filter((line) => matches(line, words))
  const shown = isWhole ? found : found.slice(0, SHOWN)
  return (
    <>
      {lines.length > SHOWN && (
        <div className={classes.find}>
          <TextInput
            size="xs"
            w={260}
            aria-label={`Tìm trong ${label.toLocaleLowerCase('vi')}`}
            placeholder="Tên, số văn bản, người"
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <span className={classes.dim}>
            {found.length} trên {lines.length} văn bản
          </span>
        </div>
      )}
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <th>Số</th>
            <th>Văn bản</th>
            <th>Ngày</th>
            <th>Lập</th>
            <th>
              <span className={classes.unseen}>Việc</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <DocumentRow key={line.id} line={line} mayMake={mayMake} onCancel={() => setCancelled(line)} />
          ))}
        </tbody>
      </table>
      {shown.length < found.length && (
        <Button variant="subtle" fullWidth onClick={() => setIsWhole(true)}>
          Xem thêm {found.length - shown.length} văn bản
        </Button>
      )}
      {cancelled && <CancelDocument line={cancelled} onClose={() => setCancelled(null)} />}
    </>
  )
}

interface DocumentRowProps {
  line: ShownDocument
  mayMake: boolean
  onCancel: () => void
}

function DocumentRow({ line, mayMake, onCancel }: DocumentRowProps) {
  const { history } = useRouter()
  const name = `${line.title} số ${line.fullNumber}`
  return (
    <tr data-cancelled={line.cancelledAt === null ? undefined : true}>
      <td className={classes.nowrap}>{line.fullNumber}</td>
      <td>
        {line.mayOpen ? (
          <InnerLink className={classes.title} href={printHref(line.id)}>
            {line.title}
          </InnerLink>
        ) : (
          <span className={classes.title}>{line.title}</span>
        )}
        <div className={classes.dim}>
          {line.formNumber ?? 'Mẫu của cơ sở'}
          {line.about && ` · ${line.about}`}
          {line.isMedical && ' · có thông tin sức khỏe'}
        </div>
        {line.cancelledAt !== null && (
          <ToneChip tone="ended" text={`Đã hủy: ${line.cancelReason ?? ''}`} quiet />
        )}
      </td>
      <td className={classes.nowrap}>{formatDay(line.datedOn)}</td>
      <td>
        {line.madeBy}
        <div className={classes.dim}>{formatInstant(line.madeAt)}</div>
      </td>
      <td>
        <div className={classes.acts}>
          {line.mayOpen && (
            <>
              <ActionIcon
                variant="subtle"
                aria-label={`In ${name}`}
                onClick={() => history.push(printHref(line.id))}
              >
                <IconPrinter size={16} stroke={1.75} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                aria-label={`Tải tệp Word ${name}`}
                onClick={() => void download(line)}
              >
                <IconDownload size={16} stroke={1.75} aria-hidden />
              </ActionIcon>
            </>
          )}
          {mayMake && line.mayOpen && line.cancelledAt === null && (
            <ActionIcon variant="subtle" color="red" aria-label={`Hủy ${name}`} onClick={onCancel}>
              <IconBan size={16} stroke={1.75} aria-hidden />
            </ActionIcon>
          )}
        </div>
      </td>
    </tr>
  )
}

function CancelDocument({ line, onClose }: { line: DocumentLine; onClose: () => void }) {
  const queryClient = useQueryClient()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function cancel(reason: string) {
    setIsBusy(true)
    setProblem(null)
    try {
      await hub.documents.cancel({ id: line.id, version: line.version, reason })
      await queryClient.invalidateQueries({ queryKey: api.documents.key() })
      notifications.show({ message: `Đã hủy văn bản số ${line.fullNumber}. Số này không dùng lại.` })
      onClose()
    } catch (error) {
      setProblem(toHubError(error).message)
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={`Hủy văn bản số ${line.fullNumber}?`}
      act="Hủy văn bản"
      reason={{ label: 'Lý do hủy', required: true }}
      danger
      busy={isBusy}
      problem={problem}
      onConfirm={(reason) => void cancel(reason)}
    >
      Tệp và số vẫn được giữ, ghi rõ đã hủy; số này không cấp lại cho văn bản khác.
    </ConfirmAct>
  )
}
