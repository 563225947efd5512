import { NumberInput, TextInput } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import {
  ASKED_ILLNESS_LABELS,
  ASKED_ILLNESSES,
  ILLNESS_ANSWER_LABELS,
  ILLNESS_ANSWERS,
} from '#domain/information-sheet/first-check.ts'
import type { CheckForm } from '#renderer/features/intake/intake-form.ts'
import { TextRow } from '#renderer/features/intake/intake-rows.tsx'
import { IntakeSection } from '#renderer/features/intake/intake-section.tsx'
import { useIntake, useIntakeStore, useProblem } from '#renderer/features/intake/intake-store.ts'
import { OptionalCodeSelect } from '#ui/code-choice.tsx'
import { FormRow } from '#ui/form-row.tsx'
import classes from './intake.module.css'

/** The state for the hand-over record, which everybody may write, and the findings, which only the medical role may. */
export function HealthSection({ mayMedical }: { mayMedical: boolean }) {
  return (
    <IntakeSection step="health" number={9} title="Sức khỏe ban đầu">
      <div className={classes.cols}>
        <TextRow
          label="Tình trạng khi giao"
          path="reception.note"
          field="note"
          maxLength={1000}
          placeholder="Tỉnh táo, đi lại được, không thương tích…"
          hint="Ghi vào biên bản giao nhận; không ghi bệnh."
        />
      </div>
      {mayMedical ? (
        <Findings />
      ) : (
        <p className={classes.dim}>
          <IconLock size={14} stroke={1.75} aria-hidden /> Mạch, huyết áp, bệnh và kết luận khám do y tế ghi
          tại hồ sơ của người này.
        </p>
      )}
    </IntakeSection>
  )
}

function useCheck(): [CheckForm, (patch: Partial<CheckForm>) => void] {
  const store = useIntakeStore()
  const check = useIntake((form) => form.check)
  return [
    check,
    (patch) => {
      store.set({ check: { ...store.form().check, ...patch } })
      store.forget('firstCheck')
    },
  ]
}

function Findings() {
  const [check, change] = useCheck()
  return (
    <>
      <div className={classes.cols}>
        <CheckNumber label="Mạch" field="pulse" suffix=" lần/phút" />
        <CheckNumber label="Nhiệt độ" field="temperature" suffix=" °C" decimals={1} />
        <CheckNumber label="Huyết áp tối đa" field="systolic" suffix=" mmHg" />
        <CheckNumber label="Huyết áp tối thiểu" field="diastolic" suffix=" mmHg" />
        <CheckText label="Xét nghiệm ma túy" field="drugTest" />
        <CheckText label="Biểu hiện cai" field="withdrawalSigns" />
        <CheckText label="Thương tích" field="injuries" />
        <CheckText label="Kết luận" field="conclusion" />
        {ASKED_ILLNESSES.map((illness) => (
          <div key={illness} className={classes.cell}>
            <FormRow label={ASKED_ILLNESS_LABELS[illness]}>
              {(control) => (
                <OptionalCodeSelect
                  {...control}
                  w={130}
                  clearable
                  placeholder="Chưa hỏi"
                  codes={ILLNESS_ANSWERS}
                  labels={ILLNESS_ANSWER_LABELS}
                  value={check.illnesses[illness] ?? null}
                  onChange={(answer) => {
                    const { [illness]: _before, ...others } = check.illnesses
                    change({ illnesses: answer ? { ...others, [illness]: answer } : others })
                  }}
                />
              )}
            </FormRow>
          </div>
        ))}
      </div>
    </>
  )
}

function CheckNumber({
  label,
  field,
  suffix,
  decimals = 0,
}: {
  label: string
  field: 'pulse' | 'systolic' | 'diastolic' | 'temperature'
  suffix: string
  decimals?: number
}) {
  const [check, change] = useCheck()
  return (
    <div className={classes.cell}>
      <FormRow label={label} error={useProblem(`firstCheck.body.${field}`)}>
        {(control) => (
          <NumberInput
            {...control}
            w={130}
            hideControls
            decimalScale={decimals}
            decimalSeparator=","
            suffix={suffix}
            value={check[field] ?? ''}
            onChange={(next) => change({ [field]: typeof next === 'number' ? next : null })}
          />
        )}
      </FormRow>
    </div>
  )
}

function CheckText({
  label,
  field,
}: {
  label: string
  field: 'drugTest' | 'withdrawalSigns' | 'injuries' | 'conclusion'
}) {
  const [check, change] = useCheck()
  return (
    <div className={classes.cell}>
      <FormRow label={label} error={useProblem(`firstCheck.body.${field}`)}>
        {(control) => (
          <TextInput
            {...control}
            value={check[field]}
            maxLength={1000}
            onChange={(event) => change({ [field]: event.currentTarget.value })}
          />
        )}
      </FormRow>
    </div>
  )
}
