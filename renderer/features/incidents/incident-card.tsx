import type { ReactNode } from 'react'
import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
import { INCIDENT_ORIGIN_LABELS, INCIDENT_SECRECY_LABELS } from '#domain/incidents/incident-kinds.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { useTickingNow } from '#renderer/features/visits/use-ticking-now.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { ACT_WORDS } from './act-words.ts'
import { IncidentActs } from './incident-acts.tsx'
import { IncidentState } from './incident-columns.tsx'
import { incidentHref, whenText, whereText } from './incident-words.ts'
import classes from './incidents.module.css'

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Why it stands where it stands, as whoever brought it there said; a decision stands among the facts. */
function lastWordOf({ steps, state }: IncidentDetail) {
  const last = steps.at(-1)
  if (last === undefined || last.to !== state || last.comment === null || last.action === 'decide')
    return null
  return { label: ACT_WORDS[last.action].comment, comment: last.comment, by: last.by, at: last.at }
}

/** Where the incident stands, its facts, and what may be done with it now. */
export function IncidentCard({ incident }: { incident: IncidentDetail }) {
  const now = useTickingNow()
  const { duplicateOf } = incident
  const said = lastWordOf(incident)
  return (
    <aside className={classes.card} aria-label="Tình trạng vụ việc">
      <div className={classes.stack}>
        <div>
          <IncidentState row={incident} now={now} />
        </div>
        {said && (
          <section aria-label={said.label}>
            <b>{said.label}</b>
            <p className={classes.text}>{said.comment}</p>
            <p className={classes.note}>
              {said.by}, {formatInstant(said.at)}
            </p>
          </section>
        )}
        <dl className={classes.facts}>
          {duplicateOf !== null && (
            <Fact label="Trùng với">
              <InnerLink href={incidentHref(duplicateOf.id)}>{duplicateOf.number ?? 'bản nháp'}</InnerLink>
            </Fact>
          )}
          <Fact label="Xảy ra">{whenText(incident)}</Fact>
          <Fact label="Ở đâu">{whereText(incident)}</Fact>
          <Fact label="Báo">
            {incident.reportedBy}, {formatInstant(incident.reportedAt)}
            {incident.origin !== 'desk' && (
              <div className={classes.note}>{INCIDENT_ORIGIN_LABELS[incident.origin]}</div>
            )}
          </Fact>
          {!incident.isOwnReportOnly && <Fact label="Xem xét">{incident.ownerName ?? 'chưa ai nhận'}</Fact>}
          <Fact label="Ai xem được">{INCIDENT_SECRECY_LABELS[incident.secrecy]}</Fact>
          {incident.decision !== null && (
            <Fact label="Kết luận">
              <span className={classes.text}>{incident.decision}</span>
              <div className={classes.note}>
                {incident.decidedBy}
                {incident.decidedAt !== null && `, ${formatInstant(incident.decidedAt)}`}
              </div>
            </Fact>
          )}
          {incident.closedAt !== null && <Fact label="Đóng lúc">{formatInstant(incident.closedAt)}</Fact>}
        </dl>
      </div>
      {incident.kind === 'escape' && incident.number !== null && (
        <InnerLink href={`/vu-viec/bo-tron/${incident.id}`}>Người bỏ trốn, quyết định truy tìm</InnerLink>
      )}
      <IncidentActs incident={incident} />
    </aside>
  )
}
