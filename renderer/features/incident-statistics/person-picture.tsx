import { useQuery } from '@tanstack/react-query'
import { INCIDENT_KIND_LABELS } from '#domain/incidents/incident-kinds.ts'
import { COUNTED_STATES, daysOfMonth } from '#domain/incidents/statistics.ts'
import { formatMonth } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { incidentListHref } from '#renderer/features/incidents/incident-filters.ts'
import { MiniChart } from '#ui/mini-chart.tsx'
import { NumberLink } from '#ui/number-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { Figure, FigureTable } from './figure-table.tsx'
import classes from './statistics.module.css'

/** Twelve months of incidents of a person, by month and by kind and role. Nothing where there were none. */
export function PersonPicture({ personId }: { personId: string }) {
  const today = dayOf(useHubNow())
  const picture = useQuery(api.incidentStatistics.person.queryOptions({ input: { personId } }))
  if (!picture.data || picture.data.total === 0) return null
  const { months, kinds, total, from } = picture.data
  const states = [...COUNTED_STATES]
  return (
    <div className={classes.columns}>
      <Panel
        title="12 tháng qua"
        aside={
          <>
            <NumberLink value={total} href={incidentListHref({ states, personId, from, to: today })} /> vụ
          </>
        }
      >
        <MiniChart
          title="Số vụ có người này"
          kind="bar"
          axisLabel="Tháng"
          height={96}
          series={[{ label: 'Số vụ' }]}
          points={months.map(({ month, count }) => ({
            label: formatMonth(month),
            values: [count],
            hrefs: [incidentListHref({ states, personId, ...daysOfMonth(month, today) })],
          }))}
        />
      </Panel>
      <Panel title="Theo loại và vai trò" aside="12 tháng qua" flush>
        <FigureTable
          label="Vụ việc của người này theo loại và vai trò"
          heads={['Loại', 'Vai trò', 'Số vụ']}
          words={2}
          rows={kinds.map(({ kind, count, roles }) => ({
            key: kind,
            cells: [
              INCIDENT_KIND_LABELS[kind],
              roles.map(({ label, count: times }) => (times > 1 ? `${label} (${times})` : label)).join(', '),
              <Figure
                key="list"
                value={count}
                href={incidentListHref({ states, personId, kinds: [kind], from, to: today })}
              />,
            ],
          }))}
        />
      </Panel>
    </div>
  )
}
