import { useQuery } from '@tanstack/react-query'
import { INCIDENT_KIND_LABELS } from '#domain/incidents/incident-kinds.ts'
import type { Instant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { IncidentState } from './incident-columns.tsx'
import { incidentFilterOf } from './incident-filters.ts'
import { incidentHref, incidentName, whenText, whereText, whoText } from './incident-words.ts'
import classes from './incidents.module.css'

const SHOWN = 5

/** The newest open incidents the reader may see; nothing while there is none. */
export function OpenIncidents({ now }: { now: Instant }) {
  const list = useQuery(api.incidents.list.queryOptions({ input: { ...incidentFilterOf({}), limit: SHOWN } }))
  const rows = list.data?.rows ?? []
  if (rows.length === 0) return null
  const total = list.data?.total ?? rows.length
  return (
    <Panel
      title={`Vụ việc đang mở (${formatNumber(total)})`}
      aside={<InnerLink href="/vu-viec">Mở sổ vụ việc</InnerLink>}
    >
      <ul className={classes.lines}>
        {rows.map((row) => (
          <li key={row.id} className={classes.line}>
            <div className={classes.row}>
              <InnerLink href={incidentHref(row.id)}>
                {incidentName(row)} · {INCIDENT_KIND_LABELS[row.kind]}
              </InnerLink>
              <IncidentState row={row} now={now} />
              {row.lateTasks > 0 && <ToneChip tone="late" text={`${row.lateTasks} việc quá hạn`} quiet />}
            </div>
            <p className={classes.note}>
              {[whenText(row), whereText(row), whoText(row)].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
