import { useQuery } from '@tanstack/react-query'
import { formatMoment } from '#ui/format.ts'
import { api } from '#renderer/api/client.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { draftTitle, readIntake } from '#renderer/features/intake/intake-form.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import classes from './intake.module.css'

/** Name of an intake's draft at the hub. */
export function draftForm(draftId: string): string {
  return `intake:${draftId}`
}

/** Receptions this user left unfinished, on whatever desk. */
export function UnfinishedList({ current }: { current: string }) {
  const now = useHubNow()
  const kept = useQuery({
    ...api.drafts.list.queryOptions({ input: { prefix: draftForm('') } }),
    staleTime: 0,
  })
  const others = (kept.data?.drafts ?? []).filter(({ form }) => form !== draftForm(current))
  if (others.length === 0) return null
  return (
    <nav className={classes.unfinished} aria-label="Tiếp nhận còn dở">
      <span className={classes.dim}>Còn dở:</span>
      {others.map(({ form, value, savedAt }) => (
        <InnerLink
          key={form}
          className={classes.inner}
          href={`/tiep-nhan/${form.slice(draftForm('').length)}`}
        >
          {draftTitle(readIntake(value))} ({formatMoment(savedAt, now)})
        </InnerLink>
      ))}
    </nav>
  )
}
