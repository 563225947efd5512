import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import {
  REQUEST_CHANNEL_LABELS,
  REQUEST_KIND_LABELS,
  REQUEST_STEP_LABELS,
  REQUEST_TOPIC_LABELS,
} from '#domain/requests/request-kinds.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { refusalOf, UNREACHABLE } from '#renderer/api/hub-error.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { IncidentsOfRecord } from '#renderer/features/incidents/incidents-of-record.tsx'
import { ReportLink } from '#renderer/features/incidents/report-link.tsx'
import { personHref } from '#renderer/features/people/person-words.ts'
import { RequestActs } from '#renderer/features/requests/request-acts.tsx'
import { standingOf } from '#renderer/features/requests/request-words.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './requests.module.css'

/** One request: what it says, who sees to it and by when, the answer, and everything done. */
export function RequestPage() {
  const { requestId = '' } = useParams({ strict: false }) as { requestId?: string }
  const { history } = useRouter()
  const loaded = useQuery(api.requests.get.queryOptions({ input: { id: requestId } }))
  if (loaded.isPending) return <PagePending />
  const refusal = refusalOf(loaded)
  if (refusal !== null || loaded.data === undefined) {
    return (
      <>
        <PageHeader title="Đơn" back={{ href: '/don', label: 'Đơn, nguyện vọng' }} />
        <ErrorState
          title="Chưa mở được đơn này"
          sentence={refusal?.message ?? UNREACHABLE}
          onRetry={() => void loaded.refetch()}
        />
      </>
    )
  }
  const request = loaded.data
  const { dueRule } = request
  return (
    <>
      <PageHeader
        title={`Đơn số ${request.number}`}
        back={{ href: '/don', label: 'Đơn, nguyện vọng' }}
        note={`${REQUEST_KIND_LABELS[request.kind]} · ${REQUEST_TOPIC_LABELS[request.topic]} · nhận ${formatInstant(request.receivedAt)}`}
        acts={
          request.answerNumber !== null && (
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
              onClick={() => history.push(`/don/${request.id}/in`)}
            >
              In trả lời
            </Button>
          )
        }
      />
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Panel title="Nội dung" aside={<ToneChip {...standingOf(request)} />}>
            <p className={classes.body}>{request.body}</p>
            <p className={classes.note}>
              {REQUEST_CHANNEL_LABELS[request.channel]}
              {request.personId !== null && ': '}
              {request.personId !== null && (
                <InnerLink href={personHref(request.personId)}>{request.who}</InnerLink>
              )}
              {(request.channel === 'group' || request.channel === 'family') && `: ${request.who}`}
              {request.zoneName !== null && ` · ${request.zoneName}`} · {request.recordedBy} ghi sổ
            </p>
            <p className={classes.note}>
              <IncidentsOfRecord
                targetId={request.id}
                label="Vụ việc:"
                otherwise={
                  <ReportLink
                    from={{
                      origin: 'request',
                      originId: request.id,
                      ...(request.aboutStaff ? { kind: 'staff-misconduct' } : {}),
                      ...(request.personId === null ? {} : { personId: request.personId }),
                    }}
                    label={`Báo vụ việc từ đơn số ${request.number}`}
                  />
                }
              />
            </p>
            {request.aboutStaff && (
              <p className={classes.note}>
                Đơn về cán bộ: chỉ trưởng cơ sở, kiểm tra và người được giao xem được; mỗi lượt xem đều được
                ghi.
              </p>
            )}
          </Panel>
          {request.answer !== null && (
            <Panel title={`Trả lời số ${request.answerNumber ?? ''}`}>
              <p className={classes.body}>{request.answer}</p>
              <p className={classes.note}>
                {request.answeredBy}
                {request.answeredAt !== null && `, ${formatInstant(request.answeredAt)}`}
              </p>
            </Panel>
          )}
          {request.next.length > 0 && (
            <Panel title="Việc tiếp theo">
              <RequestActs request={request} />
            </Panel>
          )}
        </div>
        <div className={classes.stack}>
          <Panel title="Giải quyết">
            <p className={classes.body}>{request.ownerName ?? 'Chưa giao cho ai'}</p>
            <p className={classes.note}>
              {dueRule === null
                ? 'Hạn theo mức của cơ sở hoặc do người giao đặt; chưa có văn bản quy định rõ.'
                : `${dueRule.title}: ${dueRule.source} (${dueRule.id}). ${dueRule.confidence}.`}
              {dueRule?.note !== null && dueRule?.note !== undefined && ` ${dueRule.note}.`}
            </p>
          </Panel>
          <Panel title="Đã làm">
            <ul className={classes.steps}>
              {request.steps.map((step) => (
                <li key={step.id}>
                  {REQUEST_STEP_LABELS[step.kind]}
                  {step.ownerName !== null && `: ${step.ownerName}`}
                  {step.note !== null && ` – ${step.note}`}
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
