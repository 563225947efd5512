import { useQuery } from '@tanstack/react-query'
import { ALERT_ACT_LABELS, ALERT_KINDS, type AlertAct } from '#domain/alerts/alert-codes.ts'
import { api } from '#renderer/api/client.ts'
import { alertChip } from '#renderer/features/alerts/alert-chips.ts'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './alerts.module.css'

/** What must be read before an act on a person; nothing where no alert interrupts it. */
export function AlertsBefore({ personId, act }: { personId: string; act: AlertAct }) {
  const list = useQuery(api.alerts.list.queryOptions({ input: { personId } }))
  const here = (list.data?.alerts ?? []).filter(
    ({ isActive, face }) => isActive && ALERT_KINDS[face].interrupts.includes(act),
  )
  if (here.length === 0) return null
  return (
    <section className={classes.before} aria-label="Cảnh báo cần đọc trước">
      <p>Đọc trước khi ghi: {ALERT_ACT_LABELS[act].toLocaleLowerCase('vi')}</p>
      <ul>
        {here.map(({ id, face, detail }) => (
          <li key={id}>
            <ToneChip {...alertChip(face)} /> {detail ?? ALERT_KINDS[face].advice}
          </li>
        ))}
      </ul>
    </section>
  )
}
