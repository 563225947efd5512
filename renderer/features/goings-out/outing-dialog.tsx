import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Outing } from '#domain/contract/goings-out-shapes.ts'
import type { DocumentForm } from '#domain/documents/form-editions.ts'
import {
  DEATH_PROOF_LABELS,
  DRUG_TEST_LABELS,
  MOURNED_RELATION_LABELS,
  OUTING_KIND_LABELS,
  OUTING_RULES,
  TRANSFER_SCOPE_LABELS,
  type OutingKind,
} from '#domain/goings-out/outing-kinds.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf, formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { AlertsBefore } from '#renderer/features/alerts/alerts-before.tsx'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MakeDocument } from '#renderer/features/documents/make-document.tsx'
import { ReportLink } from '#renderer/features/incidents/report-link.tsx'
import { personHref } from '#renderer/features/people/person-words.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ReportEscapeDialog } from '#renderer/features/escapes/report-escape.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { CheckForm } from './check-form.tsx'
import { ApproveForm, ExtendForm, LeaveForm } from './decide-acts.tsx'
import { HospitalSteps } from './hospital-steps.tsx'
import { LawNote } from './law-note.tsx'
import { outingChip } from './outing-words.ts'
import { DenyAct, WithdrawAct } from './refuse-acts.tsx'
import { RequestForm } from './request-form.tsx'
import { ComeBackDialog } from './return-dialogs.tsx'
import classes from './goings-out.module.css'

/** What is being done in the dialog of an outing. */
type Doing =
  | 'paper'
  | 'approve'
  | 'deny'
  | 'change'
  | 'withdraw'
  | 'leave'
  | 'back'
  | 'escape'
  | 'extend'
  | 'check'

/** The form a paper of this kind begins with; the others are in its list. */
const PAPERS: Partial<Record<OutingKind, DocumentForm>> = {
  funeral: 'leave-decision',
  proceedings: 'out-order',
  court: 'out-order',
  suspension: 'suspension-proposal',
}

/** One outing: how it stands, its papers and rules, and what may be done now. */
export function OutingDialog({ id, onClose }: { id: string | null; onClose: () => void }) {
  return (
    <Dialog opened={id !== null} onClose={onClose} title="Việc ra ngoài" size={720}>
      {id !== null && <OutingBody key={id} id={id} onClose={onClose} />}
    </Dialog>
  )
}

function factsOf(outing: Outing): [label: string, text: string][] {
  const said = (label: string, text: string | null): [string, string][] =>
    text === null ? [] : [[label, text]]
  const moment = (at: string | null) => (at === null ? null : formatInstant(at))
  const { decision } = outing
  return [
    ...said('Nhận đơn, yêu cầu', `${formatInstant(outing.requestedAt)}, ${outing.requestedBy} ghi`),
    ...said('Người chết là', outing.relation && MOURNED_RELATION_LABELS[outing.relation]),
    ...said('Họ tên người chết', outing.deceased),
    ...said('Giấy tờ kèm đơn', outing.proof && DEATH_PROOF_LABELS[outing.proof]),
    ...said('Người làm đơn', outing.applicant),
    ...said('Cơ quan yêu cầu', outing.requestBody),
    ...said('Văn bản yêu cầu', outing.requestNumber),
    ...said('Chuyển đến', outing.scope && TRANSFER_SCOPE_LABELS[outing.scope]),
    ...said('Nơi đến', outing.destination),
    ...said('Lý do', outing.reason),
    ...said('Đi cùng, áp giải', outing.escort),
    ...said(outing.leftAt === null ? 'Dự kiến đi' : 'Đi lúc', moment(outing.leftAt ?? outing.leaveAt)),
    ...said('Hẹn về', moment(outing.until ?? outing.returnAt)),
    ...said('Ngày đi đường', outing.travelDays === 0 ? null : String(outing.travelDays)),
    ...said('Duyệt lần một', outing.firstApprovedBy),
    ...said(
      outing.state === 'denied' ? 'Không duyệt' : 'Duyệt',
      outing.decidedAt && `${formatInstant(outing.decidedAt)}, ${outing.decidedBy ?? ''}`,
    ),
    ...said(
      'Quyết định',
      decision && `${decision.number} ngày ${formatDay(decision.on)}, ${decision.issuer}`,
    ),
    ...said('Ghi chú khi duyệt', outing.decisionNote),
    ...said('Lý do rút', outing.withdrawReason),
    ...said('Kết thúc lúc', moment(outing.closedAt)),
    ...said('Kiểm tra khi về', outing.returnNote),
    ...said(
      'Kiểm tra sức khỏe',
      outing.checkedAt && `${formatInstant(outing.checkedAt)}, ${outing.checkedBy ?? ''}`,
    ),
    ...said('Sức khỏe', outing.healthFound),
    ...said('Xét nghiệm ma túy', outing.drugTest && DRUG_TEST_LABELS[outing.drugTest]),
  ]
}

