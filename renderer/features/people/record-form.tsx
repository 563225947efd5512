import { NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FieldValue, FieldValues } from '#domain/people/merge-edit.ts'
import { SEX_LABELS, SEXES } from '#domain/people/sex.ts'
import { dayOf, formatInstant } from '#domain/time/instant.ts'
import { fieldErrors, toHubError, type HubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import {
  changedFields,
  shownOf,
  typedOf,
  type RecordField,
  type TypedValues,
} from '#renderer/features/people/record-fields.ts'
import type { DraftOf } from '#renderer/features/people/use-draft.ts'
import { choices } from '#ui/choices.ts'
import { ConflictCard, type ConflictSide } from '#ui/conflict-card.tsx'
import { DayField } from '#ui/day-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow, type RowControl } from '#ui/form-row.tsx'
import classes from './person-page.module.css'

/** What is kept of an unfinished edit: what was typed, and what stood there when it began. */
export type RecordDraft = { version: number; base: Record<string, FieldValue>; typed: Record<string, string> }

/** Reads a kept draft; null when it is none. */
export function readRecordDraft(kept: Record<string, unknown>): RecordDraft | null {
  const { version, base, typed } = kept
  if (typeof version !== 'number' || typeof base !== 'object' || typeof typed !== 'object') return null
  if (base === null || typed === null) return null
  return { version, base: base as RecordDraft['base'], typed: typed as RecordDraft['typed'] }
}

interface Clash {
  version: number
  theirs: FieldValues
  changedBy: string
  changedAt: string
}

function clashOf(error: HubError, now: string): Clash | null {
  const { current, changedBy, changedAt } = error.details
  if (error.code !== 'conflict' || !current) return null
  const { version, ...theirs } = current
  return {
    version: Number(version),
    theirs: theirs as FieldValues,
    changedBy: changedBy ?? 'Người khác',
    changedAt: changedAt ?? now,
  }
}

export interface RecordFormProps {
  label: string
  saveLabel: string
  fields: readonly RecordField[]
  version: number
  values: FieldValues
  draft: DraftOf<RecordDraft>
  save: (edit: { version: number; fields: FieldValues; seen: FieldValues }) => Promise<unknown>
  onDone: () => void
}

/**
 * Corrects fields of a record. Keeps a draft as it is typed, sends only what was changed, and where somebody else
 * changed the same field meanwhile shows both values; other fields merge by themselves.
 */
export function RecordForm(props: RecordFormProps) {
  const { fields, draft } = props
  const desk = useDesk()
  const kept = draft.found?.value ?? null
  // What the editor began from: what comes in meanwhile must not pass as seen.
  const [base, setBase] = useState<FieldValues>(kept?.base ?? props.values)
  const [version, setVersion] = useState(kept?.version ?? props.version)
  const [typed, setTyped] = useState<TypedValues>(
    () =>
      kept?.typed ??
      Object.fromEntries(
        fields.map((field) => [field.field, typedOf(field, props.values[field.field] ?? null)]),
      ),
  )
  const [clash, setClash] = useState<Clash | null>(null)
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const isDirty = Object.keys(changedFields(fields, base, typed).changed).length > 0

  function type(field: string, text: string) {
    const next = { ...typed, [field]: text }
    setTyped(next)
    draft.keep({ version, base: { ...base }, typed: next })
  }

  function leave() {
    draft.discard()
    props.onDone()
  }

  async function send(from: { version: number; base: FieldValues; typed: TypedValues }) {
    const { changed, problems: found } = changedFields(fields, from.base, from.typed)
    setProblems(found)
    setProblem(null)
    if (Object.keys(found).length > 0) return
    if (Object.keys(changed).length === 0) {
      leave()
      return
    }
    setIsSaving(true)
    try {
      const seen = Object.fromEntries(Object.keys(changed).map((field) => [field, from.base[field] ?? null]))
      await props.save({ version: from.version, fields: changed, seen })
      leave()
    } catch (error) {
      const refused = toHubError(error)
      const met = clashOf(refused, desk?.now() ?? '')
      setClash(met)
      if (met) return
      const named = fieldErrors(refused)
      setProblems(
        Object.fromEntries(
          Object.entries(named).map(([path, text]) => [path.replace(/^fields\./, ''), text]),
        ),
      )
      setProblem(refused.message)
    } finally {
      setIsSaving(false)
    }
  }

  function resolve(choice: Readonly<Record<string, ConflictSide>>) {
    if (!clash) return
    const theirs = Object.entries(clash.theirs)
    const nextBase = { ...base, ...clash.theirs }
    const nextTyped = { ...typed }
    for (const [name, value] of theirs) {
      const field = fields.find((one) => one.field === name)
      if (field && choice[name] === 'theirs') nextTyped[name] = typedOf(field, value)
    }
    setBase(nextBase)
    setTyped(nextTyped)
    setVersion(clash.version)
    setClash(null)
    void send({ version: clash.version, base: nextBase, typed: nextTyped })
  }

  const today = dayOf(desk?.now() ?? '2000-01-01T00:00:00.000Z')
  return (
    <>
      {clash && (
        <div className={classes.clash}>
          <ConflictCard
            changedBy={clash.changedBy}
            changedAt={clash.changedAt}
            fields={fields
              .filter((field) => field.field in clash.theirs)
              .map((field) => ({
                field: field.field,
                label: field.label,
                mine: shownOf(field, changedFields([field], base, typed).changed[field.field] ?? null),
                theirs: shownOf(field, clash.theirs[field.field] ?? null),
              }))}
            onResolve={resolve}
            onCancel={() => setClash(null)}
            busy={isSaving}
          />
        </div>
      )}
      {kept && draft.found?.savedAt && (
        <p className={classes.draftNote}>
          Đang tiếp tục bản nháp bạn để lại lúc {formatInstant(draft.found.savedAt)}.
        </p>
      )}
      <DenseForm
        label={props.label}
        saveLabel={props.saveLabel}
        onSave={() => void send({ version, base, typed })}
        saving={isSaving}
        onLeave={leave}
        dirty={isDirty}
        draft={draft.status}
        problem={problem}
      >
        {fields.map((field) => (
          <FormRow
            key={field.field}
            label={field.label}
            required={field.required ?? false}
            error={problems[field.field]}
            hint={field.hint}
          >
            {(control) => (
              <FieldBox
                control={control}
                field={field}
                text={typed[field.field] ?? ''}
                today={today}
                onType={(text) => type(field.field, text)}
              />
            )}
          </FormRow>
        ))}
      </DenseForm>
    </>
  )
}

function FieldBox({
  control,
  field,
  text,
  today,
  onType,
}: {
  control: RowControl
  field: RecordField
  text: string
  today: string
  onType: (text: string) => void
}) {
  const sexes = choices(SEXES, SEX_LABELS)
  switch (field.kind) {
    case 'day':
      return (
        <DayField
          {...control}
          today={today}
          value={text === '' ? null : text}
          onChange={(day) => onType(day ?? '')}
        />
      )
    case 'sex':
    case 'sex-or-none':
      return (
        <Select
          {...control}
          w={148}
          data={sexes}
          value={text === '' ? null : text}
          clearable={field.kind === 'sex-or-none'}
          allowDeselect={false}
          onChange={(value) => onType(value ?? '')}
        />
      )
    case 'number':
      return (
        <NumberInput
          {...control}
          w={148}
          min={1}
          max={100}
          allowDecimal={false}
          value={text === '' ? '' : Number(text)}
          onChange={(value) => onType(String(value))}
        />
      )
    case 'area':
      return (
        <Textarea
          {...control}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          value={text}
          onChange={(event) => onType(event.currentTarget.value)}
        />
      )
    default:
      return (
        <TextInput
          {...control}
          autoComplete="off"
          maxLength={200}
          value={text}
          {...(field.kind === 'birth' && { w: 148, placeholder: 'dd/mm/yyyy' })}
          onChange={(event) => onType(event.currentTarget.value)}
        />
      )
  }
}
