import { useQuery } from '@tanstack/react-query'
import type { IncidentLine } from '#domain/contract/incident-shapes.ts'
import type { IncidentNoticeLine, IncidentTask } from '#domain/contract/incident-work-shapes.ts'
import { INCIDENT_KIND_LABELS } from '#domain/incidents/incident-kinds.ts'
import { ROLE_LABELS } from '#domain/permissions/roles.ts'
import type { Instant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { clockWord, incidentHref } from './incident-words.ts'
import classes from './incidents.module.css'

const SHOWN = 5
const MOST_NOTICES = 20
const MOST_RETURNED = 20
const WORK_LIST = '/vu-viec/viec'
const AT_ONCE = 'gửi ngay'

/** Something to do because of an incident: a task, a notice to send, or a report that came back. */
interface WorkLine {
  id: string
  what: string
  incidentId: string
  incident: string
  /** The part of the incident where it is done; null for the whole, which whoever reported it may open. */
  part: 'viec' | null
  /** Null: at once. */
  dueAt: Instant | null
  /** What stands there while no hour is set. */
  atOnce: string
  /** Whom the head of the centre asks, or that the head knows; null while nobody had to be told. */
  escalated: string | null
}

const incidentOf = ({ incidentNumber, kind }: IncidentTask | IncidentNoticeLine) =>
  [incidentNumber, INCIDENT_KIND_LABELS[kind]].filter((part) => part !== null).join(' ')

function lineOfTask(task: IncidentTask, isHead: boolean): WorkLine {
  const { id, title, incidentId, dueAt, isEscalated, ownerName, role } = task
  const escalated = isHead ? `giao ${ownerName ?? ROLE_LABELS[role]}` : 'đã báo Trưởng cơ sở'
  return {
    id,
    what: title,
    incidentId,
    incident: incidentOf(task),
    part: 'viec',
    dueAt,
    atOnce: AT_ONCE,
    escalated: isEscalated ? escalated : null,
  }
}

function lineOfNotice(notice: IncidentNoticeLine): WorkLine {
  const { id, toWhom, about, incidentId, dueAt } = notice
  const what = `Báo cho ${toWhom}${about === null ? '' : ` về ${about}`}`
  return {
    id,
    what,
    incidentId,
    incident: incidentOf(notice),
    part: 'viec',
    dueAt,
    atOnce: AT_ONCE,
    escalated: null,
  }
}

function lineOfReturned({ id, number, kind }: IncidentLine): WorkLine {
  return {
    id,
    what: 'Bổ sung báo cáo bị trả lại',
    incidentId: id,
    incident: [number, INCIDENT_KIND_LABELS[kind]].filter((part) => part !== null).join(' '),
    part: null,
    dueAt: null,
    atOnce: 'chờ bổ sung',
    escalated: null,
  }
}

/** First reports of the reader that wait for more from him or her. */
function useReturnedReports(): WorkLine[] {
  const returned = useQuery(
    api.incidents.mine.queryOptions({ input: { states: ['needs-more'], limit: MOST_RETURNED } }),
  )
  return (returned.data?.rows ?? []).map(lineOfReturned)
}

/** Tasks of the reader and the role, for the head those grown too late, notices for those who send them, returned reports. */
function useIncidentWork(): WorkLine[] {
  const may = useDesk()?.permissions ?? []
  const isHead = may.includes('incident.decide')
  const tasks = useQuery(api.incidents.tasks.queryOptions({ input: {} }))
  const notices = useQuery({
    ...api.incidents.notices.queryOptions({ input: {} }),
    enabled: may.includes('incident.run'),
  })
  const returned = useReturnedReports()
  return [
    ...returned,
    ...(notices.data?.notices ?? []).map(lineOfNotice),
    ...(tasks.data?.tasks ?? []).map((task) => lineOfTask(task, isHead)),
  ].toSorted((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''))
}

/** What incidents want of the reader, the most pressing first; nothing while there is nothing. */
export function IncidentTasks({ now }: { now: Instant }) {
  const reads = useDesk()?.permissions.includes('incident.read') ?? false
  const lines = useIncidentWork()
  if (lines.length === 0) return null
  return (
    <Panel
      title={`Việc của vụ việc (${formatNumber(lines.length)})`}
      aside={<InnerLink href={WORK_LIST}>Mở danh sách</InnerLink>}
    >
      <WorkLines lines={lines.slice(0, SHOWN)} now={now} opens={reads} />
    </Panel>
  )
}

/** Lines that open their incident, or the list of work for whoever may not read it. */
function WorkLines({ lines, now, opens }: { lines: readonly WorkLine[]; now: Instant; opens: boolean }) {
  const hrefOf = (id: string, part: WorkLine['part']) =>
    part === null ? incidentHref(id) : opens ? incidentHref(id, part) : WORK_LIST
  return (
    <ul className={classes.lines}>
      {lines.map(({ id, what, incident, incidentId, part, dueAt, atOnce, escalated }) => (
        <li key={id} className={`${classes.line} ${classes.split}`}>
          <div>
            <InnerLink href={hrefOf(incidentId, part)}>{what}</InnerLink>
            <p className={classes.note}>
              {incident}
              {escalated !== null && ` · ${escalated}`}
            </p>
          </div>
          {dueAt === null ? <ToneChip tone="soon" text={atOnce} /> : <ToneChip {...clockWord(dueAt, now)} />}
        </li>
      ))}
    </ul>
  )
}

/** One line over the list of duties: how much of incidents waits for the reader beside them. */
export function IncidentWorkLine({ now }: { now: Instant }) {
  const lines = useIncidentWork()
  if (lines.length === 0) return null
  const late = lines.filter(({ dueAt }) => dueAt !== null && dueAt < now).length
  return (
    <div className={classes.row}>
      <InnerLink href={WORK_LIST}>
        Vụ việc: {formatNumber(lines.length)} việc, thông báo, báo cáo chờ làm
      </InnerLink>
      {late > 0 && <ToneChip tone="late" text={`${formatNumber(late)} quá hạn`} />}
    </div>
  )
}

/** Notices of all incidents that nobody sent yet; nothing while there is none. */
export function NoticesWaiting({ now }: { now: Instant }) {
  const notices = useQuery(api.incidents.notices.queryOptions({ input: {} }))
  const lines = (notices.data?.notices ?? []).map(lineOfNotice)
  if (lines.length === 0) return null
  return (
    <Panel title={`Thông báo chưa gửi (${formatNumber(lines.length)})`}>
      <WorkLines lines={lines.slice(0, MOST_NOTICES)} now={now} opens />
      {lines.length > MOST_NOTICES && (
        <p className={classes.note}>
          Và {formatNumber(lines.length - MOST_NOTICES)} thông báo nữa, hạn sau đó.
        </p>
      )}
    </Panel>
  )
}

/** First reports of the reader that came back; nothing while there is none. */
export function ReturnedReports({ now }: { now: Instant }) {
  const lines = useReturnedReports()
  if (lines.length === 0) return null
  return (
    <Panel title={`Báo cáo bị trả lại (${formatNumber(lines.length)})`}>
      <WorkLines lines={lines} now={now} opens />
    </Panel>
  )
}
