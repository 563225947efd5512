import { Badge, Button, Tabs } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useParams, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
import { INCIDENT_KIND_LABELS } from '#domain/incidents/incident-kinds.ts'
import { isNowhere, refusalOf, UNREACHABLE } from '#renderer/api/hub-error.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { EvidencePanel } from './evidence-panel.tsx'
import { ExhibitsPanel } from './exhibits-panel.tsx'
import { IncidentCard } from './incident-card.tsx'
import { incidentHref, incidentName } from './incident-words.ts'
import { InjuriesPanel } from './injuries-panel.tsx'
import { InvolvedPanel } from './involved-panel.tsx'
import { KeepApartSuggested } from './keep-apart-suggested.tsx'
import { LinksPanel } from './links-panel.tsx'
import { MissingPanel } from './missing-panel.tsx'
import { NarrativesPanel } from './narratives-panel.tsx'
import { NoticesPanel } from './notices-panel.tsx'
import { PapersPanel } from './papers-panel.tsx'
import { QuestionsPanel } from './questions-panel.tsx'
import { StepsPanel } from './steps-panel.tsx'
import { TasksPanel } from './tasks-panel.tsx'
import { useIncident } from './use-incident.ts'
import classes from './incidents.module.css'

const FIRST_TAB = 'dien-bien'
const BACK = { href: '/vu-viec', label: 'Vụ việc' }

interface Part {
  id: string
  label: string
  count?: number
  isLate?: boolean
  content: () => ReactNode
}

/** The parts of the page, as far as this reader sees any of them. */
function partsOf(incident: IncidentDetail, open: (part: string) => void): Part[] {
  const openTasks = incident.tasks.filter((task) => task.doneAt === null && task.droppedAt === null)
  const openNotices = incident.notices.filter(({ sentAt }) => sentAt === null)
  const own: Part[] = [
    {
      id: FIRST_TAB,
      label: 'Diễn biến',
      content: () => (
        <>
          <MissingPanel incident={incident} onOpen={open} />
          <KeepApartSuggested incident={incident} />
          <NarrativesPanel incident={incident} />
        </>
      ),
    },
    { id: 'cau-hoi', label: 'Câu hỏi', content: () => <QuestionsPanel incident={incident} /> },
    {
      id: 'nguoi',
      label: 'Người',
      count: incident.involvements.filter(({ removedAt }) => removedAt === null).length,
      content: () => (
        <>
          <InvolvedPanel incident={incident} />
          {!incident.isOwnReportOnly && <InjuriesPanel incident={incident} />}
        </>
      ),
    },
    {
      id: 'vat-chung',
      label: 'Vật chứng',
      count: incident.exhibits.length + incident.evidence.filter((one) => one.withdrawnAt === null).length,
      content: () => (
        <>
          <ExhibitsPanel incident={incident} />
          <EvidencePanel incident={incident} />
        </>
      ),
    },
  ]
  const whole: Part[] = [
    {
      id: 'viec',
      label: 'Việc, thông báo',
      count: openTasks.length + openNotices.length,
      isLate: [...openTasks, ...openNotices].some(({ isLate }) => isLate),
      content: () => (
        <>
          <TasksPanel incident={incident} />
          <NoticesPanel incident={incident} />
        </>
      ),
    },
  ]
  const papers: Part = {
    id: 'van-ban',
    label: 'Văn bản',
    content: () => <PapersPanel incident={incident} />,
  }
  const past: Part = {
    id: 'qua-trinh',
    label: 'Quá trình, liên quan',
    content: () => (
      <>
        <StepsPanel incident={incident} />
        {!incident.isOwnReportOnly && <LinksPanel incident={incident} />}
      </>
    ),
  }
  return [...own, ...(incident.isOwnReportOnly ? [] : [...whole, papers]), past]
}

/** One incident: where it stands, what is missing, and every part of it. */
export function IncidentPage() {
  const { incidentId = '' }: { incidentId?: string } = useParams({ strict: false })
  const { history } = useRouter()
  const [values, setValues] = useUrlFilters(['the'])
  const loaded = useIncident(incidentId)
  if (loaded.isPending) return <PagePending />
  const refusal = refusalOf(loaded)
  if (refusal !== null && isNowhere(refusal)) {
    return (
      <>
        <PageHeader title="Không mở được vụ việc" back={BACK} />
        <EmptyState title="Không tìm thấy vụ việc" act={<InnerLink href="/vu-viec">Mở sổ vụ việc</InnerLink>}>
          Đường dẫn không đúng, hoặc vụ việc này hạn chế người xem.
        </EmptyState>
      </>
    )
  }
  if (refusal !== null || loaded.data === undefined) {
    return (
      <>
        <PageHeader title="Vụ việc" back={BACK} />
        <ErrorState
          title="Chưa mở được vụ việc"
          sentence={refusal?.message ?? UNREACHABLE}
          onRetry={() => void loaded.refetch()}
        />
      </>
    )
  }
  const incident = loaded.data
  const open = (part: string) => setValues(part === FIRST_TAB ? {} : { the: [part] })
  const parts = partsOf(incident, open)
  const asked = values['the']?.[0] ?? FIRST_TAB
  const shown = parts.some(({ id }) => id === asked) ? asked : FIRST_TAB
  return (
    <>
      <PageHeader
        title={`${incidentName(incident)} · ${INCIDENT_KIND_LABELS[incident.kind]}`}
        back={BACK}
        note={
          incident.isOwnReportOnly &&
          'Bạn xem báo cáo ban đầu của mình; phần xem xét do bộ phận xử lý vụ việc ghi.'
        }
        acts={
          !incident.isOwnReportOnly && (
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
              onClick={() => history.push(`${incidentHref(incident.id)}/in`)}
            >
              In hồ sơ vụ việc
            </Button>
          )
        }
      />
      <div className={classes.page}>
        <IncidentCard incident={incident} />
        <Tabs value={shown} onChange={(part) => open(part ?? FIRST_TAB)} keepMounted={false}>
          <Tabs.List mb="sm">
            {parts.map(({ id, label, count, isLate }) => (
              <Tabs.Tab
                key={id}
                value={id}
                rightSection={
                  count !== undefined &&
                  count > 0 && (
                    <Badge variant="light" color={isLate ? 'red' : 'gray'} size="sm" c="inherit">
                      {count}
                    </Badge>
                  )
                }
              >
                {label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {parts.map(({ id, content }) => (
            <Tabs.Panel key={id} value={id}>
              <div className={classes.stack}>{content()}</div>
            </Tabs.Panel>
          ))}
        </Tabs>
      </div>
    </>
  )
}
