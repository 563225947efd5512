import { Button } from '@mantine/core'
import { IconFilePlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { dayOf } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { DocumentTable } from '#renderer/features/documents/document-table.tsx'
import { MakeDocument } from '#renderer/features/documents/make-document.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Panel } from '#ui/panel.tsx'

/** The documents about a person, with making, printing and cancelling. `stayId`: the stay new ones belong to. */
export function DocumentList({ personId, stayId }: { personId: string; stayId: string | null }) {
  const desk = useDesk()
  const { history } = useRouter()
  const [isMaking, setIsMaking] = useState(false)
  const documents = useQuery(api.documents.list.queryOptions({ input: { personId } }))
  const mayMake = desk?.permissions.includes('documents.make') ?? false
  if (documents.isPending || !desk) return <PagePending />
  if (documents.error) {
    return (
      <ErrorState
        title="Chưa tải được văn bản"
        sentence={toHubError(documents.error).message}
        onRetry={() => void documents.refetch()}
      />
    )
  }
  const lines = documents.data.documents
  return (
    <Panel
      title="Văn bản"
      flush
      aside={
        mayMake &&
        stayId !== null && (
          <Button
            size="xs"
            leftSection={<IconFilePlus size={16} stroke={1.75} aria-hidden />}
            onClick={() => setIsMaking(true)}
          >
            Lập văn bản
          </Button>
        )
      }
    >
      {lines.length === 0 ? (
        <EmptyState title="Chưa có văn bản nào">
          Biên bản giao nhận, phiếu thu thập thông tin, kế hoạch, biên nhận lưu ký lập ở đây.
        </EmptyState>
      ) : (
        <DocumentTable label="Văn bản" lines={lines} mayMake={mayMake} />
      )}
      {stayId !== null && (
        <Dialog opened={isMaking} onClose={() => setIsMaking(false)} title="Lập văn bản" size={680}>
          <MakeDocument
            stayId={stayId}
            today={dayOf(desk.now())}
            onLeave={() => setIsMaking(false)}
            onMade={(id) => history.push(`/in/document/${id}`)}
          />
        </Dialog>
      )}
    </Panel>
  )
}
