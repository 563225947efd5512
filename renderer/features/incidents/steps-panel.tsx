import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
import { INCIDENT_STATE_LABELS } from '#domain/incidents/incident-states.ts'
import { INCIDENT_ACTION_LABELS } from '#domain/incidents/transitions.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './incidents.module.css'

/** Every step from the first report on: what was done, by whom, with what words. */
export function StepsPanel({ incident }: { incident: IncidentDetail }) {
  return (
    <Panel title="Các bước đã qua">
      {incident.steps.length === 0 ? (
        <EmptyState title="Chưa gửi báo cáo" />
      ) : (
        <ol className={classes.lines}>
          {incident.steps.map((step) => (
            <li key={step.id} className={classes.line}>
              <div>
                <b>{INCIDENT_ACTION_LABELS[step.action]}</b>{' '}
                <span className={classes.dim}>
                  {step.from === step.to ? '' : `${INCIDENT_STATE_LABELS[step.from]} → `}
                  {INCIDENT_STATE_LABELS[step.to]}
                </span>
              </div>
              {step.comment !== null && <p className={classes.text}>{step.comment}</p>}
              <p className={classes.note}>
                {step.by}, {formatInstant(step.at)}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
