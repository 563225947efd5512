import { Button, NumberInput, Switch, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ruleEffectShape, type RuleChange, type RuleEffect, type RuleRow } from '#domain/contract/rules.ts'
import { RULE_CONFIDENCE_LABELS, RULE_CONFIDENCES, RULE_UNIT_LABELS } from '#domain/law/rule.ts'
import type { Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { JobCard } from '#renderer/features/jobs/job-card.tsx'
import { typedValue, valueOf, type TypedValue } from '#renderer/features/rules/rule-value.ts'
import { CodeSelect } from '#ui/code-choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow, type RowControl } from '#ui/form-row.tsx'
import { formatNumber } from '#ui/format.ts'
import classes from './rules.module.css'

interface Typed {
  value: TypedValue
  effectiveFrom: Day | null
  source: string
  confidence: RuleRow['confidence']
  note: string
  reason: string
}

function ValueField({
  control,
  row,
  typed,
  put,
}: {
  control: RowControl
  row: RuleRow
  typed: TypedValue
  put: (value: TypedValue) => void
}) {
  const suffix = RULE_UNIT_LABELS[row.unit] === '' ? '' : ` ${RULE_UNIT_LABELS[row.unit]}`
  const number = { hideControls: true, allowNegative: false, allowDecimal: false, suffix } as const
  switch (typed.kind) {
    case 'number':
      return (
        <NumberInput
          {...control}
          {...number}
          value={typed.number}
          onChange={(to) => put({ ...typed, number: to })}
        />
      )
    case 'range':
      return (
        <div className={classes.tools}>
          <NumberInput
            {...control}
            {...number}
            placeholder="từ"
            value={typed.min}
            onChange={(min) => put({ ...typed, min })}
          />
          <NumberInput
            {...number}
            aria-label="Đến"
            placeholder="đến"
            value={typed.max}
            onChange={(max) => put({ ...typed, max })}
          />
        </div>
      )
    case 'flag':
      return (
        <Switch
          {...control}
          label={typed.flag ? 'Có' : 'Không'}
          checked={typed.flag}
          onChange={(event) => put({ ...typed, flag: event.currentTarget.checked })}
        />
      )
    case 'text':
      return (
        <Textarea
          {...control}
          autosize
          value={typed.text}
          onChange={(event) => put({ ...typed, text: event.currentTarget.value })}
        />
      )
  }
}

/** What a change would move, in sentences with the first names. */
function Effect({ effect }: { effect: RuleEffect }) {
  if (effect.people === 0) {
    return <span>Không đổi gì cho {formatNumber(effect.looked)} người đang trong danh sách.</span>
  }
  return (
    <div>
      <b>
        {formatNumber(effect.people)} trong {formatNumber(effect.looked)} người thay đổi
      </b>
      {`: ${formatNumber(effect.endsMoved)} ngày hết hạn, ${formatNumber(effect.obligationsMoved)} việc đổi hạn, thêm ${formatNumber(effect.obligationsAdded)} việc, bớt ${formatNumber(effect.obligationsGone)} việc.`}
      <ul>
        {effect.first.map((one, index) => (
          <li key={one.personId ?? index}>
            {one.name ?? `Người thứ ${index + 1}`}: {one.what}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A new version of a rule: first what it would move for the people here now, then it can be entered. */
export function RuleForm({ row, onDone }: { row: RuleRow; onDone: () => void }) {
  const queryClient = useQueryClient()
  const today = dayOf(useHubNow())
  const [id] = useState(() => crypto.randomUUID())
  const [start] = useState<Typed>(() => ({
    value: typedValue(row.value),
    effectiveFrom: row.axis === 'term' ? row.effectiveFrom : today,
    source: row.source,
    confidence: row.confidence,
    note: row.note ?? '',
    reason: '',
  }))
  const [typed, setTyped] = useState(start)
  /** What was looked at, and the work that looks: a change made since asks for another look. */
  const [look, setLook] = useState<{ jobId: string; of: string } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [hasLooked, setHasLooked] = useState<string | null>(null)
  const entering = useSave((input: Parameters<typeof hub.rules.enter>[0], key) =>
    hub.rules.enter(input, { context: { key } }),
  )
  const { errors } = entering
  const put = (change: Partial<Typed>) => setTyped({ ...typed, ...change })
  const value = valueOf(typed.value)

  function changeOf(): RuleChange | null {
    const found = {
      ...(value === null && { value: 'Nhập giá trị.' }),
      ...(typed.effectiveFrom === null && { effectiveFrom: 'Nhập ngày có hiệu lực.' }),
      ...(typed.source.trim() === '' && { source: 'Nhập căn cứ.' }),
    }
    entering.setErrors(found)
    if (value === null || typed.effectiveFrom === null || Object.keys(found).length > 0) return null
    const { axis, regime, id: ruleId } = row
    const { effectiveFrom, source, confidence, note } = typed
    return { ruleId, axis, regime, value, effectiveFrom, source, confidence, note: note === '' ? null : note }
  }
  const stamp = JSON.stringify([typed.value, typed.effectiveFrom])

  async function assess() {
    const change = changeOf()
    if (change === null) return
    setProblem(null)
    try {
      const { jobId } = await hub.rules.assess(change)
      setLook({ jobId, of: stamp })
    } catch (error) {
      setProblem(toHubError(error).message)
    }
  }

  async function save() {
    const change = changeOf()
    if (change === null) return
    if (hasLooked !== stamp) {
      setProblem('Xem trước điều gì thay đổi cho người đang ở đây, rồi mới lưu.')
      return
    }
    if (typed.reason.trim() === '') {
      entering.setErrors({ reason: 'Ghi lý do thay đổi.' })
      return
    }
    if (!(await entering.send({ ...change, id, reason: typed.reason }))) return
    await queryClient.invalidateQueries({ queryKey: api.rules.key() })
    showNotice(`Đã nhập thay đổi quy định ${row.id}. Thời hạn và việc đến hạn được tính lại dần.`)
    onDone()
  }

  return (
    <DenseForm
      label={`Thay đổi quy định ${row.id}`}
      saveLabel="Lưu thay đổi"
      onSave={() => void save()}
      saving={entering.isSaving}
      onLeave={onDone}
      dirty={JSON.stringify(typed) !== JSON.stringify(start)}
      problem={problem ?? entering.problem}
    >
      <FormRow label="Giá trị mới" required error={errors['value']}>
        {(control) => (
          <ValueField control={control} row={row} typed={typed.value} put={(to) => put({ value: to })} />
        )}
      </FormRow>
      <FormRow
        label="Có hiệu lực từ"
        required
        error={errors['effectiveFrom']}
        hint={
          row.axis === 'term'
            ? 'Quy định về thời hạn đi theo luật đã áp dụng cho từng đợt: áp dụng cho mọi đợt theo luật đó.'
            : 'Dòng đang áp dụng hết hiệu lực vào ngày trước đó.'
        }
      >
        {(control) => (
          <DayField
            {...control}
            today={today}
            disabled={row.axis === 'term'}
            value={typed.effectiveFrom}
            onChange={(effectiveFrom) => put({ effectiveFrom })}
          />
        )}
      </FormRow>
      <FormRow
        label="Căn cứ"
        required
        error={errors['source']}
        hint="Điều, văn bản hoặc quyết định của cơ sở."
      >
        {(control) => (
          <TextInput
            {...control}
            value={typed.source}
            onChange={(event) => put({ source: event.currentTarget.value })}
          />
        )}
      </FormRow>
      <FormRow label="Mức chắc chắn" required>
        {(control) => (
          <CodeSelect
            {...control}
            codes={RULE_CONFIDENCES}
            labels={RULE_CONFIDENCE_LABELS}
            value={typed.confidence}
            onChange={(to) => put({ confidence: to })}
          />
        )}
      </FormRow>
      <FormRow label="Ghi chú" error={errors['note']}>
        {(control) => (
          <TextInput
            {...control}
            value={typed.note}
            onChange={(event) => put({ note: event.currentTarget.value })}
          />
        )}
      </FormRow>
      <FormRow label="Lý do thay đổi" required error={errors['reason']}>
        {(control) => (
          <TextInput
            {...control}
            value={typed.reason}
            onChange={(event) => put({ reason: event.currentTarget.value })}
          />
        )}
      </FormRow>
      <div className={classes.effect}>
        <Button variant="default" onClick={() => void assess()}>
          Xem điều gì thay đổi cho người đang ở đây
        </Button>
        {look && look.of === stamp && (
          <JobCard
            key={look.jobId}
            jobId={look.jobId}
            title="Tính thử theo giá trị mới"
            unit="người"
            result={(job) => {
              const effect = ruleEffectShape.safeParse(job.result)
              if (!effect.success) return null
              return <Looked stamp={stamp} onLooked={setHasLooked} effect={effect.data} />
            }}
          />
        )}
      </div>
    </DenseForm>
  )
}

/** Shows the effect and tells the form that it was seen. */
function Looked({
  stamp,
  effect,
  onLooked,
}: {
  stamp: string
  effect: RuleEffect
  onLooked: (stamp: string) => void
}) {
  useEffect(() => onLooked(stamp), [stamp, onLooked])
  return <Effect effect={effect} />
}
