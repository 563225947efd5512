import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { VOTE_LABELS, VOTES, type CaseForm, type CouncilMember } from '#domain/conduct-cases/case-kinds.ts'
import type { CaseDetail } from '#domain/contract/conduct-case-shapes.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { FormRow } from '#ui/form-row.tsx'
import { ParagraphRow, TextRow } from '#ui/text-row.tsx'
import { ActForm } from './act-form.tsx'
import { FormBoxes } from './form-boxes.tsx'
import classes from './conduct-cases.module.css'

const NOBODY: CouncilMember = { name: '', title: '', vote: null }

interface MemberRowsProps {
  members: readonly CouncilMember[]
  onChange: (members: CouncilMember[]) => void
  withVotes: boolean
}

/** The members of a council, one per row; Tab goes from name to title to vote. */
function MemberRows({ members, onChange, withVotes }: MemberRowsProps) {
  const put = (at: number, change: Partial<CouncilMember>) =>
    onChange(members.map((one, index) => (index === at ? { ...one, ...change } : one)))
  return (
    <div>
      {members.map((one, at) => (
        <div key={at} className={classes.member} data-plain={withVotes ? undefined : true}>
          <TextInput
            aria-label={`Thành viên ${at + 1}: họ tên`}
            placeholder="Họ và tên"
            maxLength={120}
            value={one.name}
            onChange={(event) => put(at, { name: event.currentTarget.value })}
          />
          <TextInput
            aria-label={`Thành viên ${at + 1}: chức vụ`}
            placeholder="Chức vụ"
            maxLength={120}
            value={one.title}
            onChange={(event) => put(at, { title: event.currentTarget.value })}
          />
          {withVotes && (
            <Select
              aria-label={`Thành viên ${at + 1}: biểu quyết`}
              placeholder="Biểu quyết"
              data={VOTES.map((value) => ({ value, label: VOTE_LABELS[value] }))}
              value={one.vote}
              onChange={(value) => put(at, { vote: VOTES.find((known) => known === value) ?? null })}
            />
          )}
          <ActionIcon
            variant="subtle"
            size={32}
            aria-label={`Bỏ thành viên ${at + 1}`}
            onClick={() => onChange(members.filter((_, index) => index !== at))}
          >
            <IconX size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
        onClick={() => onChange([...members, NOBODY])}
      >
        Thêm thành viên
      </Button>
    </div>
  )
}

interface CouncilFormProps {
  detail: CaseDetail
  onDone: () => void
}

const written = (members: readonly CouncilMember[]) =>
  members.filter(({ name, title }) => name.trim() !== '' || title.trim() !== '')

/** Calls the council for a day, or moves it to another. */
export function ConveneForm({ detail, onDone }: CouncilFormProps) {
  const now = useHubNow()
  const [version] = useState(detail.version)
  const [at, setAt] = useState<Instant | null>(detail.councilAt)
  const [place, setPlace] = useState(detail.councilPlace ?? '')
  const [chair, setChair] = useState(detail.chair ?? '')
  const [secretary, setSecretary] = useState(detail.secretary ?? '')
  const [members, setMembers] = useState<CouncilMember[]>(
    detail.members.length > 0 ? detail.members : [NOBODY, NOBODY, NOBODY],
  )
  const saving = useSave((comment: string, key) =>
    hub.conductCases.convene(
      { id: detail.id, version, at: at ?? '', place, chair, secretary, members: written(members), comment },
      { context: { key } },
    ),
  )
  const { errors } = saving
  const texts = [
    { field: 'place', label: 'Nơi họp', value: place, set: setPlace },
    { field: 'chair', label: 'Chủ trì', value: chair, set: setChair },
    { field: 'secretary', label: 'Thư ký', value: secretary, set: setSecretary },
  ]
  return (
    <ActForm
      act="Hẹn họp hội đồng"
      saving={saving}
      comment={{ label: 'Ghi chú', required: false }}
      typed={[at, place, chair, secretary, members]}
      onDone={onDone}
      input={(comment) => {
        saving.setErrors(at === null ? { at: 'Ghi ngày, giờ họp.' } : {})
        return at === null ? null : comment
      }}
    >
      <FormRow label="Họp lúc" required error={errors['at']}>
        {(control) => <MomentField {...control} label="Họp lúc" now={now} value={at} onChange={setAt} />}
      </FormRow>
      {texts.map(({ field, label, value, set }) => (
        <TextRow
          key={field}
          label={label}
          required
          error={errors[field]}
          maxLength={120}
          value={value}
          onChange={set}
        />
      ))}
      <FormRow
        label="Thành viên"
        required
        hint="Mức ít nhất là của cơ sở (CASE-05); chưa tìm thấy văn bản quy định thành phần hội đồng."
        error={errors['members']}
      >
        {() => <MemberRows members={members} onChange={setMembers} withVotes={false} />}
      </FormRow>
    </ActForm>
  )
}

/** Writes in what the council said, how each voted and what it proposes. */
export function HearForm({ detail, onDone }: CouncilFormProps) {
  const today = dayOf(useHubNow())
  const [version] = useState(detail.version)
  const [members, setMembers] = useState<CouncilMember[]>(detail.members)
  const [minutes, setMinutes] = useState(detail.minutes ?? '')
  const [form, setForm] = useState<CaseForm>(detail.form)
  const [days, setDays] = useState<number | null>(detail.days)
  const plan = useQuery(api.conductCases.plan.queryOptions({ input: { kind: detail.kind, on: today } }))
  const saving = useSave((comment: string, key) =>
    hub.conductCases.hear(
      {
        id: detail.id,
        version,
        members: written(members),
        minutes,
        form,
        days: form === 'special-zone' ? days : null,
        comment,
      },
      { context: { key } },
    ),
  )
  const { errors } = saving
  if (!plan.data) return <PagePending />
  return (
    <ActForm
      act="Ghi kết quả họp"
      saving={saving}
      comment={{ label: 'Ghi chú', required: false }}
      typed={[members, minutes, form, days]}
      onDone={onDone}
      input={(comment) => comment}
    >
      <FormRow label="Biểu quyết" required error={errors['members']}>
        {() => <MemberRows members={members} onChange={setMembers} withVotes />}
      </FormRow>
      <ParagraphRow
        label="Diễn biến, kết luận"
        required
        error={errors['minutes']}
        minRows={4}
        maxRows={12}
        maxLength={4000}
        value={minutes}
        onChange={setMinutes}
      />
      <FormBoxes
        plan={plan.data}
        form={form}
        onForm={setForm}
        days={days}
        onDays={setDays}
        errors={errors}
        withDays
      />
    </ActForm>
  )
}
