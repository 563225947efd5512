import { NumberInput, TextInput } from '@mantine/core'
import { IconId } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { dayOf } from '#domain/time/instant.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import type { IntakeForm } from '#renderer/features/intake/intake-form.ts'
import { useIntake, useIntakeStore, useProblem } from '#renderer/features/intake/intake-store.ts'
import { OptionalCodeSelect } from '#ui/code-choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { FormRow } from '#ui/form-row.tsx'
import classes from './intake.module.css'

/** Fields of the form that hold a value of one type. */
type FieldOf<Value> = {
  [Field in keyof IntakeForm]-?: IntakeForm[Field] extends Value
    ? Value extends IntakeForm[Field]
      ? Field
      : never
    : never
}[keyof IntakeForm]

interface RowProps {
  label: string
  /** As the hub names the field in a refusal. */
  path: string
  required?: boolean
  hint?: ReactNode
  /** The mark under which a card fills it in. */
  card?: string
}

/** Says that a field holds what the card says, until somebody types over it. */
export function CardMark({ mark }: { mark: string }) {
  const isFromCard = useIntake((form) => form.fromCard.includes(mark))
  if (!isFromCard) return null
  return (
    <span className={classes.cardMark}>
      <IconId size={14} stroke={1.75} aria-hidden /> từ thẻ
    </span>
  )
}

/** Writes a field and takes back what was said about it. */
export function useField<Field extends keyof IntakeForm>(
  field: Field,
  path: string,
  card?: string,
): [IntakeForm[Field], (value: IntakeForm[Field]) => void] {
  const store = useIntakeStore()
  const value = useIntake((form) => form[field])
  function set(next: IntakeForm[Field]) {
    const patch: Partial<IntakeForm> = {}
    patch[field] = next
    const { fromCard } = store.form()
    if (card !== undefined && fromCard.includes(card)) patch.fromCard = fromCard.filter((one) => one !== card)
    store.set(patch)
    store.forget(path)
  }
  return [value, set]
}

/** One line of text. */
export function TextRow(
  props: RowProps & {
    field: FieldOf<string>
    placeholder?: string
    w?: number
    maxLength?: number
  },
) {
  const { label, path, required = false, hint, card } = props
  const [value, set] = useField(props.field, path, card)
  return (
    <div className={classes.cell}>
      <FormRow label={label} required={required} error={useProblem(path)} hint={hint}>
        {(control) => (
          <span className={classes.marked}>
            <TextInput
              {...control}
              value={value}
              autoComplete="off"
              spellCheck={false}
              maxLength={props.maxLength ?? 200}
              placeholder={props.placeholder}
              w={props.w}
              flex={props.w === undefined ? 1 : undefined}
              onChange={(event) => set(event.currentTarget.value)}
            />
            {card !== undefined && <CardMark mark={card} />}
          </span>
        )}
      </FormRow>
    </div>
  )
}

/** A day. */
export function DayRow(props: RowProps & { field: FieldOf<string | null> }) {
  const { label, path, required = false, hint } = props
  const store = useIntakeStore()
  const [value, set] = useField(props.field, path)
  const today = dayOf(useHubNow())
  return (
    <div className={classes.cell}>
      <FormRow label={label} required={required} error={useProblem(path)} hint={hint}>
        {(control) => (
          <DayField
            {...control}
            today={today}
            value={value}
            onChange={set}
            onProblem={(message) => {
              if (message !== undefined) store.setProblems({ ...store.problems(), [path]: message })
              else store.forget(path)
            }}
          />
        )}
      </FormRow>
    </div>
  )
}

/** A whole number. */
export function NumberRow(
  props: RowProps & { field: FieldOf<number | null>; suffix?: string; max?: number; w?: number },
) {
  const { label, path, required = false, hint } = props
  const [value, set] = useField(props.field, path)
  return (
    <div className={classes.cell}>
      <FormRow label={label} required={required} error={useProblem(path)} hint={hint}>
        {(control) => (
          <NumberInput
            {...control}
            w={props.w ?? 148}
            hideControls
            allowDecimal={false}
            allowNegative={false}
            thousandSeparator="."
            decimalSeparator=","
            max={props.max}
            suffix={props.suffix}
            value={value ?? ''}
            onChange={(next) => set(typeof next === 'number' ? next : null)}
          />
        )}
      </FormRow>
    </div>
  )
}

/** One of a few words, from the list. */
export function ChoiceRow<Value extends string>(
  props: RowProps & {
    values: readonly Value[]
    labels: Readonly<Record<Value, string>>
    value: Value | null
    onChange: (value: Value | null) => void
    clearable?: boolean
    w?: number
  },
) {
  const { label, path, required = false, hint, card } = props
  return (
    <div className={classes.cell}>
      <FormRow label={label} required={required} error={useProblem(path)} hint={hint}>
        {(control) => (
          <span className={classes.marked}>
            <OptionalCodeSelect
              {...control}
              w={props.w}
              flex={props.w === undefined ? 1 : undefined}
              searchable
              selectFirstOptionOnChange
              clearable={props.clearable ?? false}
              codes={props.values}
              labels={props.labels}
              value={props.value}
              onChange={props.onChange}
            />
            {card !== undefined && <CardMark mark={card} />}
          </span>
        )}
      </FormRow>
    </div>
  )
}

/** A few words beside each other, one of which holds; arrows choose, Tab goes past. */
export function PillRow<Value extends string>(
  props: RowProps & {
    name: string
    values: readonly Value[]
    labels: Readonly<Record<Value, string>>
    value: Value | null
    onChange: (value: Value) => void
  },
) {
  const problem = useProblem(props.path)
  return (
    <div className={classes.cell}>
      <fieldset
        className={classes.pills}
        data-required={props.required || undefined}
        aria-invalid={problem !== undefined || undefined}
      >
        <legend className={classes.pillLegend}>
          {props.label}
          {props.required && (
            <span className={classes.required} aria-hidden>
              {' '}
              *
            </span>
          )}
        </legend>
        <span className={classes.marked}>
          {props.values.map((value) => (
            <label key={value} className={classes.pill} data-chosen={props.value === value || undefined}>
              <input
                type="radio"
                name={props.name}
                value={value}
                checked={props.value === value}
                onChange={() => props.onChange(value)}
              />
              {props.labels[value]}
            </label>
          ))}
          {props.card !== undefined && <CardMark mark={props.card} />}
        </span>
        {props.hint && <span className={classes.hint}>{props.hint}</span>}
        {problem && <span className={classes.error}>{problem}</span>}
      </fieldset>
    </div>
  )
}
