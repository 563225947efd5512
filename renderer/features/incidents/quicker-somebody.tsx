import { Button, Group } from '@mantine/core'
import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
import { INCIDENT_STATE_LABELS } from '#domain/incidents/incident-states.ts'
import { INCIDENT_ACTION_LABELS, type IncidentAction } from '#domain/incidents/transitions.ts'
import { formatInstant } from '#domain/time/instant.ts'
import type { Clash } from '#renderer/features/dossier/use-save.ts'
import classes from './incidents.module.css'

const CLASH_LABELS: Readonly<Record<string, string>> = {
  state: 'Tình trạng',
  decision: 'Kết luận',
  owner: 'Người xem xét',
}

/** Two acted at once: what the other wrote stands beside what was meant; the person decides again. */
export function QuickerSomebody({
  clash,
  mine,
  action,
  incident,
  onStill,
  onLeave,
}: {
  clash: Clash
  mine: string
  action: IncidentAction
  /** As it stands now. */
  incident: IncidentDetail
  onStill: (version: number) => void
  onLeave: () => void
}) {
  const { version } = clash
  const label = INCIDENT_ACTION_LABELS[action]
  const isStill = incident.actions.includes(action)
  return (
    <section role="alert" aria-label="Người khác vừa ghi">
      <b>{clash.changedBy}</b> vừa ghi vào vụ việc này
      {clash.changedAt !== null && ` lúc ${formatInstant(clash.changedAt)}`}. Việc của bạn chưa được ghi.
      <div className={classes.sides}>
        <div className={classes.side}>
          <div className={classes.dim}>Bạn định ghi</div>
          <p className={classes.text}>{mine}</p>
        </div>
        <div className={classes.side}>
          <div className={classes.dim}>Trong sổ hiện là</div>
          {Object.entries(CLASH_LABELS).map(([field, label]) => {
            const value = clash.current[field]
            return typeof value === 'string' && value !== '' ? (
              <p key={field} className={classes.text}>
                {label}: {value}
              </p>
            ) : null
          })}
        </div>
      </div>
      {!isStill && (
        <p className={classes.text}>
          Vụ việc đã sang “{INCIDENT_STATE_LABELS[incident.state]}” nên không còn “{label}” được. Ý kiến bạn
          gõ vẫn ở dưới để chép lại.
          {incident.actions.includes('review-again') &&
            ` Muốn kết luận khác thì đóng lại, chọn “${INCIDENT_ACTION_LABELS['review-again']}” trước.`}
        </p>
      )}
      <Group gap="sm" mb="md">
        <Button onClick={onLeave}>Giữ bản trong sổ</Button>
        {version !== null && isStill && (
          <Button variant="default" onClick={() => onStill(version)}>
            Vẫn {label.toLocaleLowerCase('vi')}
          </Button>
        )}
      </Group>
    </section>
  )
}
