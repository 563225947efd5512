import { NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  ASKED_ILLNESS_LABELS,
  ASKED_ILLNESSES,
  firstCheckSchema,
  ILLNESS_ANSWER_LABELS,
  ILLNESS_ANSWERS,
  type AskedIllness,
  type FirstCheck,
} from '#domain/information-sheet/first-check.ts'
import type { Instant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import {
  CHECK_FIELD_LABELS,
  checkText,
  MEASURE_UNITS,
  MEASURES,
  WORD_FIELDS,
  type CheckField,
} from '#renderer/features/medical/check-words.ts'
import { choices } from '#ui/choices.ts'
import { ConflictCard, type ConflictSide } from '#ui/conflict-card.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { ParagraphRow } from '#ui/text-row.tsx'
import classes from './medical.module.css'

export interface FirstCheckFormProps {
  stayId: string
  version: number | null
  at: Instant | null
  body: FirstCheck
  onDone: () => void
}

const FIELDS = Object.keys(CHECK_FIELD_LABELS) as CheckField[]

/** Writes the first health check, the first time or over the version that was read. */
export function FirstCheckForm({ stayId, version, at: firstAt, body, onDone }: FirstCheckFormProps) {
  const queryClient = useQueryClient()
  const now = useHubNow()
  const [id] = useState(() => crypto.randomUUID())
  const [from] = useState(version)
  const [at, setAt] = useState<Instant | null>(firstAt ?? now)
  const [typed, setTyped] = useState(body)
  const saving = useSave((input: { version: number | null; at: Instant; body: FirstCheck }, key) =>
    hub.medical.saveFirstCheck({ id, stayId, ...input }, { context: { key } }),
  )
  const { clash } = saving
  const met = clash ? firstCheckSchema.safeParse(clash.current) : null
  const theirs = met?.success ? met.data : null
  const clashing = theirs
    ? FIELDS.filter((field) => checkText(typed, field) !== checkText(theirs, field))
    : []
  const errors = Object.fromEntries(
    Object.entries(saving.errors).map(([path, text]) => [path.replace(/^body\./, ''), text]),
  )

  async function save(value: FirstCheck, over: number | null) {
    const read = firstCheckSchema.safeParse(value)
    const found: [string, string][] = read.success
      ? []
      : read.error.issues.map((issue) => [issue.path.join('.'), issue.message])
    if (at === null) found.push(['at', 'Ghi ngày và giờ khám, ví dụ 22/11/2026 14:02.'])
    saving.setErrors(Object.fromEntries(found))
    if (!read.success || at === null) return
    if (!(await saving.send({ version: over, at, body: read.data }))) return
    showNotice('Đã lưu khám sức khỏe ban đầu.')
    await queryClient.invalidateQueries({ queryKey: api.medical.key() })
    onDone()
  }

  function resolve(choice: Readonly<Record<string, ConflictSide>>) {
    if (!clash || !theirs) return
    const chosen = clashing.filter((field) => choice[field] === 'theirs')
    const next = { ...typed, ...Object.fromEntries(chosen.map((field) => [field, theirs[field]])) }
    setTyped(next)
    void save(next, clash.version)
  }

  return (
    <>
      {clash && theirs && (
        <div className={classes.clash}>
          <ConflictCard
            changedBy={clash.changedBy}
            changedAt={clash.changedAt ?? now}
            fields={clashing.map((field) => ({
              field,
              label: CHECK_FIELD_LABELS[field],
              mine: checkText(typed, field),
              theirs: checkText(theirs, field),
            }))}
            onResolve={resolve}
            onCancel={saving.dismissClash}
            busy={saving.isSaving}
          />
        </div>
      )}
      <DenseForm
        label="Khám sức khỏe ban đầu"
        saveLabel="Lưu kết quả khám"
        onSave={() => void save(typed, from)}
        saving={saving.isSaving}
        onLeave={onDone}
        dirty={JSON.stringify(typed) !== JSON.stringify(body)}
        problem={saving.problem}
      >
        <FormRow label="Khám lúc" required error={errors['at']}>
          {(control) => <MomentField {...control} label="Khám lúc" now={now} value={at} onChange={setAt} />}
        </FormRow>
        {MEASURES.map((field, index) => (
          <FormRow key={field} label={CHECK_FIELD_LABELS[field]} error={errors[field]}>
            {(control) => (
              <NumberInput
                {...control}
                // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by the button above
                autoFocus={index === 0}
                w={132}
                hideControls
                rightSection={<span className={classes.unit}>{MEASURE_UNITS[field]}</span>}
                rightSectionWidth={64}
                allowNegative={false}
                decimalSeparator=","
                value={typed[field] ?? ''}
                onChange={(value) => setTyped({ ...typed, [field]: value === '' ? null : Number(value) })}
              />
            )}
          </FormRow>
        ))}
        <FormRow label={CHECK_FIELD_LABELS.illnesses} error={errors['illnesses']}>
          {() => (
            <Illnesses lines={typed.illnesses} onChange={(illnesses) => setTyped({ ...typed, illnesses })} />
          )}
        </FormRow>
        {WORD_FIELDS.map((field) => (
          <ParagraphRow
            key={field}
            label={CHECK_FIELD_LABELS[field]}
            error={errors[field]}
            minRows={1}
            maxRows={6}
            maxLength={1000}
            value={typed[field] ?? ''}
            onChange={(text) => setTyped({ ...typed, [field]: text })}
          />
        ))}
      </DenseForm>
    </>
  )
}

type Lines = FirstCheck['illnesses']

const NOT_ASKED = 'not-asked'

/** Every illness the sheet asks about, answered or not asked. */
function Illnesses({ lines, onChange }: { lines: Lines; onChange: (lines: Lines) => void }) {
  function answer(illness: AskedIllness, change: Partial<Lines[number]>) {
    const line = lines.find((one) => one.illness === illness)
    const next = { illness, answer: 'unknown' as const, note: null, ...line, ...change }
    onChange([...lines.filter((one) => one.illness !== illness), next])
  }

  return (
    <div className={classes.illnesses}>
      {ASKED_ILLNESSES.map((illness) => {
        const label = ASKED_ILLNESS_LABELS[illness]
        const line = lines.find((one) => one.illness === illness)
        return (
          <div key={illness} className={classes.illness}>
            <span>{label}</span>
            <SegmentedControl
              aria-label={label}
              size="xs"
              data={[
                { value: NOT_ASKED, label: 'Chưa hỏi' },
                ...choices(ILLNESS_ANSWERS, ILLNESS_ANSWER_LABELS),
              ]}
              value={line?.answer ?? NOT_ASKED}
              onChange={(value) => {
                const known = ILLNESS_ANSWERS.find((one) => one === value)
                if (known) answer(illness, { answer: known })
                else onChange(lines.filter((one) => one.illness !== illness))
              }}
            />
            {line && (
              <TextInput
                aria-label={`${label}: ghi chú`}
                placeholder="ghi chú"
                maxLength={1000}
                value={line.note ?? ''}
                onChange={(event) => answer(illness, { note: event.currentTarget.value })}
              />
            )}
          </div>
        )
      })}
    </div>
  )
}