/** What somebody with these permissions may do with an outing that stands so; the main act first. */
function doingsOf(outing: Outing, may: (permission: string) => boolean): { doing: Doing; label: string }[] {
  const { state } = outing
  const waits = state === 'requested' || state === 'first-approved'
  const ready = state === 'approved' || (waits && !OUTING_RULES[outing.kind].needsDecision)
  const approve: [Doing, string, boolean] = [
    'approve',
    state === 'first-approved' ? 'Duyệt (người thứ hai)' : 'Duyệt',
    waits && may('outings.decide'),
  ]
  const leave: [Doing, string, boolean] = ['leave', 'Ghi đi', ready && may('custody.record')]
  const all: [Doing, string, boolean][] = [
    ...(OUTING_RULES[outing.kind].needsDecision ? [approve, leave] : [leave, approve]),
    ['back', 'Ghi trở lại', state === 'out' && may('custody.record')],
    ['check', 'Ghi kiểm tra', outing.owesCheck && may('medical.edit')],
    ['extend', 'Gia hạn', state === 'out' && may('outings.decide')],
    ['escape', 'Báo bỏ trốn', state === 'out' && may('custody.record')],
    ['change', 'Bổ sung, sửa', waits && may('outings.request')],
    ['paper', 'Lập văn bản', PAPERS[outing.kind] !== undefined && may('documents.make')],
    ['deny', 'Không duyệt', waits && may('outings.decide')],
    ['withdraw', 'Rút', (waits || state === 'approved') && may('outings.request')],
  ]
  return all.flatMap(([doing, label, is]) => (is ? [{ doing, label }] : []))
}

function OutingBody({ id, onClose }: { id: string; onClose: () => void }) {
  const desk = useDesk()
  const now = useHubNow()
  const found = useQuery(api.goingsOut.get.queryOptions({ input: { id } }))
  const [doing, setDoing] = useState<Doing | null>(null)
  if (found.isError) {
    return (
      <ErrorState
        title="Chưa mở được việc này"
        sentence={toHubError(found.error).message}
        onRetry={() => void found.refetch()}
      />
    )
  }
  if (!found.data) return <output>Đang mở…</output>
  const { outing, rules, clock, extensions, hospitals } = found.data
  const stop = () => setDoing(null)
  const acts = doingsOf(outing, (permission) => desk?.permissions.some((own) => own === permission) ?? false)
  const { stayId, name, destination } = outing
  const somebody = [{ stayId, name, destination, outKind: OUTING_RULES[outing.kind].outKind }]
  if (doing === 'change') return <RequestForm outing={outing} onDone={stop} />
  if (doing === 'paper') {
    return (
      <MakeDocument
        stayId={outing.stayId}
        today={dayOf(now)}
        form={PAPERS[outing.kind]}
        onMade={stop}
        onLeave={stop}
      />
    )
  }
  if (doing === 'approve') return <ApproveForm outing={outing} onDone={stop} />
  if (doing === 'leave') return <LeaveForm outing={outing} onDone={stop} />
  if (doing === 'extend') return <ExtendForm outing={outing} onDone={stop} />
  if (doing === 'check') return <CheckForm outing={outing} onDone={stop} />
  return (
    <>
      <p>
        <b>{OUTING_KIND_LABELS[outing.kind]}</b>:{' '}
        <InnerLink href={personHref(outing.personId)}>{outing.name}</InnerLink>{' '}
        <ToneChip {...outingChip(outing)} />
        {outing.owesCheck && <ToneChip tone="soon" text="chờ kiểm tra khi về" />}
      </p>
      {(outing.state === 'approved' || outing.state === 'requested') && (
        <AlertsBefore personId={outing.personId} act="leave" />
      )}
      {acts.length > 0 && (
        <div className={classes.acts}>
          {acts.map(({ doing: one, label }, index) => (
            <Button
              key={one}
              size="compact-md"
              variant={index === 0 ? 'filled' : 'default'}
              {...(one === 'escape' ? { color: 'red', variant: 'light' } : {})}
              onClick={() => setDoing(one)}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
      <dl className={classes.facts}>
        {factsOf(outing).flatMap(([label, text]) => [
          <dt key={`${label} dt`}>{label}</dt>,
          <dd key={`${label} dd`}>{text}</dd>,
        ])}
      </dl>
      {outing.state === 'out' && (
        <ReportLink
          from={{ origin: 'outing', originId: outing.id, personId: outing.personId }}
          label={`Báo vụ việc: ${outing.name} ở ngoài`}
        />
      )}
      {extensions.length > 0 && (
        <ul className={classes.lines} aria-label="Các lần gia hạn">
          {extensions.map((one) => (
            <li key={one.id} className={classes.line}>
              Gia hạn đến {formatInstant(one.to)}: {one.reason}
              <span className={classes.dim}>
                {one.by}, {formatInstant(one.at)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {outing.kind === 'hospital' && outing.leftAt !== null && (
        <HospitalSteps outing={outing} steps={hospitals} />
      )}
      <LawNote
        clock={clock}
        rules={rules}
        now={now}
        {...(outing.decisionDue === null ? {} : { decisionDue: outing.decisionDue })}
      />
      <DenyAct outing={doing === 'deny' ? outing : null} onClose={stop} />
      <WithdrawAct outing={doing === 'withdraw' ? outing : null} onClose={stop} />
      <ComeBackDialog
        people={doing === 'back' ? somebody : []}
        onClose={() => {
          stop()
          onClose()
        }}
      />
      <ReportEscapeDialog
        stayIds={doing === 'escape' ? somebody.map(({ stayId }) => stayId) : []}
        outingId={outing.id}
        onClose={() => {
          stop()
          onClose()
        }}
      />
    </>
  )
}
