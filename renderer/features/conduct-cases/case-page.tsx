import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import {
  CASE_FORM_LABELS,
  CASE_KIND_LABELS,
  VOTE_LABELS,
  APPEAL_OUTCOME_LABELS,
} from '#domain/conduct-cases/case-kinds.ts'
import {
  CASE_ACTION_LABELS,
  CASE_STATE_LABELS,
  hasEffects,
  isEndedCase,
} from '#domain/conduct-cases/case-states.ts'
import type { CaseDetail } from '#domain/contract/conduct-case-shapes.ts'
import { REQUEST_STATE_LABELS } from '#domain/requests/request-kinds.ts'
import { formatDay } from '#domain/time/day.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { refusalOf, UNREACHABLE } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { personHref } from '#renderer/features/people/person-words.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { Unsettled } from '#ui/unsettled.tsx'
import { CaseActs } from './case-acts.tsx'
import { CasePapers } from './case-papers.tsx'
import { caseStanding, FORWARD, WAITED_FOR } from './case-words.ts'
import classes from './conduct-cases.module.css'

const BACK = { href: '/ky-luat', label: 'Kỷ luật, khen thưởng' }

/** One case: what happened, council, decision, measure with its days, what follows from it, and what is next. */
export function CasePage() {
  const { caseId = '' } = useParams({ strict: false }) as { caseId?: string }
  const desk = useDesk()
  const loaded = useQuery(api.conductCases.get.queryOptions({ input: { id: caseId } }))
  if (loaded.isPending) return <PagePending />
  const refusal = refusalOf(loaded)
  if (refusal !== null || loaded.data === undefined) {
    return (
      <>
        <PageHeader title="Vụ kỷ luật, khen thưởng" back={BACK} />
        <ErrorState
          title="Chưa mở được vụ này"
          sentence={refusal?.message ?? UNREACHABLE}
          onRetry={() => void loaded.refetch()}
        />
      </>
    )
  }
  const detail = loaded.data
  return (
    <>
      <PageHeader
        title={`${CASE_KIND_LABELS[detail.kind]} số ${detail.no}: ${detail.name}`}
        back={BACK}
        note={`${CASE_FORM_LABELS[detail.form]} · đề xuất ${formatInstant(detail.proposedAt)}`}
      />
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Panel
            title={detail.kind === 'violation' ? 'Vi phạm' : 'Thành tích'}
            aside={<ToneChip {...caseStanding(detail)} />}
          >
            <p className={classes.body}>{detail.ground}</p>
            <p className={classes.note}>
              <InnerLink href={personHref(detail.personId)}>{detail.name}</InnerLink>
              {detail.bedCode !== null && ` · giường ${detail.bedCode}`}
              {detail.zoneName !== null && ` · khi đề xuất ở ${detail.zoneName}`} · ngày{' '}
              {formatDay(detail.occurredOn)} · {detail.proposedBy} đề xuất
              {detail.isSerious && ' · vi phạm nghiêm trọng'}
              {detail.incidentId !== null && ' · '}
              {detail.incidentId !== null && (
                <InnerLink href={`/vu-viec/${detail.incidentId}`}>từ vụ việc</InnerLink>
              )}
            </p>
          </Panel>
          <NextPanel detail={detail} />
          <CouncilPanel detail={detail} />
          <DecisionPanel detail={detail} />
          {detail.appeal !== null && <AppealPanel appeal={detail.appeal} />}
          {desk?.permissions.includes('documents.read') && <CasePapers detail={detail} />}
        </div>
        <div className={classes.stack}>
          <Panel title="Hệ quả">
            {!hasEffects(detail.state) && (
              <p className={classes.body}>
                {CASE_STATE_LABELS[detail.state]}: không còn hệ quả với thăm gặp, xếp loại tháng.
              </p>
            )}
            <ul className={classes.lines}>
              {detail.effects.map((effect) => (
                <li key={effect.rule}>
                  {effect.text}
                  <p className={classes.note}>
                    {effect.rule} · {effect.article} ·{' '}
                    {effect.isUnsettled ? <Unsettled>{effect.confidence}</Unsettled> : effect.confidence}
                  </p>
                </li>
              ))}
            </ul>
          </Panel>
          <Panel title="Đã làm">
            <ul className={classes.lines}>
              {detail.steps.map((step) => (
                <li key={step.id}>
                  {CASE_ACTION_LABELS[step.action]}
                  {step.facts.length > 0 && `: ${step.facts.join('; ')}`}
                  {step.comment !== null && ` – ${step.comment}`}
                  <p className={classes.note}>
                    {formatInstant(step.at)} · {step.by}
                  </p>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      </div>
    </>
  )
}

/** What may be done next, and what was left undone. */
function NextPanel({ detail }: { detail: CaseDetail }) {
  const { name, goneOn, next, personId, bookedVisits } = detail
  const isOver = isEndedCase(detail.state)
  const isLeftInZone = detail.form === 'special-zone' && detail.isInSpecialZone && isOver
  const isLeftOpen = goneOn !== null && !isOver
  const waits =
    isLeftOpen || next.some((action) => FORWARD.includes(action)) ? null : WAITED_FOR[detail.state]
  const hasWarning = isLeftInZone || isLeftOpen || bookedVisits.length > 0
  if (next.length === 0 && !hasWarning && waits === null) return null
  return (
    <Panel title="Việc tiếp theo">
      {waits !== null && <p className={classes.body}>{waits}</p>}
      <CaseActs detail={detail} />
      {isLeftOpen && (
        <p className={classes.problem}>
          {name} đã ra khỏi cơ sở ngày {formatDay(goneOn)}: không xét, không thi hành được nữa. Kết thúc vụ
          này.
        </p>
      )}
      {bookedVisits.length > 0 && (
        <p className={classes.problem}>
          Còn lượt thăm đã hẹn ngày {bookedVisits.map(formatDay).join(', ')} trong lúc không được thăm gặp:
          báo gia đình, hủy lượt ở <InnerLink href="/tham-gap?xem=lich">Thăm gặp</InnerLink>.
        </p>
      )}
      {isLeftInZone && (
        <p className={classes.problem}>
          Học viên còn nằm ở khu dành riêng (giường {detail.bedCode}): chuyển về khu cũ ở trang{' '}
          <InnerLink href={personHref(personId)}>{name}</InnerLink>.
        </p>
      )}
    </Panel>
  )
}

function CouncilPanel({ detail }: { detail: CaseDetail }) {
  if (detail.councilAt === null) return null
  return (
    <Panel title="Hội đồng">
      <p className={classes.body}>
        {formatInstant(detail.councilAt)}, {detail.councilPlace}
      </p>
      <p className={classes.note}>
        Chủ trì: {detail.chair} · thư ký: {detail.secretary}
      </p>
      <ul className={`${classes.lines} ${classes.apart}`}>
        {detail.members.map((one) => (
          <li key={one.name}>
            {one.name}, {one.title}
            {one.vote !== null && `: ${VOTE_LABELS[one.vote].toLocaleLowerCase('vi')}`}
          </li>
        ))}
      </ul>
      {detail.minutes !== null && <p className={classes.body}>{detail.minutes}</p>}
    </Panel>
  )
}

function DecisionPanel({ detail }: { detail: CaseDetail }) {
  if (detail.number === null || detail.decidedOn === null) return null
  const days =
    detail.kind === 'reward' || detail.fromOn === null
      ? null
      : `từ ${formatDay(detail.fromOn)}${detail.toOn === null ? ', không có thời hạn' : ` đến hết ${formatDay(detail.toOn)}`}`
  const facts = [
    ['Hình thức', CASE_FORM_LABELS[detail.form]],
    ['Người ký', `${detail.signerTitle ?? ''} ${detail.signerName ?? ''}`],
    ['Thi hành', days],
    ['Xem lại', detail.reviewOn === null ? null : formatDay(detail.reviewOn)],
    ['Thăm gặp', detail.stopsVisits ? 'không thăm gặp, gọi điện trong thời gian thi hành' : null],
    [
      'Công bố',
      detail.begunAt === null ? null : `${formatInstant(detail.begunAt)}, ${detail.begunBy ?? ''} ghi`,
    ],
    ['Kết thúc', detail.endedOn === null ? null : formatDay(detail.endedOn)],
    [
      'Hồ sơ vi phạm nghiêm trọng',
      detail.serious === null
        ? null
        : `gửi ${detail.serious.to} ngày ${formatDay(detail.serious.sentOn)}${detail.serious.number === null ? '' : `, số ${detail.serious.number}`}`,
    ],
  ] as const
  return (
    <Panel title={`Quyết định số ${detail.number} ngày ${formatDay(detail.decidedOn)}`}>
      <dl className={classes.facts}>
        {facts.map(
          ([label, value]) =>
            value !== null && [<dt key={label}>{label}</dt>, <dd key={`${label}.`}>{value}</dd>],
        )}
      </dl>
    </Panel>
  )
}

function AppealPanel({ appeal }: { appeal: NonNullable<CaseDetail['appeal']> }) {
  return (
    <Panel
      title="Khiếu nại"
      aside={<InnerLink href={`/don/${appeal.id}`}>Mở đơn số {appeal.number}</InnerLink>}
    >
      <p className={classes.body}>{appeal.body}</p>
      {appeal.answer !== null && <p className={classes.body}>Trả lời: {appeal.answer}</p>}
      <p className={classes.note}>
        {REQUEST_STATE_LABELS[appeal.state]} · hạn {formatDay(appeal.dueOn)}
        {appeal.outcome !== null && ` · ${APPEAL_OUTCOME_LABELS[appeal.outcome]}`}
      </p>
    </Panel>
  )
}
