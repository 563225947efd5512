import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { DocumentList } from '#renderer/features/documents/document-list.tsx'
import { FileTab } from '#renderer/features/people/file-tab.tsx'
import { HistoryTab } from '#renderer/features/people/history-tab.tsx'
import { OverviewTab } from '#renderer/features/people/overview-tab.tsx'
import { PersonCard } from '#renderer/features/people/person-card.tsx'
import { ViewsTab } from '#renderer/features/people/views-tab.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import classes from './person-page.module.css'

const FIRST_TAB = 'tong-quan'

/** Everything about one person: the card on the left stays, the tabs on the right change. */
export function PersonPage() {
  const params: { personId?: string } = useParams({ strict: false })
  const personId = params.personId ?? ''
  const desk = useDesk()
  const [values, setValues] = useUrlFilters(['the'])
  const person = useQuery(api.people.get.queryOptions({ input: { id: personId } }))
  if (person.isPending) return <PagePending />
  if (person.error) {
    return (
      <ErrorState
        title="Chưa mở được hồ sơ"
        sentence={toHubError(person.error).message}
        onRetry={() => void person.refetch()}
      />
    )
  }
  const file = person.data
  const maySeeDocuments = desk?.permissions.includes('documents.read') ?? false
  const maySeeLooks = desk?.permissions.includes('views.read') ?? false
  return (
    <>
      <PageHeader title={file.name} back={{ href: '/nguoi', label: 'Học viên' }} />
      <div className={classes.page}>
        <PersonCard file={file} />
        <Tabs
          className={classes.tabs}
          value={values['the']?.[0] ?? FIRST_TAB}
          onChange={(tab) => setValues(tab === null || tab === FIRST_TAB ? {} : { the: [tab] })}
          keepMounted={false}
        >
          <Tabs.List>
            <Tabs.Tab value={FIRST_TAB}>Tổng quan</Tabs.Tab>
            <Tabs.Tab value="ho-so">Hồ sơ</Tabs.Tab>
            {maySeeDocuments && <Tabs.Tab value="van-ban">Văn bản</Tabs.Tab>}
            <Tabs.Tab value="lich-su">Lịch sử</Tabs.Tab>
            {maySeeLooks && <Tabs.Tab value="ai-da-xem">Ai đã xem</Tabs.Tab>}
          </Tabs.List>
          <Tabs.Panel value={FIRST_TAB} pt="sm">
            <OverviewTab file={file} />
          </Tabs.Panel>
          <Tabs.Panel value="ho-so" pt="sm">
            <FileTab file={file} key={file.id} />
          </Tabs.Panel>
          {maySeeDocuments && (
            <Tabs.Panel value="van-ban" pt="sm">
              <DocumentList personId={file.id} stayId={file.stays[0]?.id ?? null} />
            </Tabs.Panel>
          )}
          <Tabs.Panel value="lich-su" pt="sm">
            <HistoryTab personId={file.id} />
          </Tabs.Panel>
          {maySeeLooks && (
            <Tabs.Panel value="ai-da-xem" pt="sm">
              <ViewsTab personId={file.id} />
            </Tabs.Panel>
          )}
        </Tabs>
      </div>
    </>
  )
}
