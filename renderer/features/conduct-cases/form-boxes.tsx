import { Select } from '@mantine/core'
import { CASE_FORM_LABELS, type CaseForm } from '#domain/conduct-cases/case-kinds.ts'
import { daysCovered, zoneSpanText } from '#domain/conduct-cases/zone-days.ts'
import type { CasePlan } from '#domain/contract/conduct-case-shapes.ts'
import { FormRow } from '#ui/form-row.tsx'
import { Unsettled } from '#ui/unsettled.tsx'
import { WholeNumber } from '#ui/whole-number.tsx'

/** What no text fixes about the special zone, said where days are chosen. */
export function ZoneLimit({ plan }: { plan: CasePlan }) {
  return (
    <>
      <Unsettled>
        Chưa tìm thấy văn bản quy định số ngày tối đa ở khu dành riêng (INC-11, câu hỏi Q-4). Mức của cơ sở:{' '}
        {plan.mostDays} ngày một quyết định, {plan.mostDaysInAll} ngày kể cả kéo dài và các quyết định liền
        nhau, xem lại sau mỗi {plan.reviewDays} ngày; đổi được ở Quy định.
      </Unsettled>
      {plan.zoneBefore.length > 0 && (
        <div>
          Tính chung với {plan.zoneBefore.map(zoneSpanText).join(', ')}: {daysCovered(plan.zoneBefore)} ngày
          (INC-11d).
        </div>
      )}
    </>
  )
}

interface FormBoxesProps {
  plan: CasePlan
  form: CaseForm | null
  onForm: (form: CaseForm) => void
  days: number | null
  onDays: (days: number | null) => void
  errors: Readonly<Record<string, string>>
  /** Days are asked for; a decision names them by date instead. */
  withDays: boolean
}

/** The form of discipline or reward the law of the day knows, and the days for the special zone. */
export function FormBoxes({ plan, form, onForm, days, onDays, errors, withDays }: FormBoxesProps) {
  return (
    <>
      <FormRow label="Hình thức" required error={errors['form']}>
        {(control) => (
          <Select
            {...control}
            allowDeselect={false}
            data={plan.forms.map((value) => ({ value, label: CASE_FORM_LABELS[value] }))}
            value={form}
            onChange={(value) => {
              const chosen = plan.forms.find((known) => known === value)
              if (chosen) onForm(chosen)
            }}
          />
        )}
      </FormRow>
      {withDays && form === 'special-zone' && (
        <FormRow label="Số ngày" required hint={<ZoneLimit plan={plan} />} error={errors['days']}>
          {(control) => <WholeNumber {...control} w={120} min={1} max={365} value={days} onChange={onDays} />}
        </FormRow>
      )}
    </>
  )
}
