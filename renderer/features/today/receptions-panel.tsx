import { IconUserPlus } from '@tabler/icons-react'
import type { RecentReception } from '#domain/contract/today.ts'
import type { Instant } from '#domain/time/instant.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatMoment } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { PlaceText } from '#ui/person-line.tsx'
import { TrackChip } from '#ui/track-chip.tsx'
import classes from './today.module.css'

/** Who came in last. */
export function ReceptionsPanel({
  receptions,
  now,
}: {
  receptions: readonly RecentReception[]
  now: Instant
}) {
  return (
    <Panel title="Mới tiếp nhận" flush>
      {receptions.length === 0 && <EmptyState icon={IconUserPlus} title="Chưa tiếp nhận ai" />}
      <ul className={classes.list}>
        {receptions.map((row) => (
          <li key={row.personId} className={classes.reception}>
            <span className={classes.name}>
              <InnerLink href={`/nguoi/${row.personId}`}>{row.name}</InnerLink>
              {row.birthOn !== null && <span className={classes.year}> {row.birthOn.slice(0, 4)}</span>}
            </span>
            <TrackChip track={row.track} />
            <span className={classes.place}>
              <PlaceText zone={row.zoneCode} bed={row.bedCode} />
            </span>
            <span className={classes.moment}>{formatMoment(row.receivedAt, now)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
