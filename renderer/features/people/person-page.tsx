import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { api } from '#renderer/api/client.ts'
import { isNowhere, toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { CareTab } from '#renderer/features/care/care-tab.tsx'
import { DocumentList } from '#renderer/features/documents/document-list.tsx'
import { DepositTab } from '#renderer/features/deposit/deposit-tab.tsx'
import { ContactsTab } from '#renderer/features/contacts/contacts-tab.tsx'
import { DossierTab } from '#renderer/features/dossier/dossier-tab.tsx'
import { IdentityTab } from '#renderer/features/dossier/identity-tab.tsx'
import { OfStay } from '#renderer/features/dossier/of-stay.tsx'
import { PersonMenu } from '#renderer/features/dossier/person-menu.tsx'
import { SheetTab } from '#renderer/features/dossier/sheet-tab.tsx'
import { MedicalTab, MedicalTabLabel } from '#renderer/features/medical/medical-tab.tsx'
import { PersonIncidents } from '#renderer/features/incidents/person-incidents.tsx'
import { MergedNotice, MergesPanel } from '#renderer/features/merging/merges-panel.tsx'
import { StayDuties } from '#renderer/features/obligations/stay-duties.tsx'
import { FileTab } from '#renderer/features/people/file-tab.tsx'
import { HistoryTab } from '#renderer/features/people/history-tab.tsx'
import { OverviewTab } from '#renderer/features/people/overview-tab.tsx'
import { PersonCard } from '#renderer/features/people/person-card.tsx'
import { ViewsTab } from '#renderer/features/people/views-tab.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import classes from './person-page.module.css'

const FIRST_TAB = 'tong-quan'

/** All of them in one row, also at 150 %. */
const NARROW_TABS = {
  list: { marginBottom: 8 },
  tab: { fontSize: 'var(--tab-size)', paddingInline: 'var(--tab-gap)' },
}

/** Everything about one person: the card on the left stays, the tabs on the right change. */
export function PersonPage() {
  const params: { personId?: string } = useParams({ strict: false })
  const personId = params.personId ?? ''
  const desk = useDesk()
  const [values, setValues] = useUrlFilters(['the'])
  const person = useQuery(api.people.get.queryOptions({ input: { id: personId } }))
  if (person.isPending) return <PagePending />
  if (person.error && isNowhere(toHubError(person.error))) {
    return (
      <>
        <PageHeader title="Không có hồ sơ này" back={{ href: '/nguoi', label: 'Học viên' }} />
        <EmptyState
          title="Không tìm thấy hồ sơ"
          act={<InnerLink href="/nguoi">Mở danh sách học viên</InnerLink>}
        >
          Đường dẫn không đúng hoặc hồ sơ không còn. Tìm lại theo tên hoặc số giấy tờ.
        </EmptyState>
      </>
    )
  }
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
  const maySeeDuties = desk?.permissions.includes('duties.read') ?? false
  const mayReadDossier = desk?.permissions.includes('dossier.read') ?? false
  const mayReadDeposit = desk?.permissions.includes('deposit.read') ?? false
  const maySeeContacts = desk?.permissions.includes('contacts.read') ?? false
  const seesIncidents = desk?.permissions.includes('incident.read') ?? false
  const mayReadCare = desk?.permissions.includes('care.read') ?? false
  const maySeeLooks = desk?.permissions.includes('views.read') ?? false
  return (
    <>
      <PageHeader
        title={file.name}
        back={{ href: '/nguoi', label: 'Học viên' }}
        acts={<PersonMenu file={file} />}
      />
      {file.cancelledAt !== null && <MergedNotice personId={file.id} />}
      <Tabs
        className={classes.all}
        styles={NARROW_TABS}
        value={values['the']?.[0] ?? FIRST_TAB}
        onChange={(tab) => setValues(tab === null || tab === FIRST_TAB ? {} : { the: [tab] })}
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value={FIRST_TAB}>Tổng quan</Tabs.Tab>
          <Tabs.Tab value="ho-so">Hồ sơ</Tabs.Tab>
          {maySeeDuties && <Tabs.Tab value="viec">Việc</Tabs.Tab>}
          {mayReadCare && <Tabs.Tab value="quy-trinh">Quy trình</Tabs.Tab>}
          {seesIncidents && <Tabs.Tab value="vu-viec">Vụ việc</Tabs.Tab>}
          {maySeeDocuments && <Tabs.Tab value="van-ban">Văn bản</Tabs.Tab>}
          {mayReadDossier && <Tabs.Tab value="giay-to">Giấy tờ</Tabs.Tab>}
          {mayReadDeposit && <Tabs.Tab value="luu-ky">Lưu ký</Tabs.Tab>}
          {maySeeContacts && <Tabs.Tab value="tham-gap">Thăm gặp</Tabs.Tab>}
          {mayReadDossier && <Tabs.Tab value="phieu">Phiếu</Tabs.Tab>}
          <Tabs.Tab value="y-te">
            <MedicalTabLabel />
          </Tabs.Tab>
          <Tabs.Tab value="nhan-dang">Nhận dạng</Tabs.Tab>
          <Tabs.Tab value="lich-su">Lịch sử</Tabs.Tab>
          {maySeeLooks && <Tabs.Tab value="ai-da-xem">Ai đã xem</Tabs.Tab>}
        </Tabs.List>
        <div className={classes.page}>
          <PersonCard file={file} />
          <div className={classes.tabs}>
            <Tabs.Panel value={FIRST_TAB}>
              <OverviewTab file={file} />
            </Tabs.Panel>
            <Tabs.Panel value="ho-so">
              <FileTab file={file} key={file.id} />
            </Tabs.Panel>
            {maySeeDuties && (
              <Tabs.Panel value="viec">
                <OfStay file={file}>{(stay) => <StayDuties stayId={stay.id} />}</OfStay>
              </Tabs.Panel>
            )}
            {mayReadCare && (
              <Tabs.Panel value="quy-trinh">
                <OfStay file={file}>{(stay) => <CareTab stayId={stay.id} />}</OfStay>
              </Tabs.Panel>
            )}
            {seesIncidents && (
              <Tabs.Panel value="vu-viec">
                <PersonIncidents personId={file.id} />
              </Tabs.Panel>
            )}
            {maySeeDocuments && (
              <Tabs.Panel value="van-ban">
                <DocumentList personId={file.id} stayId={file.stays[0]?.id ?? null} />
              </Tabs.Panel>
            )}
            {mayReadDossier && (
              <Tabs.Panel value="giay-to">
                <OfStay file={file}>{(stay) => <DossierTab stayId={stay.id} />}</OfStay>
              </Tabs.Panel>
            )}
            {mayReadDeposit && (
              <Tabs.Panel value="luu-ky">
                <OfStay file={file}>{(stay) => <DepositTab stayId={stay.id} name={file.name} />}</OfStay>
              </Tabs.Panel>
            )}
            {maySeeContacts && (
              <Tabs.Panel value="tham-gap">
                <ContactsTab personId={file.id} name={file.name} />
              </Tabs.Panel>
            )}
            {mayReadDossier && (
              <Tabs.Panel value="phieu">
                <OfStay file={file}>{(stay) => <SheetTab stayId={stay.id} personId={file.id} />}</OfStay>
              </Tabs.Panel>
            )}
            <Tabs.Panel value="y-te">
              <OfStay file={file}>{(stay) => <MedicalTab stayId={stay.id} />}</OfStay>
            </Tabs.Panel>
            <Tabs.Panel value="nhan-dang">
              <OfStay file={file}>{(stay) => <IdentityTab file={file} stayId={stay.id} />}</OfStay>
            </Tabs.Panel>
            <Tabs.Panel value="lich-su">
              <MergesPanel personId={file.id} />
              <HistoryTab personId={file.id} />
            </Tabs.Panel>
            {maySeeLooks && (
              <Tabs.Panel value="ai-da-xem">
                <ViewsTab personId={file.id} />
              </Tabs.Panel>
            )}
          </div>
        </div>
      </Tabs>
    </>
  )
}
