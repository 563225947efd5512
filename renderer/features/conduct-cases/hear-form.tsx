import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseForm, CouncilMember } from '#domain/conduct-cases/case-kinds.ts'
import type { CaseDetail } from '#domain/contract/conduct-case-shapes.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { FormRow } from '#ui/form-row.tsx'
import { ParagraphRow } from '#ui/text-row.tsx'
import { ActForm } from './act-form.tsx'
import { FormBoxes } from './form-boxes.tsx'
import { MemberRows, writtenMembers } from './member-rows.tsx'

interface HearFormProps {
  detail: CaseDetail
  onDone: () => void
}

/** Writes in what the council said, how each voted and what it proposes. */
export function HearForm({ detail, onDone }: HearFormProps) {
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
        members: writtenMembers(members),
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
