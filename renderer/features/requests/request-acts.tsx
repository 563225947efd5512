import { Button, Select } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RequestDetail } from '#domain/contract/requests.ts'
import type { Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { fieldErrors, toHubError } from '#renderer/api/hub-error.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { ParagraphRow } from '#ui/text-row.tsx'
import classes from './requests.module.css'

type Asked = RequestDetail['next'][number]
type Step = 'told' | 'closed' | 'withdrawn' | 'escalated' | 'reopened'

const ACTS: Record<Asked, string> = {
  received: '',
  assigned: 'Giao người giải quyết…',
  'due-changed': 'Đổi hạn…',
  answered: 'Trả lời…',
  told: 'Đã báo cho người gửi…',
  closed: 'Kết thúc…',
  withdrawn: 'Người gửi rút…',
  escalated: 'Chuyển cấp trên…',
  reopened: 'Mở lại…',
}

const STEPS: Record<Step, { act: string; reason: string; required: boolean; says: string }> = {
  told: {
    act: 'Ghi đã báo',
    reason: 'Báo bằng cách nào',
    required: false,
    says: 'Ghi là người gửi đã biết kết quả; thư không ghi tên thì niêm yết ở bảng tin.',
  },
  closed: {
    act: 'Kết thúc đơn',
    reason: 'Ghi chú',
    required: false,
    says: 'Đơn rời khỏi danh sách đang giải quyết.',
  },
  withdrawn: {
    act: 'Ghi đã rút',
    reason: 'Lý do rút',
    required: true,
    says: 'Người gửi không yêu cầu giải quyết nữa.',
  },
  escalated: {
    act: 'Chuyển đơn',
    reason: 'Nơi chuyển đến, lý do',
    required: true,
    says: 'Đơn vượt thẩm quyền của cơ sở; bản ghi ở đây kết thúc.',
  },
  reopened: {
    act: 'Mở lại đơn',
    reason: 'Lý do',
    required: true,
    says: 'Đơn trở lại danh sách đang giải quyết.',
  },
}

function isStep(asked: Asked | null): asked is Step {
  return asked !== null && asked in STEPS
}

/** What may be done with the request now, by whom it is. */
export function RequestActs({ request }: { request: RequestDetail }) {
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  const done = async () => {
    await queryClient.invalidateQueries({ queryKey: api.requests.key() })
    close()
  }
  const step = useMutation({
    mutationFn: (input: { kind: Step; note: string }) =>
      hub.requests.step({ id: request.id, version: request.version, ...input }),
    onSuccess: done,
  })
  const words = isStep(asked) ? STEPS[asked] : null
  return (
    <div className={classes.acts}>
      {request.next.map((next) => (
        <Button
          key={next}
          size="sm"
          variant={
            next === 'answered' || (next === 'told' && request.state === 'answered') ? 'filled' : 'default'
          }
          onClick={() => setAsked(next)}
        >
          {ACTS[next]}
        </Button>
      ))}
      <Dialog opened={asked === 'assigned'} onClose={close} title={`Giao đơn ${request.number}`}>
        {asked === 'assigned' && <AssignForm request={request} onDone={done} onClose={close} />}
      </Dialog>
      <Dialog opened={asked === 'answered'} onClose={close} title={`Trả lời đơn ${request.number}`}>
        {asked === 'answered' && <AnswerForm request={request} onDone={done} onClose={close} />}
      </Dialog>
      <Dialog
        opened={asked === 'due-changed'}
        onClose={close}
        title={`Đổi hạn trả lời đơn ${request.number}`}
      >
        {asked === 'due-changed' && <DueForm request={request} onDone={done} onClose={close} />}
      </Dialog>
      <ConfirmAct
        opened={words !== null}
        onClose={close}
        title={`${words?.act ?? ''} số ${request.number}?`}
        act={words?.act ?? ''}
        reason={{ label: words?.reason ?? '', required: words?.required ?? false }}
        busy={step.isPending}
        problem={step.isError && toHubError(step.error).message}
        onConfirm={(note) => {
          if (isStep(asked)) step.mutate({ kind: asked, note })
        }}
      >
        {words?.says}
      </ConfirmAct>
    </div>
  )
}

interface FormProps {
  request: RequestDetail
  onDone: () => Promise<void>
  onClose: () => void
}

function Foot({
  act,
  busy,
  problem,
  onClose,
}: {
  act: string
  busy: boolean
  problem: string | null
  onClose: () => void
}) {
  return (
    <>
      {problem !== null && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={classes.acts} style={{ justifyContent: 'flex-end', marginTop: 16 }}>
        <Button variant="default" onClick={onClose}>
          Thôi
        </Button>
        <Button type="submit" loading={busy}>
          {act}
        </Button>
      </div>
    </>
  )
}

function AssignForm({ request, onDone, onClose }: FormProps) {
  const owners = useQuery(api.requests.owners.queryOptions({ input: {} }))
  const [ownerId, setOwnerId] = useState<string | null>(request.ownerId)
  const assign = useMutation({
    mutationFn: (owner: string) =>
      hub.requests.assign({ id: request.id, version: request.version, ownerId: owner }),
    onSuccess: onDone,
  })
  const error = assign.isError ? toHubError(assign.error) : null
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (ownerId !== null && !assign.isPending) assign.mutate(ownerId)
      }}
    >
      <FormRow label="Người giải quyết" required error={error ? fieldErrors(error)['ownerId'] : undefined}>
        {(control) => (
          <Select
            {...control}
            data-autofocus
            searchable
            data={(owners.data?.users ?? []).map((user) => ({
              value: user.id,
              label: `${user.name} (${user.roles})`,
            }))}
            value={ownerId}
            onChange={setOwnerId}
          />
        )}
      </FormRow>
      <Foot act="Giao đơn" busy={assign.isPending} problem={error?.message ?? null} onClose={onClose} />
    </form>
  )
}

