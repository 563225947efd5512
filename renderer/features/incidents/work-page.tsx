import { IconChecks } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { IncidentTask } from '#domain/contract/incident-work-shapes.ts'
import { INCIDENT_KIND_LABELS } from '#domain/incidents/incident-kinds.ts'
import { ROLE_LABELS } from '#domain/permissions/roles.ts'
import { formatInstant, type Instant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import type { ListColumn } from '#ui/list-column.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { clockWord, incidentHref } from './incident-words.ts'
import { IncidentsNav } from './incidents-nav.tsx'
import { InjuryMinutesPanel } from './injury-minutes-panel.tsx'
import { InjuriesWaiting } from './injuries-waiting.tsx'
import { NoticesWaiting, ReturnedReports } from './my-incident-work.tsx'
import { ReportAct } from './report-act.tsx'
import { DoneAct, RuleWhy } from './task-line.tsx'
import classes from './incidents.module.css'

const CHIPS = [
  {
    id: 'xem',
    label: 'Xem',
    choices: [
      { value: 'tre', label: 'Quá hạn của mọi người' },
      { value: 'tat-ca', label: 'Của mọi người, chưa xong' },
    ],
  },
]

function columnsOf(now: Instant): ListColumn<IncidentTask>[] {
  return [
    {
      id: 'due',
      header: 'Hạn',
      minWidth: 176,
      cell: ({ dueAt }) => <ToneChip {...clockWord(dueAt, now)} />,
    },
    { id: 'title', header: 'Việc', minWidth: 210, grow: 1, cell: ({ title }) => title },
    {
      id: 'incident',
      header: 'Vụ việc',
      minWidth: 262,
      grow: 0.6,
      cell: ({ incidentNumber, kind }) => (
        <span className={classes.cut} title={`${incidentNumber} ${INCIDENT_KIND_LABELS[kind]}`}>
          {incidentNumber} {INCIDENT_KIND_LABELS[kind]}
        </span>
      ),
    },
    {
      id: 'who',
      header: 'Ai làm',
      minWidth: 150,
      yields: 1,
      cell: ({ ownerName, role }) => ownerName ?? ROLE_LABELS[role],
    },
    { id: 'at', header: 'Hạn lúc', minWidth: 138, yields: 3, cell: ({ dueAt }) => formatInstant(dueAt) },
    {
      id: 'why',
      header: 'Theo',
      minWidth: 140,
      yields: 2,
      cell: ({ rule, title, dueAt }) => rule && <RuleWhy rule={rule} title={title} dueAt={dueAt} />,
    },
    { id: 'act', header: 'Ghi', minWidth: 84, cell: (task) => <DoneAct task={task} /> },
  ]
}

/** `/vu-viec/viec`: what incidents want done, of the reader or of anybody; injuries for the medical staff. */
export function IncidentWorkPage() {
  const may = useDesk()?.permissions ?? []
  const now = useHubNow()
  const { history } = useRouter()
  const [values, setValues] = useUrlFilters(['xem'])
  const columns = useMemo(() => columnsOf(now), [now])
  const asked = values['xem']?.[0]
  const of = asked === 'tre' ? 'late' : asked === 'tat-ca' ? 'all' : 'me'
  const list = useQuery(api.incidents.tasks.queryOptions({ input: { of } }))
  const tasks = list.data?.tasks ?? []
  const reads = may.includes('incident.read')
  return (
    <>
      <PageHeader title="Việc của các vụ việc" acts={<ReportAct />} />
      <IncidentsNav />
      <ReturnedReports now={now} />
      {may.includes('medical.read') && <InjuriesWaiting examines={may.includes('medical.edit')} />}
      {may.includes('medical.edit') && <InjuryMinutesPanel />}
      {may.includes('incident.run') && <NoticesWaiting now={now} />}
      <div className={classes.fill}>
        <Panel flush>
          <DataList
            label="Việc của các vụ việc"
            noun="việc"
            columns={columns}
            rows={tasks}
            rowId={({ id }) => id}
            rowLabel={({ title }) => title}
            status={list.isPending ? 'loading' : list.isError && tasks.length === 0 ? 'error' : 'ready'}
            error={
              list.error && (
                <ErrorState
                  title="Chưa tải được việc"
                  sentence={toHubError(list.error).message}
                  onRetry={() => void list.refetch()}
                />
              )
            }
            chips={
              may.includes('incident.run') && (
                <FilterChips
                  chips={CHIPS}
                  values={values}
                  // One of them at a time: the last one ticked.
                  onChange={({ xem }) => setValues(xem?.length ? { xem: xem.slice(-1) } : {})}
                />
              )
            }
            {...(reads
              ? { onOpen: ({ incidentId }: IncidentTask) => history.push(incidentHref(incidentId, 'viec')) }
              : {})}
            empty={
              <EmptyState icon={IconChecks} title="Không có việc nào chờ">
                Việc theo từng loại vụ việc vào đây khi có báo cáo.
              </EmptyState>
            }
          />
        </Panel>
      </div>
    </>
  )
}
