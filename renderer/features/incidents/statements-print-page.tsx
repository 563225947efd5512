import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { DocumentLine } from '#domain/contract/documents.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { PrintActs } from '#renderer/app/print-acts.tsx'
import { documentPath, fetchFile } from '#renderer/features/documents/document-file.ts'
import documents from '#renderer/features/documents/documents.module.css'
import { showDocx } from '#renderer/features/documents/show-docx.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { incidentHref } from './incident-words.ts'
import { STATEMENT_FORMS } from './papers-panel.tsx'

/** Pages of several documents are not numbered through: each begins anew, which a printed page cannot count. */
function useUnnumberedPages(isReady: boolean): void {
  useEffect(() => {
    if (!isReady) return
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('@page { @top-center { content: none; } }')
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    }
  }, [isReady])
}

/** `/vu-viec/<id>/loi-khai`: all statements that were made of an incident, one after the other, for one print. */
export function StatementsPrintPage() {
  const { incidentId = '' }: { incidentId?: string } = useParams({ strict: false })
  const papers = useQuery(api.documents.listIncident.queryOptions({ input: { incidentId } }))
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState<string | null>(null)
  const lines = statementsOf(papers.data?.documents ?? [])
  const isReady = shown.size > 0 && shown.size >= lines.length
  useUnnumberedPages(isReady)
  const onShown = useCallback((id: string) => setShown((before) => new Set([...before, id])), [])
  if (papers.isPending) return <PagePending />
  if (papers.error)
    return <ErrorState title="Chưa lập được bản in" sentence={toHubError(papers.error).message} />
  return (
    <>
      <div className={documents.tools}>
        <PageHeader
          title={`${lines.length} lời khai, bản tường trình`}
          note="Mỗi bản bắt đầu ở trang mới, đúng như đã lập."
          back={{ href: incidentHref(incidentId, 'van-ban'), label: 'Văn bản' }}
          acts={<PrintActs act="In tất cả" fileName="loi-khai" disabled={!isReady} />}
        />
        {problem !== null && <ErrorState title="Chưa mở được tệp" sentence={problem} />}
        {lines.length === 0 && (
          <EmptyState title="Chưa lập bản nào">
            Lập lời khai, bản tường trình ở thẻ Văn bản của vụ việc.
          </EmptyState>
        )}
      </div>
      {lines.map(({ id }) => (
        <Paper key={id} id={id} onShown={onShown} onProblem={setProblem} />
      ))}
    </>
  )
}

/** Statements that hold, the oldest first. */
function statementsOf(lines: readonly DocumentLine[]): DocumentLine[] {
  return lines
    .filter(({ form, cancelledAt }) => cancelledAt === null && STATEMENT_FORMS.some((one) => one === form))
    .toReversed()
}

interface PaperProps {
  id: string
  onShown: (id: string) => void
  onProblem: (sentence: string) => void
}

function Paper({ id, onShown, onProblem }: PaperProps) {
  const host = useRef<HTMLDivElement>(null)
  const [isShown, setIsShown] = useState(false)
  useEffect(() => {
    let isCurrent = true
    let leave: (() => void) | undefined
    async function open() {
      const outcome = await fetchFile(documentPath(id, 'print'))
      if (!isCurrent || host.current === null) return
      if ('problem' in outcome) {
        onProblem(outcome.problem)
        return
      }
      leave = await showDocx(outcome.file, host.current)
      if (isCurrent) {
        setIsShown(true)
        onShown(id)
      } else leave()
    }
    open().catch(() => onProblem('Không hiển thị được một bản. Mở từng bản ở thẻ Văn bản.'))
    return () => {
      isCurrent = false
      leave?.()
    }
  }, [id, onShown, onProblem])
  return (
    <div className={`${documents.paper} ${documents.batch}`} ref={host} data-shown={isShown || undefined} />
  )
}
