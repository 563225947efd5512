import type { IncidentLine } from '#domain/contract/incident-shapes.ts'
import { INCIDENT_KIND_LABELS } from '#domain/incidents/incident-kinds.ts'
import { INCIDENT_STATE_LABELS, isOpenState } from '#domain/incidents/incident-states.ts'
import { formatInstant, type Instant } from '#domain/time/instant.ts'
import type { ListColumn } from '#ui/list-column.ts'
import { ToneChip } from '#ui/tone-chip.tsx'
import {
  ageText,
  incidentName,
  STATE_ICONS,
  STATE_TONES,
  whenText,
  whereText,
  whoText,
} from './incident-words.ts'
import classes from './incidents.module.css'

/** How an incident stands, and for how long where somebody has to act. */
export function IncidentState({
  row,
  now,
}: {
  row: Pick<IncidentLine, 'state' | 'stateSince'>
  now: Instant
}) {
  const label = INCIDENT_STATE_LABELS[row.state]
  const text = isOpenState(row.state) ? `${label} · ${ageText(row.stateSince, now)}` : label
  return (
    <ToneChip
      tone={STATE_TONES[row.state]}
      icon={STATE_ICONS[row.state]}
      text={text}
      quiet={!isOpenState(row.state)}
    />
  )
}

function Cut({ text }: { text: string | undefined }) {
  return (
    <span className={classes.cut} title={text}>
      {text ?? <span className={classes.dim}>chưa ghi</span>}
    </span>
  )
}

/** Columns of every list of incidents. @param now the hub's clock, for ages */
export function incidentColumns(now: Instant): ListColumn<IncidentLine>[] {
  return [
    { id: 'number', header: 'Số', minWidth: 124, cell: incidentName },
    {
      id: 'when',
      header: 'Xảy ra',
      minWidth: 146,
      cell: (row) => (
        <span title={whenText(row)}>
          {row.isApproximate && '≈ '}
          {formatInstant(row.occurredAt)}
        </span>
      ),
    },
    {
      id: 'kind',
      header: 'Loại',
      minWidth: 178,
      cell: ({ kind, secrecy }) =>
        secrecy === 'restricted' ? (
          <ToneChip tone="late" quiet text={`${INCIDENT_KIND_LABELS[kind]} (hạn chế xem)`} />
        ) : (
          <Cut text={INCIDENT_KIND_LABELS[kind]} />
        ),
    },
    {
      id: 'state',
      header: 'Tình trạng',
      minWidth: 186,
      cell: (row) => <IncidentState row={row} now={now} />,
    },
    {
      id: 'who',
      header: 'Học viên',
      minWidth: 160,
      grow: 0.8,
      yields: 2,
      cell: (row) => <Cut text={whoText(row)} />,
    },
    {
      id: 'where',
      header: 'Nơi xảy ra',
      minWidth: 146,
      grow: 0.5,
      yields: 3,
      cell: (row) => <Cut text={whereText(row)} />,
    },
    {
      id: 'summary',
      header: 'Nội dung',
      minWidth: 150,
      grow: 1,
      yields: 4,
      cell: ({ summary }) => <Cut text={summary} />,
    },
    {
      id: 'work',
      header: 'Việc',
      minWidth: 96,
      yields: 1,
      cell: ({ openTasks, lateTasks }) => {
        if (lateTasks > 0) return <ToneChip tone="late" text={`${lateTasks} quá hạn`} />
        return openTasks === 0 ? null : <span className={classes.dim}>{openTasks} chưa xong</span>
      },
    },
    {
      id: 'owner',
      header: 'Người xem xét',
      minWidth: 132,
      yields: 5,
      cell: ({ ownerName }) => ownerName ?? <span className={classes.dim}>chưa nhận</span>,
    },
  ]
}
