import { IconChecks, IconBandage } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { INCIDENT_KIND_LABELS } from '#domain/incidents/incident-kinds.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import { formatNumber } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { IncidentsNav } from './incidents-nav.tsx'
import { ExamineAct, InjuryFound } from './injury-found.tsx'
import { ReportAct } from './report-act.tsx'
import { TaskLine } from './task-line.tsx'
import classes from './incidents.module.css'

/** `/vu-viec/viec`: what incidents want done, by the reader or by anybody; injuries for the medical staff. */
export function IncidentWorkPage() {
  const desk = useDesk()
  const may = desk?.permissions ?? []
  const [values, setValues] = useUrlFilters(['xem'])
  const runs = may.includes('incident.run')
  const asked = values['xem']?.[0]
  const of = asked === 'tre' ? 'late' : asked === 'tat-ca' ? 'all' : 'me'
  const list = useQuery(api.incidents.tasks.queryOptions({ input: { of } }))
  const tasks = list.data?.tasks ?? []
  return (
    <>
      <PageHeader
        title="Việc của các vụ việc"
        note={list.data && `${formatNumber(tasks.length)} việc`}
        acts={<ReportAct />}
      />
      <IncidentsNav />
      <div className={classes.stack}>
        {may.includes('medical.read') && <InjuriesWaiting examines={may.includes('medical.edit')} />}
        <Panel
          title={
            of === 'me' ? 'Giao cho tôi, cho bộ phận tôi' : of === 'late' ? 'Quá hạn' : 'Tất cả chưa xong'
          }
          aside={
            runs && (
              <FilterChips
                chips={[
                  {
                    id: 'xem',
                    label: 'Xem',
                    choices: [
                      { value: 'tre', label: 'Quá hạn' },
                      { value: 'tat-ca', label: 'Tất cả chưa xong' },
                    ],
                  },
                ]}
                values={values}
                // One of them at a time: the last one ticked.
                onChange={({ xem }) => setValues(xem?.length ? { xem: xem.slice(-1) } : {})}
              />
            )
          }
        >
          {list.isError && (
            <ErrorState
              title="Chưa tải được việc"
              sentence={toHubError(list.error).message}
              onRetry={() => void list.refetch()}
            />
          )}
          {list.data && tasks.length === 0 && (
            <EmptyState icon={IconChecks} title="Không có việc nào chờ">
              Việc theo từng loại vụ việc vào đây khi có báo cáo.
            </EmptyState>
          )}
          <ul className={classes.lines}>
            {tasks.map((task) => (
              <TaskLine key={task.id} task={task} names runs={runs} />
            ))}
          </ul>
        </Panel>
      </div>
    </>
  )
}

function InjuriesWaiting({ examines }: { examines: boolean }) {
  const waiting = useQuery(api.incidents.injuries.queryOptions({ input: {} }))
  const rows = waiting.data?.rows ?? []
  return (
    <Panel title="Chờ khám thương tích">
      {waiting.data && rows.length === 0 && (
        <EmptyState icon={IconBandage} title="Không có ai chờ khám sau vụ việc" />
      )}
      <ul className={classes.lines}>
        {rows.map((injury) => (
          <li key={injury.id} className={`${classes.line} ${classes.split}`}>
            <div>
              <b>{injury.name}</b> <span className={classes.dim}>{injury.zoneName}</span>
              <p className={classes.note}>
                {injury.incidentNumber} · {INCIDENT_KIND_LABELS[injury.kind]} · ghi nhận{' '}
                {formatInstant(injury.noticedAt)}
                {injury.isHospital && ', đã đưa đi bệnh viện'}
              </p>
              <InjuryFound injury={injury} />
            </div>
            {examines && <ExamineAct injury={injury} name={injury.name} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
