import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import {
  CASE_KIND_LABELS,
  CASE_KINDS,
  type CaseForm,
  type CaseKind,
} from '#domain/conduct-cases/case-kinds.ts'
import type { CaseDetail } from '#domain/contract/conduct-case-shapes.ts'
import type { Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { PeoplePicker } from '#renderer/features/care/people-picker.tsx'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { CodeSegments } from '#ui/code-choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { ParagraphRow } from '#ui/text-row.tsx'
import { ActForm } from './act-form.tsx'
import { caseHref } from './case-words.ts'
import { FormBoxes } from './form-boxes.tsx'

/** As many as the hub takes at once. */
const MOST = 60

export interface ProposeFormProps {
  /** Whom it is about; null lets them be chosen. */
  stayId: string | null
  incidentId?: string | null
  /** Who is chosen to begin with. */
  stayIds?: readonly string[]
  /** The day and the words it begins with. */
  occurredOn?: Day
  ground?: string
  /** A proposal to be changed. */
  amended?: CaseDetail
  onDone: () => void
}

/** Proposes discipline or reward for one or several people, or changes what is proposed. */
export function ProposeForm({
  stayId,
  incidentId = null,
  stayIds = [],
  amended,
  onDone,
  ...begun
}: ProposeFormProps) {
  const { history } = useRouter()
  const today = dayOf(useHubNow())
  const [kind, setKind] = useState<CaseKind>(amended?.kind ?? 'violation')
  const [form, setForm] = useState<CaseForm | null>(amended?.form ?? null)
  const [days, setDays] = useState<number | null>(amended?.days ?? null)
  const [occurredOn, setOccurredOn] = useState<Day | null>(amended?.occurredOn ?? begun.occurredOn ?? today)
  const [ground, setGround] = useState(amended?.ground ?? begun.ground ?? '')
  const [isSerious, setIsSerious] = useState(amended?.isSerious ?? false)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(stayId === null ? stayIds : [stayId]))
  const [version] = useState(amended?.version ?? 1)
  const plan = useQuery(api.conductCases.plan.queryOptions({ input: { kind, on: today } }))
  const saving = useSave(
    async (
      said: { form: CaseForm; days: number | null; occurredOn: Day; ground: string; isSerious: boolean } & {
        comment: string
      },
      key,
    ) => {
      const { comment, ...asked } = said
      if (amended) {
        await hub.conductCases.amend({ id: amended.id, version, ...asked, comment }, { context: { key } })
        return
      }
      const cases = [...chosen].map((stay) => ({ id: crypto.randomUUID(), stayId: stay }))
      const made = await hub.conductCases.propose({ cases, kind, incidentId, ...asked }, { context: { key } })
      showNotice(`Đã ghi ${made.cases.length} đề xuất, số ${made.cases.map(({ no }) => no).join(', ')}.`)
      const [first] = made.cases
      if (made.cases.length === 1 && first) history.push(caseHref(first.id))
    },
  )
  const { errors } = saving
  if (!plan.data) return <PagePending />
  const given = form !== null && plan.data.forms.includes(form) ? form : (plan.data.forms[0] ?? null)
  return (
    <ActForm
      act={amended ? 'Sửa đề xuất' : 'Ghi đề xuất'}
      saving={saving}
      comment={null}
      typed={[kind, form, days, occurredOn, ground, isSerious, [...chosen]]}
      onDone={onDone}
      input={() => {
        const missing: Record<string, string> = {}
        if (chosen.size === 0 && !amended) missing['cases'] = 'Chọn ít nhất một học viên.'
        if (occurredOn === null) missing['occurredOn'] = 'Ghi ngày xảy ra.'
        if (ground.trim() === '') missing['ground'] = 'Ghi nội dung vi phạm hoặc thành tích.'
        saving.setErrors(missing)
        if (Object.keys(missing).length > 0 || given === null || occurredOn === null) return null
        const shownDays = given === 'special-zone' ? days : null
        return { form: given, days: shownDays, occurredOn, ground, isSerious, comment: '' }
      }}
    >
      {!amended && (
        <FormRow label="Loại" required>
          {() => (
            <CodeSegments
              label="Loại"
              codes={CASE_KINDS}
              labels={CASE_KIND_LABELS}
              value={kind}
              onChange={(next) => {
                setKind(next)
                setIsSerious(false)
              }}
            />
          )}
        </FormRow>
      )}
      {stayId === null && !amended && (
        <FormRow label="Học viên" required error={errors['cases']}>
          {() => (
            <PeoplePicker label="Học viên được đề xuất" most={MOST} chosen={chosen} onChange={setChosen} />
          )}
        </FormRow>
      )}
      <FormBoxes
        plan={plan.data}
        form={given}
        onForm={setForm}
        days={days}
        onDays={setDays}
        errors={errors}
        withDays
      />
      <FormRow label="Ngày xảy ra" required error={errors['occurredOn']}>
        {(control) => <DayField {...control} today={today} value={occurredOn} onChange={setOccurredOn} />}
      </FormRow>
      <ParagraphRow
        label={kind === 'violation' ? 'Hành vi vi phạm' : 'Thành tích'}
        required
        isFirst={stayId !== null || stayIds.length > 0}
        error={errors['ground']}
        minRows={3}
        maxRows={10}
        maxLength={4000}
        value={ground}
        onChange={setGround}
      />
      {kind === 'violation' && (
        <FormRow
          label="Mức độ"
          hint="Vi phạm trước 01/07/2026: có thể phải lập hồ sơ theo Nghị định 116/2021/NĐ-CP Điều 60 (INC-13)."
          error={errors['isSerious']}
        >
          {() => (
            <Checkbox
              label="Vi phạm nghiêm trọng"
              checked={isSerious}
              onChange={(event) => setIsSerious(event.currentTarget.checked)}
            />
          )}
        </FormRow>
      )}
    </ActForm>
  )
}
