import { Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Stage, StageResult } from '#domain/care/stages.ts'
import type { PlanStage, RehabPlan } from '#domain/contract/plans.ts'
import type { Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { DayField } from '#ui/day-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { ParagraphRow } from '#ui/text-row.tsx'
import { ResultChoice } from './result-choice.tsx'
import classes from './care.module.css'

/** What the whole plan is for. */
export function GoalForm({
  stayId,
  plan,
  onDone,
}: {
  stayId: string
  plan: RehabPlan | null
  onDone: () => void
}) {
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
      <ParagraphRow
        label="Mục tiêu"
        required
        error={saving.errors['goal']}
        minRows={3}
        maxLength={1000}
        value={goal}
        onChange={setGoal}
      />
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

/** What one stage is to bring, by which measures, and how it went. */
export function PlanStageForm({
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

/** A look at how the plan goes. */
export function ReviewForm({ stayId, onDone }: { stayId: string; onDone: () => void }) {
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
      <ParagraphRow
        label="Kết luận"
        required
        error={saving.errors['conclusion']}
        minRows={3}
        maxLength={1000}
        value={conclusion}
        onChange={setConclusion}
      />
      <FormRow label="Lần sau" error={saving.errors['nextOn']}>
        {(control) => <DayField {...control} today={today} value={nextOn} onChange={setNextOn} />}
      </FormRow>
    </DenseForm>
  )
}
