import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { REINTEGRATION_FIELDS, REINTEGRATION_LABELS, type ReintegrationField } from '#domain/care/plan.ts'
import type { ReintegrationPlan } from '#domain/contract/plans.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { MakeDocument } from '#renderer/features/documents/make-document.tsx'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Panel } from '#ui/panel.tsx'
import { ParagraphRow } from '#ui/text-row.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './care.module.css'

/** The plan for going back to the community (Mẫu 19; before 01/07/2026 Mẫu 21), begun thirty days before the end. */
export function ReintegrationPanel({ stayId }: { stayId: string }) {
  const desk = useDesk()
  const queryClient = useQueryClient()
  const { history } = useRouter()
  const [isEditing, setIsEditing] = useState(false)
  const [isMaking, setIsMaking] = useState(false)
  const found = useQuery(api.plans.get.queryOptions({ input: { stayId } }))
  const may = (permission: 'care.edit' | 'care.approve' | 'documents.make') =>
    desk?.permissions.includes(permission) ?? false
  const plan = found.data?.reintegration ?? null
  const from = found.data?.reintegrationFrom ?? null
  const isApproved = plan?.state === 'approved'
  const approve = useMutation({
    mutationFn: (version: number) => hub.plans.approveReintegration({ stayId, version }),
    onSuccess: async () => {
      showNotice('Đã duyệt kế hoạch tái hòa nhập.')
      await queryClient.invalidateQueries({ queryKey: api.plans.key() })
    },
  })
  return (
    <Panel
      title={`Kế hoạch tái hòa nhập cộng đồng${plan ? ` (${plan.form})` : ''}`}
      aside={
        <span className={classes.acts}>
          {may('care.edit') && !isApproved && (
            <Button size="compact-sm" variant="default" onClick={() => setIsEditing(true)}>
              {plan ? 'Sửa kế hoạch tái hòa nhập' : 'Lập kế hoạch tái hòa nhập'}
            </Button>
          )}
          {may('documents.make') && plan && (
            <Button size="compact-sm" variant="default" onClick={() => setIsMaking(true)}>
              Lập văn bản {plan.form}
            </Button>
          )}
          {may('care.approve') && plan && !isApproved && (
            <Button
              size="compact-sm"
              loading={approve.isPending}
              disabled={plan.missing.length > 0}
              onClick={() => approve.mutate(plan.version)}
            >
              Duyệt kế hoạch tái hòa nhập
            </Button>
          )}
        </span>
      }
    >
      {approve.isError && (
        <p role="alert" className={classes.problem}>
          {toHubError(approve.error).message}
        </p>
      )}
      <div className={classes.head}>
        {plan === null ? (
          <span className={classes.note}>
            Chưa lập.{' '}
            {from === null
              ? 'Chưa tính được ngày bắt đầu giai đoạn 5.'
              : `Lập từ ${formatDay(from)} (ST-5, Nghị định 163/2026/NĐ-CP Điều 88.5, 88.7).`}
          </span>
        ) : isApproved ? (
          <ToneChip tone="ok" text={`đã duyệt, ${plan.approvedBy ?? ''}`} />
        ) : (
          <>
            <ToneChip tone="soon" text="đang lập" />
            {plan.missing.length > 0 && (
              <span className={classes.note}>còn thiếu: {plan.missing.join('; ')}</span>
            )}
          </>
        )}
      </div>
      {plan && (
        <ul className={classes.items} aria-label="Nội dung kế hoạch tái hòa nhập">
          {REINTEGRATION_FIELDS.map((field) => (
            <li key={field} className={classes.item}>
              <b>{REINTEGRATION_LABELS[field]}</b>
              <span className={classes.wide}>{plan.answers[field] ?? 'chưa ghi'}</span>
            </li>
          ))}
        </ul>
      )}
      <Dialog
        opened={isEditing}
        onClose={() => setIsEditing(false)}
        title="Kế hoạch tái hòa nhập cộng đồng"
        size={680}
      >
        {isEditing && <ReintegrationForm stayId={stayId} plan={plan} onDone={() => setIsEditing(false)} />}
      </Dialog>
      <Dialog opened={isMaking} onClose={() => setIsMaking(false)} title="Lập văn bản" size={680}>
        {isMaking && desk && (
          <MakeDocument
            stayId={stayId}
            today={dayOf(desk.now())}
            form="reintegration-plan"
            onMade={(id) => history.push(`/in/document/${id}`)}
            onLeave={() => setIsMaking(false)}
          />
        )}
      </Dialog>
    </Panel>
  )
}

type Answers = Record<ReintegrationField, string>

function ReintegrationForm({
  stayId,
  plan,
  onDone,
}: {
  stayId: string
  plan: ReintegrationPlan | null
  onDone: () => void
}) {
  const queryClient = useQueryClient()
  const [id] = useState(() => plan?.id ?? crypto.randomUUID())
  const [start] = useState<Answers>(() => ({
    residence: plan?.answers.residence ?? '',
    family: plan?.answers.family ?? '',
    work: plan?.answers.work ?? '',
    health: plan?.answers.health ?? '',
    risk: plan?.answers.risk ?? '',
    support: plan?.answers.support ?? '',
    wishes: plan?.answers.wishes ?? '',
  }))
  const [answers, setAnswers] = useState(start)
  const saving = useSave((input: Parameters<typeof hub.plans.saveReintegration>[0], key) =>
    hub.plans.saveReintegration(input, { context: { key } }),
  )
  async function save() {
    if (!(await saving.send({ id, stayId, version: plan?.version ?? null, answers }))) return
    await queryClient.invalidateQueries({ queryKey: api.plans.key() })
    showNotice('Đã ghi kế hoạch tái hòa nhập.')
    onDone()
  }
  return (
    <DenseForm
      label="Kế hoạch tái hòa nhập cộng đồng"
      saveLabel="Lưu kế hoạch"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={JSON.stringify(answers) !== JSON.stringify(start)}
      problem={saving.clash ? 'Người khác vừa sửa kế hoạch này. Đóng và mở lại để xem.' : saving.problem}
    >
      {REINTEGRATION_FIELDS.map((field) => (
        <ParagraphRow
          key={field}
          label={REINTEGRATION_LABELS[field]}
          error={saving.errors[`answers.${field}`]}
          maxLength={600}
          value={answers[field]}
          minRows={1}
          onChange={(text) => setAnswers({ ...answers, [field]: text })}
        />
      ))}
    </DenseForm>
  )
}
