import { Button, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  STAGE_LABELS,
  STAGE_RESULT_LABELS,
  STAGES,
  type Stage,
  type StageResult,
} from '#domain/care/stages.ts'
import type { PlanStage, RehabPlan } from '#domain/contract/plans.ts'
import { formatDay, type Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { DayField } from '#ui/day-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { ResultChoice } from './stage-forms.tsx'
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

function GoalForm({ stayId, plan, onDone }: { stayId: string; plan: RehabPlan | null; onDone: () => void }) {
  const queryClient = useQueryClient()
  const [goal, setGoal] = useState(plan?.goal ?? '')
  const saving = useSave((input: Parameters<typeof hub.plans.saveGoal>[0], key) =>
    hub.plans.saveGoal(input, { context: { key } }),
  )
  async function save() {
    if (!(await saving.send({ stayId, version: plan?.version ?? null, goal }))) return
    await queryClient.invalidateQueries({ queryKey: api.plans.key() })
    showNotice('Đã ghi mục tiêu.')
    onDone()
  }
  return (
    <DenseForm
      label="Mục tiêu của kế hoạch"
      saveLabel="Lưu mục tiêu"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={goal !== (plan?.goal ?? '')}
      problem={saving.clash ? 'Người khác vừa sửa mục tiêu. Đóng và mở lại để xem.' : saving.problem}
    >
      <FormRow label="Mục tiêu" required error={saving.errors['goal']}>
        {(control) => (
          <Textarea
            {...control}
            autosize
            minRows={3}
            maxLength={1000}
            value={goal}
            onChange={(event) => setGoal(event.currentTarget.value)}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}

interface LineTyped {
  goal: string
  measures: string
  responsible: string
  fromOn: Day | null
  toOn: Day | null
  result: StageResult | null
}

function PlanStageForm({
  stayId,
  stage,
  line,
  isApproved,
  onDone,
}: {
  stayId: string
  stage: Stage
  line: PlanStage | undefined
  isApproved: boolean
  onDone: () => void
}) {
  const queryClient = useQueryClient()
  const today = dayOf(useHubNow())
  const [id] = useState(() => line?.id ?? crypto.randomUUID())
  const [start] = useState<LineTyped>(() => ({
    goal: line?.goal ?? '',
    measures: line?.measures ?? '',
    responsible: line?.responsible ?? '',
    fromOn: line?.fromOn ?? null,
    toOn: line?.toOn ?? null,
    result: line?.result ?? null,
  }))
  const [typed, setTyped] = useState(start)
  const put = (change: Partial<LineTyped>) => setTyped({ ...typed, ...change })
  const saving = useSave((input: Parameters<typeof hub.plans.saveStage>[0], key) =>
    hub.plans.saveStage(input, { context: { key } }),
  )
  async function save() {
    if (!(await saving.send({ id, stayId, stage, version: line?.version ?? null, ...typed }))) return
    await queryClient.invalidateQueries({ queryKey: api.plans.key() })
    showNotice(`Đã ghi kế hoạch giai đoạn ${stage}.`)
    onDone()
  }
  return (
    <DenseForm
      label={`Kế hoạch giai đoạn ${stage}`}
      saveLabel="Lưu giai đoạn"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={JSON.stringify(typed) !== JSON.stringify(start)}
      problem={saving.clash ? 'Người khác vừa sửa giai đoạn này. Đóng và mở lại để xem.' : saving.problem}
    >
      {isApproved && (
        <p className={classes.note}>
          Kế hoạch đã duyệt: chỉ ghi được kết quả. Thay đổi nội dung ghi vào lần đánh giá.
        </p>
      )}
      <FormRow label="Mục tiêu" error={saving.errors['goal']}>
        {(control) => (
          <TextInput
            {...control}
            disabled={isApproved}
            maxLength={500}
            value={typed.goal}
            onChange={(event) => put({ goal: event.currentTarget.value })}
          />
        )}
      </FormRow>
      <FormRow label="Biện pháp" required error={saving.errors['measures']}>
        {(control) => (
          <Textarea
            {...control}
            disabled={isApproved}
            autosize
            minRows={3}
            maxLength={1500}
            value={typed.measures}
            onChange={(event) => put({ measures: event.currentTarget.value })}
          />
        )}
      </FormRow>
      <FormRow label="Người phụ trách" error={saving.errors['responsible']}>
        {(control) => (
          <TextInput
            {...control}
            disabled={isApproved}
            maxLength={120}
            value={typed.responsible}
            onChange={(event) => put({ responsible: event.currentTarget.value })}
          />
        )}
      </FormRow>
      <FormRow label="Từ ngày" error={saving.errors['fromOn']}>
        {(control) => (
          <DayField
            {...control}
            disabled={isApproved}
            today={today}
            value={typed.fromOn}
            onChange={(fromOn) => put({ fromOn })}
          />
        )}
      </FormRow>
      <FormRow label="Đến ngày" error={saving.errors['toOn']}>
        {(control) => (
          <DayField
            {...control}
            disabled={isApproved}
            today={today}
            value={typed.toOn}
            onChange={(toOn) => put({ toOn })}
          />
        )}
      </FormRow>
      <FormRow label="Đánh giá" hint="Ghi khi giai đoạn đã thực hiện.">
        {() => <ResultChoice label="Đánh giá" value={typed.result} onChange={(result) => put({ result })} />}
      </FormRow>
    </DenseForm>
  )
}

function ReviewForm({ stayId, onDone }: { stayId: string; onDone: () => void }) {
  const queryClient = useQueryClient()
  const today = dayOf(useHubNow())
  const [id] = useState(() => crypto.randomUUID())
  const [reviewedOn, setReviewedOn] = useState<Day | null>(today)
  const [nextOn, setNextOn] = useState<Day | null>(null)
  const [conclusion, setConclusion] = useState('')
  const saving = useSave((input: Parameters<typeof hub.plans.review>[0], key) =>
    hub.plans.review(input, { context: { key } }),
  )
  async function save() {
    if (reviewedOn === null) {
      saving.setErrors({ reviewedOn: 'Ghi ngày đánh giá.' })
      return
    }
    if (!(await saving.send({ id, stayId, reviewedOn, conclusion, nextOn }))) return
    await queryClient.invalidateQueries({ queryKey: api.plans.key() })
    showNotice('Đã ghi đánh giá kế hoạch.')
    onDone()
  }
  return (
    <DenseForm
      label="Đánh giá kế hoạch"
      saveLabel="Lưu đánh giá"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={conclusion !== ''}
      problem={saving.problem}
    >
      <FormRow label="Ngày đánh giá" required error={saving.errors['reviewedOn']}>
        {(control) => <DayField {...control} today={today} value={reviewedOn} onChange={setReviewedOn} />}
      </FormRow>
      <FormRow label="Kết luận" required error={saving.errors['conclusion']}>
        {(control) => (
          <Textarea
            {...control}
            autosize
            minRows={3}
            maxLength={1000}
            value={conclusion}
            onChange={(event) => setConclusion(event.currentTarget.value)}
          />
        )}
      </FormRow>
      <FormRow label="Lần sau" error={saving.errors['nextOn']}>
        {(control) => <DayField {...control} today={today} value={nextOn} onChange={setNextOn} />}
      </FormRow>
    </DenseForm>
  )
}
