import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { STAGE_LABELS, STAGE_RESULT_LABELS, STAGES, type Stage } from '#domain/care/stages.ts'
import type { PlanStage } from '#domain/contract/plans.ts'
import { formatDay } from '#domain/time/day.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { GoalForm, PlanStageForm, ReviewForm } from './plan-forms.tsx'
import classes from './care.module.css'

type Editing = { kind: 'goal' } | { kind: 'stage'; stage: Stage } | { kind: 'review' }

/** The rehabilitation plan (Mẫu 18; before 01/07/2026 Mẫu 20): aim, five stages, reviews. */
export function PlanPanel({ stayId }: { stayId: string }) {
  const desk = useDesk()
  const queryClient = useQueryClient()
  const [editing, setEditing] = useState<Editing | null>(null)
  const found = useQuery(api.plans.get.queryOptions({ input: { stayId } }))
  const may = (permission: 'care.edit' | 'care.approve') => desk?.permissions.includes(permission) ?? false
  const plan = found.data?.plan ?? null
  const isApproved = plan?.state === 'approved'
  const approve = useMutation({
    mutationFn: (version: number) => hub.plans.approve({ stayId, version }),
    onSuccess: async () => {
      showNotice('Đã duyệt kế hoạch cai nghiện.')
      await queryClient.invalidateQueries({ queryKey: api.plans.key() })
    },
  })
  return (
    <Panel
      title={`Kế hoạch cai nghiện${plan ? ` (${plan.form})` : ''}`}
      aside={
        <span className={classes.acts}>
          {may('care.edit') && plan && (
            <Button size="compact-sm" variant="default" onClick={() => setEditing({ kind: 'review' })}>
              Đánh giá
            </Button>
          )}
          {may('care.approve') && plan && !isApproved && (
            <Button
              size="compact-sm"
              loading={approve.isPending}
              disabled={plan.missing.length > 0}
              onClick={() => approve.mutate(plan.version)}
            >
              Duyệt kế hoạch
            </Button>
          )}
        </span>
      }
    >
      {found.isError && <p role="alert">{toHubError(found.error).message}</p>}
      {approve.isError && (
        <p role="alert" className={classes.problem}>
          {toHubError(approve.error).message}
        </p>
      )}
      {found.data && (
        <>
          <div className={classes.head}>
            {plan === null ? (
              <ToneChip tone="soon" text="chưa lập" />
            ) : isApproved ? (
              <ToneChip tone="ok" text={`đã duyệt, ${plan.approvedBy ?? ''}`} />
            ) : (
              <ToneChip
                tone="soon"
                text={plan.dueOn === null ? 'đang lập' : `đang lập, hạn ${formatDay(plan.dueOn)}`}
              />
            )}
            {plan && !isApproved && plan.missing.length > 0 && (
              <span className={classes.note}>còn thiếu: {plan.missing.join('; ')}</span>
            )}
          </div>
          <ul className={classes.items} aria-label="Nội dung kế hoạch">
            <li className={classes.item}>
              <b>Mục tiêu</b>
              {may('care.edit') && !isApproved && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`${plan?.goal ? 'Sửa' : 'Ghi'} mục tiêu`}
                  onClick={() => setEditing({ kind: 'goal' })}
                >
                  {plan?.goal ? 'Sửa' : 'Ghi'}
                </Button>
              )}
              <span className={classes.wide}>{plan?.goal ?? 'chưa ghi'}</span>
            </li>
            {STAGES.map((stage) => (
              <PlanLine
                key={stage}
                stage={stage}
                line={plan?.stages.find((one) => one.stage === stage)}
                mayEdit={may('care.edit')}
                onEdit={() => setEditing({ kind: 'stage', stage })}
              />
            ))}
            {plan?.reviews.map((review) => (
              <li key={review.id} className={classes.item}>
                <b>Đánh giá {formatDay(review.reviewedOn)}</b>
                <span className={classes.note}>{review.recordedBy}</span>
                <span className={classes.wide}>
                  {review.conclusion}
                  {review.nextOn !== null && ` Lần sau: ${formatDay(review.nextOn)}.`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Dialog
        opened={editing !== null}
        onClose={() => setEditing(null)}
        title={
          editing?.kind === 'stage'
            ? `Kế hoạch giai đoạn ${editing.stage}. ${STAGE_LABELS[editing.stage]}`
            : editing?.kind === 'review'
              ? 'Đánh giá kế hoạch'
              : 'Mục tiêu của kế hoạch'
        }
        size={680}
      >
        {editing?.kind === 'goal' && <GoalForm stayId={stayId} plan={plan} onDone={() => setEditing(null)} />}
        {editing?.kind === 'stage' && (
          <PlanStageForm
            stayId={stayId}
            stage={editing.stage}
            line={plan?.stages.find((one) => one.stage === editing.stage)}
            isApproved={isApproved}
            onDone={() => setEditing(null)}
          />
        )}
        {editing?.kind === 'review' && <ReviewForm stayId={stayId} onDone={() => setEditing(null)} />}
      </Dialog>
    </Panel>
  )
}

function PlanLine({
  stage,
  line,
  mayEdit,
  onEdit,
}: {
  stage: Stage
  line: PlanStage | undefined
  mayEdit: boolean
  onEdit: () => void
}) {
  return (
    <li className={classes.item}>
      <span className={classes.head}>
        <b>
          {stage}. {STAGE_LABELS[stage]}
        </b>
        {line?.result && (
          <ToneChip tone={line.result === 'fail' ? 'late' : 'ok'} text={STAGE_RESULT_LABELS[line.result]} />
        )}
      </span>
      {mayEdit && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${line ? 'Sửa' : 'Ghi'} kế hoạch giai đoạn ${stage}`}
          onClick={onEdit}
        >
          {line ? 'Sửa' : 'Ghi'}
        </Button>
      )}
      {line ? (
        <>
          <span className={classes.wide}>
            {line.goal !== null && `Mục tiêu: ${line.goal}\n`}
            {line.measures}
          </span>
          <span className={classes.note}>
            {line.responsible ?? 'chưa ghi người phụ trách'}
            {line.fromOn !== null && ` · từ ${formatDay(line.fromOn)}`}
            {line.toOn !== null && ` đến ${formatDay(line.toOn)}`}
          </span>
        </>
      ) : (
        <span className={classes.note}>chưa ghi</span>
      )}
    </li>
  )
}
