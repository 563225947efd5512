import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseForm } from '#domain/conduct-cases/case-kinds.ts'
import type { CaseDetail, CasePlan } from '#domain/contract/conduct-case-shapes.ts'
import { DOCUMENT_FORM_LABELS } from '#domain/documents/form-editions.ts'
import { addDays, type Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { DayField } from '#ui/day-field.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'
import { ActForm } from './act-form.tsx'
import { FormBoxes, ZoneLimit } from './form-boxes.tsx'

interface DecisionProps {
  detail: CaseDetail
  /** A later end of a measure in force, by a decision of its own. */
  extends: boolean
  onDone: () => void
}

/** Decides a case, or lets its measure last longer: number, day, signer of that day, form and days. */
export function DecideForm({ detail, extends: isLonger, onDone }: DecisionProps) {
  const today = dayOf(useHubNow())
  const [decidedOn, setDecidedOn] = useState<Day | null>(today)
  const plan = useQuery(
    api.conductCases.plan.queryOptions({
      input: { kind: detail.kind, on: decidedOn ?? today, caseId: detail.id, isLonger },
    }),
  )
  if (!plan.data) return <PagePending />
  return (
    <DecisionBoxes
      detail={detail}
      isLonger={isLonger}
      plan={plan.data}
      today={today}
      decidedOn={decidedOn}
      onDecidedOn={setDecidedOn}
      onDone={onDone}
    />
  )
}

interface BoxesProps {
  detail: CaseDetail
  isLonger: boolean
  plan: CasePlan
  today: Day
  decidedOn: Day | null
  onDecidedOn: (day: Day | null) => void
  onDone: () => void
}

/** The latest review of somebody in the special zone that INC-11c allows; null when the last day comes before. */
function reviewBy(after: Day | null, toOn: Day | null, { reviewDays }: CasePlan): Day | null {
  if (after === null || toOn === null || reviewDays === null) return null
  const latest = addDays(after, reviewDays)
  return latest < toOn ? latest : null
}

function DecisionBoxes(props: BoxesProps) {
  const { detail, isLonger, plan, today, decidedOn, onDecidedOn, onDone } = props
  const [version] = useState(detail.version)
  // Until it is typed, the number of the paper made last.
  const [typedNumber, setNumber] = useState<string | undefined>(undefined)
  const number = typedNumber ?? plan.number ?? ''
  const [signer, setSigner] = useState('')
  const [form, setForm] = useState<CaseForm>(
    plan.forms.includes(detail.form) ? detail.form : (plan.forms[0] ?? detail.form),
  )
  const [fromOn, setFromOn] = useState<Day | null>(today)
  // Until they are typed, last day and review follow from the days proposed and the first day.
  const [typedTo, setToOn] = useState<Day | null | undefined>(isLonger ? null : undefined)
  const [typedReview, setReviewOn] = useState<Day | null | undefined>(undefined)
  const isZone = form === 'special-zone'
  const proposed =
    fromOn === null || detail.days === null || form !== detail.form ? null : addDays(fromOn, detail.days - 1)
  const toOn = typedTo === undefined ? proposed : typedTo
  const offered = isZone ? reviewBy(isLonger ? decidedOn : fromOn, toOn, plan) : null
  const reviewOn = typedReview === undefined ? offered : typedReview
  const [stops, setStops] = useState(plan.stopsVisits)
  const saving = useSave((comment: string, key) => {
    const said = { id: detail.id, version, number, decidedOn: decidedOn ?? '', comment }
    return isLonger
      ? hub.conductCases.extend({ ...said, toOn: toOn ?? '', reviewOn }, { context: { key } })
      : hub.conductCases.decide(
          { ...said, signerName: signer, form, fromOn: fromOn ?? '', toOn, reviewOn, stopsVisits: stops },
          { context: { key } },
        )
  })
  const { errors } = saving
  const isViolation = detail.kind === 'violation'
  const asksWhy = isLonger || detail.heardAt === null
  return (
    <ActForm
      act={isLonger ? 'Kéo dài' : 'Ra quyết định'}
      saving={saving}
      comment={{ label: asksWhy ? 'Lý do' : 'Ý kiến', required: asksWhy }}
      typed={[typedNumber ?? null, signer, decidedOn, form, fromOn, toOn, reviewOn, stops]}
      onDone={onDone}
      input={(comment) => comment}
    >
      <TextRow
        label="Số quyết định"
        required
        isFirst
        hint={`Lập “${DOCUMENT_FORM_LABELS[isLonger ? 'discipline-change' : isViolation ? 'discipline-decision' : 'reward-decision']}” ở mục Văn bản của vụ này trước để lấy số.`}
        error={errors['number']}
        w={220}
        maxLength={60}
        value={number}
        onChange={setNumber}
      />
      <FormRow label="Ngày quyết định" required error={errors['decidedOn']}>
        {(control) => <DayField {...control} today={today} value={decidedOn} onChange={onDecidedOn} />}
      </FormRow>
      {!isLonger && (
        <>
          <TextRow
            label="Người ký"
            hint={`Để trống: ${plan.signerTitle ?? 'Trưởng cơ sở'} ${plan.signerName ?? '(chưa ghi ở Cơ sở)'}. Người khác ký thay thì ghi căn cứ ở ô dưới cùng.`}
            error={errors['signerName']}
            maxLength={120}
            placeholder={plan.signerName ?? ''}
            value={signer}
            onChange={setSigner}
          />
          <FormBoxes
            plan={plan}
            form={form}
            onForm={setForm}
            days={null}
            onDays={() => {}}
            errors={errors}
            withDays={false}
          />
          <FormRow label={isViolation ? 'Thi hành từ' : 'Công bố từ ngày'} required error={errors['fromOn']}>
            {(control) => <DayField {...control} today={today} value={fromOn} onChange={setFromOn} />}
          </FormRow>
        </>
      )}
      {isViolation && (
        <FormRow
          label="Đến hết ngày"
          required={isZone || isLonger}
          hint={isZone ? <ZoneLimit plan={plan} /> : 'Để trống: không có thời hạn, công bố là xong.'}
          error={errors['toOn']}
        >
          {(control) => <DayField {...control} today={today} value={toOn} onChange={setToOn} />}
        </FormRow>
      )}
      {isViolation && isZone && (
        <FormRow label="Xem lại ngày" error={errors['reviewOn']}>
          {(control) => <DayField {...control} today={today} value={reviewOn} onChange={setReviewOn} />}
        </FormRow>
      )}
      {isViolation && !isLonger && (
        <FormRow
          label="Thăm gặp"
          hint={
            plan.stopsVisits
              ? 'Quyết định 1567/QĐ-BCA Điều 24 (DAY-17d); từ 01/07/2026 chưa rõ còn áp dụng, đặt ở Thăm gặp.'
              : 'Cơ sở không áp dụng tiếp Quyết định 1567/QĐ-BCA Điều 24 (DAY-17d).'
          }
        >
          {() => (
            <Checkbox
              label="Không thăm gặp, gọi điện trong thời gian thi hành"
              checked={stops}
              disabled={toOn === null}
              onChange={(event) => setStops(event.currentTarget.checked)}
            />
          )}
        </FormRow>
      )}
    </ActForm>
  )
}
