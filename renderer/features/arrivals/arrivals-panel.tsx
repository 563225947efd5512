import { useQuery } from '@tanstack/react-query'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { receiveHref, whenText } from '#renderer/features/arrivals/arrival-words.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { TrackChip } from '#ui/track-chip.tsx'
import classes from './arrivals.module.css'

const MOST_SHOWN = 6

/** Who is expected next, each a step from the intake screen; nothing while nobody is announced. */
export function ArrivalsPanel({ now }: { now: Instant }) {
  const today = dayOf(now)
  const list = useQuery(api.intake.expected.queryOptions({ input: {} }))
  const arrivals = list.data?.arrivals ?? []
  if (!list.error && arrivals.length === 0) return null
  return (
    <Panel
      title="Dự kiến đến"
      flush
      aside={<InnerLink href="/tiep-nhan/du-kien">Tất cả {arrivals.length} người</InnerLink>}
    >
      {list.error && (
        <p role="alert" className={classes.alert}>
          {toHubError(list.error).message}
        </p>
      )}
      <ul className={classes.list}>
        {arrivals.slice(0, MOST_SHOWN).map((arrival) => {
          const when = whenText(arrival, today)
          return (
            <li key={arrival.id} className={classes.small}>
              <ToneChip tone={when.tone} text={when.text} quiet={when.tone === 'ended'} />
              <span>
                <InnerLink href={receiveHref(arrival.id)}>{arrival.name}</InnerLink>
                {arrival.fromBody !== null && <span className={classes.note}> · {arrival.fromBody}</span>}
              </span>
              <TrackChip track={arrival.track} />
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
