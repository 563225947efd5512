import { useQuery } from '@tanstack/react-query'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { personHref } from '#renderer/features/people/person-words.ts'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { outText } from './outing-words.ts'
import classes from './goings-out.module.css'

const SHOWN = 5

/** Who should have been back by now, the longest overdue first; nothing while nobody is. */
export function OverduePanel() {
  const list = useQuery(api.goingsOut.now.queryOptions({ input: { overdue: true, limit: SHOWN } }))
  const figures = useQuery(api.goingsOut.figures.queryOptions({ input: {} }))
  const rows = list.data?.rows ?? []
  if (rows.length === 0) return null
  const total = figures.data?.out.reduce((sum, { overdue }) => sum + overdue, 0) ?? rows.length
  return (
    <Panel
      title="Quá hạn trở lại"
      aside={<InnerLink href="/ra-ngoai?han=qua">Xem cả {formatNumber(total)} người</InnerLink>}
    >
      <ul className={classes.lines}>
        {rows.map((row) => (
          <li key={row.stayId} className={classes.line}>
            <span>
              <InnerLink href={personHref(row.personId)}>{row.name}</InnerLink>,{' '}
              {outText(row).toLocaleLowerCase('vi')}
            </span>
            {row.until !== null && <ToneChip tone="late" text={`hẹn về ${formatInstant(row.until)}`} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
