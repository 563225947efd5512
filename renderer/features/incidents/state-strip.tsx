import { useQuery } from '@tanstack/react-query'
import type { IncidentFilter } from '#domain/contract/incidents.ts'
import { INCIDENT_STATE_LABELS } from '#domain/incidents/incident-states.ts'
import { OPEN_STATES } from '#domain/incidents/statistics.ts'
import type { Instant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { StatRow, StatTile } from '#ui/stat-tile.tsx'
import { incidentListHref } from './incident-filters.ts'
import { ageText } from './incident-words.ts'
import { LateTiles } from './late-tiles.tsx'

/** From here on the oldest is worth a word, and from there on it stands out. */
const OLD_MS = 3_600_000
const STALE_MS = 7 * 86_400_000

/** The board: how many incidents stand in each open state, how long the oldest has, and what is late. */
export function StateStrip({ filter, now }: { filter: IncidentFilter; now: Instant }) {
  const counts = useQuery(
    api.incidents.counts.queryOptions({ input: { ...filter, states: [...OPEN_STATES] } }),
  )
  if (counts.data === undefined) return null
  const states = OPEN_STATES.flatMap((state) => counts.data.states.filter((row) => row.state === state))
  if (states.length === 0) return null
  return (
    <StatRow label="Vụ việc theo tình trạng, kèm thời gian của vụ lâu nhất">
      {states.map(({ state, count, oldestSince }) => {
        const age = oldestSince === null ? 0 : Date.parse(now) - Date.parse(oldestSince)
        return (
          <StatTile
            key={state}
            label={INCIDENT_STATE_LABELS[state]}
            value={count}
            href={incidentListHref({ ...filter, states: [state] })}
            {...(oldestSince === null || count === 0 || age < OLD_MS
              ? {}
              : {
                  note: {
                    text: ageText(oldestSince, now),
                    tone: age > STALE_MS ? ('late' as const) : ('ended' as const),
                  },
                })}
          />
        )
      })}
      <LateTiles
        late={counts.data}
        hrefOf={(asked) => incidentListHref({ ...filter, states: [...OPEN_STATES], ...asked })}
      />
    </StatRow>
  )
}
