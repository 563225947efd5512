import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
import { EXHIBIT_UNIT_LABELS, moveText } from '#domain/incidents/exhibit.ts'
import { NARRATIVE_KIND_LABELS } from '#domain/incidents/incident-codes.ts'
import { INCIDENT_KIND_LABELS, INCIDENT_SECRECY_LABELS } from '#domain/incidents/incident-kinds.ts'
import { INCIDENT_STATE_LABELS } from '#domain/incidents/incident-states.ts'
import { INVOLVED_WHO_LABELS } from '#domain/incidents/involvement-roles.ts'
import { formOfVersion } from '#domain/incidents/kind-forms.ts'
import { INCIDENT_ACTION_LABELS } from '#domain/incidents/transitions.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { PrintActs } from '#renderer/app/print-acts.tsx'
import sheet from '#renderer/features/people/print-page.module.css'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { incidentHref, incidentName, whenText, whereText } from './incident-words.ts'
import { answerText } from './questions-panel.tsx'
import { useIncident } from './use-incident.ts'
import classes from './incidents.module.css'

/** `/vu-viec/<id>/in`: the whole of an incident as it goes on paper; health is left out. */
export function IncidentPrintPage() {
  const { incidentId = '' }: { incidentId?: string } = useParams({ strict: false })
  const loaded = useIncident(incidentId)
  if (loaded.isPending) return <PagePending />
  if (loaded.error) {
    return <ErrorState title="Chưa lập được bản in" sentence={toHubError(loaded.error).message} />
  }
  const incident = loaded.data
  return (
    <>
      <div className={sheet.tools}>
        <PageHeader
          title={`Bản in ${incidentName(incident)}`}
          back={{ href: incidentHref(incident.id), label: incidentName(incident) }}
          acts={<PrintActs act="In hồ sơ vụ việc" fileName={`ho-so-${incidentName(incident)}`} />}
        />
      </div>
      <IncidentSheet incident={incident} />
    </>
  )
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className={sheet.title}>{title}</h3>
      {children}
    </section>
  )
}

function Table({ heads, rows }: { heads: readonly string[]; rows: readonly (readonly ReactNode[])[] }) {
  if (rows.length === 0) return <p className={sheet.note}>Không có.</p>
  return (
    <table className={sheet.table}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, index) => (
          <tr key={index}>
            {cells.map((cell, at) => (
              <td key={at}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function IncidentSheet({ incident }: { incident: IncidentDetail }) {
  const desk = useDesk()
  const form = formOfVersion(incident.kind, incident.formVersion)
  const roles = new Map(form.roles.map(({ id, label }) => [id, label]))
  const outcomes = new Map(form.outcomes.map(({ id, label }) => [id, label]))
  const names = new Map(incident.involvements.map(({ id, name }) => [id, name]))
  const present = incident.involvements.filter(({ removedAt }) => removedAt === null)
  return (
    <div className={sheet.sheet}>
      <p className={sheet.centre}>{desk?.centreName}</p>
      <h2 className={sheet.title}>
        HỒ SƠ VỤ VIỆC {incidentName(incident)}: {INCIDENT_KIND_LABELS[incident.kind].toLocaleUpperCase('vi')}
      </h2>
      <p className={sheet.note}>{desk && `In lúc ${formatInstant(desk.now())} · ${desk.userName}`}</p>
      <Table
        heads={['Tình trạng', 'Xảy ra', 'Ở đâu', 'Báo', 'Xem xét', 'Ai xem được']}
        rows={[
          [
            INCIDENT_STATE_LABELS[incident.state],
            whenText(incident),
            whereText(incident),
            `${incident.reportedBy}, ${formatInstant(incident.reportedAt)}`,
            incident.ownerName,
            INCIDENT_SECRECY_LABELS[incident.secrecy],
          ],
        ]}
      />
      <p className={classes.text}>{incident.summary}</p>
      {incident.decision !== null && (
        <Block title="Kết luận">
          <p className={classes.text}>{incident.decision}</p>
          <p className={sheet.note}>{incident.decidedBy}</p>
        </Block>
      )}
      <Block title="Người liên quan">
        <Table
          heads={['STT', 'Họ và tên', 'Là ai', 'Vai trò', 'Kết quả xử lý', 'Ghi chú']}
          rows={present.map((one, index) => [
            index + 1,
            one.name,
            one.who === 'resident'
              ? [one.zoneName, one.bedCode].filter((part) => part !== null).join(' · ')
              : INVOLVED_WHO_LABELS[one.who],
            roles.get(one.role) ?? one.role,
            one.outcome === null ? '' : (outcomes.get(one.outcome) ?? one.outcome),
            one.note,
          ])}
        />
        {incident.injuries.length > 0 && (
          <p>
            Bị thương: {incident.injuries.map((injury) => names.get(injury.involvementId)).join(', ')}. Tình
            trạng thương tích do y tế giữ.
          </p>
        )}
      </Block>
      <Block title="Câu hỏi và trả lời">
        <Table
          heads={['Câu hỏi', 'Trả lời', 'Người trả lời']}
          rows={incident.answers
            .filter(({ isHistory }) => !isHistory)
            .map((one) => [...answerText(one), `${one.answeredBy}, ${formatInstant(one.answeredAt)}`])}
        />
      </Block>
      <Block title="Diễn biến, bổ sung, lời khai">
        {incident.narratives.length === 0 && <p className={sheet.note}>Chưa ghi.</p>}
        {incident.narratives.map((one) => (
          <div key={one.id}>
            <p className={classes.text}>
              <b>
                {one.no}. {NARRATIVE_KIND_LABELS[one.kind]}
                {one.involvementId !== null && ` của ${names.get(one.involvementId) ?? ''}`}
              </b>
              {'\n'}
              {one.body}
            </p>
            <p className={sheet.note}>
              {one.writtenBy} ký {formatInstant(one.writtenAt)} · {one.bodyHash.slice(0, 12)}
            </p>
          </div>
        ))}
      </Block>
      <Block title="Vật thu giữ">
        <Table
          heads={['Số', 'Vật', 'Lượng', 'Niêm phong', 'Giao nhận']}
          rows={incident.exhibits.map((one) => [
            one.no,
            one.description,
            `${formatNumber(one.quantity, 3)} ${EXHIBIT_UNIT_LABELS[one.unit]}`,
            one.sealNumber,
            one.chain
              .map(
                (move, index) =>
                  `${moveText(move.kind, one.chain[index - 1]?.sealNumber ?? null)} ${formatInstant(move.at)}: ${move.toHolder}`,
              )
              .join('; '),
          ])}
        />
      </Block>
      <Block title="Các bước đã qua">
        <Table
          heads={['Lúc', 'Việc', 'Người làm', 'Ý kiến']}
          rows={incident.steps.map((step) => [
            formatInstant(step.at),
            INCIDENT_ACTION_LABELS[step.action],
            step.by,
            step.comment,
          ])}
        />
      </Block>
    </div>
  )
}
