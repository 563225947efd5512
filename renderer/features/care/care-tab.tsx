import { useQuery } from '@tanstack/react-query'
import { ATTENDANCE_LABELS, SESSION_KIND_LABELS } from '#domain/care/sessions.ts'
import { CONDUCT_LABELS, formatMonth } from '#domain/care/conduct.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { CONDUCT_TONES } from './conduct-tones.ts'
import { PlanPanel } from './plan-panel.tsx'
import { ReintegrationPanel } from './reintegration-panel.tsx'
import { StagesPanel } from './stages-panel.tsx'
import classes from './care.module.css'

/** The care path of a stay: stages, plans, sessions, monthly ratings. */
export function CareTab({ stayId }: { stayId: string }) {
  return (
    <div className={classes.stack}>
      <StagesPanel stayId={stayId} />
      <PlanPanel stayId={stayId} />
      <ReintegrationPanel stayId={stayId} />
      <ConductPanel stayId={stayId} />
      <SessionsPanel stayId={stayId} />
    </div>
  )
}

function ConductPanel({ stayId }: { stayId: string }) {
  const conduct = useQuery(api.conduct.ofStay.queryOptions({ input: { stayId } }))
  const { ratings = [], outlook = null } = conduct.data ?? {}
  return (
    <Panel title="Xếp loại tháng">
      {conduct.isError && <p role="alert">{toHubError(conduct.error).message}</p>}
      {outlook !== null && (
        <p className={classes.note}>
          Xét giảm thời hạn ({outlook.article}): {outlook.inARow}/{outlook.needed} tháng gần nhất liên tiếp
          xếp loại khá trở lên.{' '}
          {outlook.isMet ? 'Đủ điều kiện về xếp loại; còn xét thời gian đã chấp hành.' : 'Chưa đủ.'} Áp dụng
          từ 01/07/2026 chưa có quy định rõ (Q-1).
        </p>
      )}
      {conduct.data && ratings.length === 0 && <p className={classes.note}>Chưa được xếp loại tháng nào.</p>}
      <ul className={classes.items} aria-label="Xếp loại theo tháng">
        {ratings.map((one) => (
          <li key={one.month} className={classes.item}>
            <span className={classes.head}>
              <b>{formatMonth(one.month)}</b>
              <ToneChip tone={CONDUCT_TONES[one.rating]} text={CONDUCT_LABELS[one.rating]} />
              {!one.isApproved && <ToneChip tone="ended" quiet text="chưa duyệt" />}
            </span>
            <span className={classes.note}>{one.ratedBy}</span>
            {one.reason !== null && <span className={classes.wide}>{one.reason}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function SessionsPanel({ stayId }: { stayId: string }) {
  const sessions = useQuery(api.careSessions.ofStay.queryOptions({ input: { stayId } }))
  const { sessions: rows = [], hours = [] } = sessions.data ?? {}
  return (
    <Panel title="Tư vấn, giáo dục, sinh hoạt">
      {sessions.isError && <p role="alert">{toHubError(sessions.error).message}</p>}
      {hours.length > 0 && (
        <p className={classes.hours}>
          {hours.map((one) => (
            <span key={one.kind}>
              {SESSION_KIND_LABELS[one.kind]}: <b>{formatNumber(one.hours)} giờ</b> ({one.sessions} buổi)
            </span>
          ))}
        </p>
      )}
      {sessions.data && rows.length === 0 && <p className={classes.note}>Chưa dự buổi nào.</p>}
      <ul className={classes.items} aria-label="Các buổi đã được gọi">
        {rows.map((row) => (
          <li key={row.id} className={classes.item}>
            <span className={classes.head}>
              <InnerLink href={`/quy-trinh/buoi/${row.id}`}>{row.topic}</InnerLink>
              <ToneChip
                tone={row.mark === 'present' ? 'ok' : row.mark === 'absent' ? 'late' : 'ended'}
                quiet
                text={row.mark === null ? 'chưa điểm danh' : ATTENDANCE_LABELS[row.mark]}
              />
            </span>
            <span className={classes.note}>
              {SESSION_KIND_LABELS[row.kind]} · {formatInstant(row.startsAt)} · {row.leader}
            </span>
            {row.note !== null && <span className={classes.wide}>{row.note}</span>}
            {row.hasPrivateNote && (
              <span className={classes.wide}>
                <b>Ghi chép riêng: </b>
                {row.privateNote ?? 'chỉ người tư vấn và trưởng cơ sở xem được.'}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