function AnswerForm({ request, onDone, onClose }: FormProps) {
  const [text, setText] = useState(request.answer ?? '')
  const answer = useMutation({
    mutationFn: () => hub.requests.answer({ id: request.id, version: request.version, answer: text }),
    onSuccess: onDone,
  })
  const error = answer.isError ? toHubError(answer.error) : null
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!answer.isPending) answer.mutate()
      }}
    >
      <ParagraphRow
        label="Nội dung trả lời"
        required
        error={error ? fieldErrors(error)['answer'] : undefined}
        hint="Được đánh số văn bản khi ghi và in được ngay sau đó."
        isFirst
        minRows={6}
        maxRows={16}
        maxLength={4000}
        value={text}
        onChange={setText}
      />
      <Foot act="Ghi trả lời" busy={answer.isPending} problem={error?.message ?? null} onClose={onClose} />
    </form>
  )
}

function DueForm({ request, onDone, onClose }: FormProps) {
  const today = dayOf(useHubNow())
  const [dueOn, setDueOn] = useState<Day | null>(request.dueOn)
  const [reason, setReason] = useState('')
  const save = useMutation({
    mutationFn: (day: Day) =>
      hub.requests.setDue({ id: request.id, version: request.version, dueOn: day, reason }),
    onSuccess: onDone,
  })
  const error = save.isError ? toHubError(save.error) : null
  const errors = error ? fieldErrors(error) : {}
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (dueOn !== null && !save.isPending) save.mutate(dueOn)
      }}
    >
      <FormRow label="Hạn mới" required error={errors['dueOn']}>
        {(control) => <DayField {...control} today={today} value={dueOn} onChange={setDueOn} />}
      </FormRow>
      <ParagraphRow
        label="Lý do"
        required
        error={errors['reason']}
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
      <Foot act="Đổi hạn" busy={save.isPending} problem={error?.message ?? null} onClose={onClose} />
    </form>
  )
}
