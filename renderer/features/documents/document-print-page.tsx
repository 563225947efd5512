import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { DocumentLine } from '#domain/contract/documents.ts'
import { formatDay } from '#domain/time/day.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { PrintActs } from '#renderer/app/print-acts.tsx'
import { documentPath, fetchFile, saveAs } from '#renderer/features/documents/document-file.ts'
import { showDocx } from '#renderer/features/documents/show-docx.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import classes from './documents.module.css'

const NOT_SHOWN = 'Không hiển thị được văn bản này. Tải tệp Word về và in bằng Word.'

function backFrom({ personId, houseId, incidentId, form }: DocumentLine): { href: string; label: string } {
  if (personId !== null) return { href: `/nguoi/${personId}?the=van-ban`, label: 'Văn bản' }
  // Whoever opens these made them at the medical desk, and may not read the incident.
  if (form === 'injury-minutes') return { href: '/vu-viec/viec', label: 'Việc phải làm' }
  if (incidentId !== null) return { href: `/vu-viec/${incidentId}?the=van-ban`, label: 'Văn bản' }
  if (form === 'cash-check') return { href: '/luu-ky/khoa-so', label: 'Khóa sổ quỹ' }
  return { href: `/quy-trinh/dot-hoat-dong/${houseId}`, label: 'Đợt hoạt động' }
}

/** A document as it was made, page by page, ready for the printer. */
export function DocumentPrintPage() {
  const params: { documentId?: string } = useParams({ strict: false })
  const id = params.documentId ?? ''
  const line = useQuery(api.documents.get.queryOptions({ input: { id } }))
  const host = useRef<HTMLDivElement>(null)
  const [file, setFile] = useState<Blob | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isShown, setIsShown] = useState(false)
  const isKnown = line.data !== undefined

  useEffect(() => {
    if (!isKnown) return
    let isCurrent = true
    let leave: (() => void) | undefined
    async function open() {
      const outcome = await fetchFile(documentPath(id, 'print'))
      if (!isCurrent) return
      if ('problem' in outcome) {
        setProblem(outcome.problem)
        return
      }
      setFile(outcome.file)
      try {
        if (host.current) leave = await showDocx(outcome.file, host.current)
        if (isCurrent) setIsShown(true)
        else leave?.()
      } catch {
        if (isCurrent) setProblem(NOT_SHOWN)
      }
    }
    void open()
    return () => {
      isCurrent = false
      leave?.()
    }
  }, [id, isKnown])

  if (line.isPending) return <PagePending />
  if (line.error) return <ErrorState title="Chưa mở được văn bản" sentence={toHubError(line.error).message} />
  const document = line.data
  return (
    <>
      <div className={classes.tools}>
        <PageHeader
          title={`${document.title} số ${document.fullNumber}`}
          note={`Ngày ${formatDay(document.datedOn)} · in lại vẫn đúng bản đã lập`}
          back={backFrom(document)}
          acts={
            <>
              <Button
                variant="default"
                disabled={file === null}
                leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
                onClick={() => file && saveAs(file, document.fileName)}
              >
                Tải tệp Word
              </Button>
              <PrintActs
                act="In văn bản"
                fileName={document.fileName.replace(/\.docx$/i, '')}
                disabled={!isShown}
              />
            </>
          }
        />
        {document.cancelledAt !== null && (
          <p className={classes.cancelled} role="alert">
            Văn bản này đã hủy: {document.cancelReason}
          </p>
        )}
        {problem && <ErrorState title="Chưa mở được tệp" sentence={problem} />}
      </div>
      <div className={classes.paper} ref={host} data-shown={isShown || undefined} />
    </>
  )
}
