import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/api/client.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { formatMoment } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { readReport, reportDraftForm, reportTitle } from './report-draft.ts'
import classes from './incidents.module.css'

/** First reports this user began and did not send, on whatever desk. @param current the one that is open */
export function UnfinishedReports({ current }: { current: string | null }) {
  const now = useHubNow()
  const kept = useQuery({
    ...api.drafts.list.queryOptions({ input: { prefix: reportDraftForm('') } }),
    staleTime: 0,
  })
  const others = (kept.data?.drafts ?? []).filter(
    ({ form }) => current === null || form !== reportDraftForm(current),
  )
  if (others.length === 0) return null
  return (
    <nav className={classes.inline} aria-label="Báo cáo còn dở">
      <span>Còn dở:</span>
      {others.map(({ form, value, savedAt }) => (
        <InnerLink key={form} href={`/vu-viec/bao/${form.slice(reportDraftForm('').length)}`}>
          {reportTitle(readReport(value))} ({formatMoment(savedAt, now)})
        </InnerLink>
      ))}
    </nav>
  )
}
