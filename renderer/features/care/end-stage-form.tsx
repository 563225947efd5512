import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { STAGE_RESULT_LABELS, type Stage, type StageResult } from '#domain/care/stages.ts'
import type { Day } from '#domain/time/day.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { DayField } from '#ui/day-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { ParagraphRow } from '#ui/text-row.tsx'
import { ResultChoice } from './result-choice.tsx'
import classes from './care.module.css'

export interface EndStageProps {
  record: { id: string; version: number; stage: Stage; startedOn: string; earliestEnd: string | null }
  onDone: () => void
}

/** Ends a stage with its result; before the law's least length it is refused with the article. */
export function EndStageForm({ record, onDone }: EndStageProps) {
  const queryClient = useQueryClient()
  const today = dayOf(useHubNow())
  const [endedOn, setEndedOn] = useState<Day | null>(today)
  const [result, setResult] = useState<StageResult | null>(null)
  const [note, setNote] = useState('')
  const [reason, setReason] = useState('')
  const saving = useSave((input: Parameters<typeof hub.stages.end>[0], key) =>
    hub.stages.end(input, { context: { key } }),
  )

  async function save() {
    if (endedOn === null || result === null) {
      saving.setErrors({
        ...(endedOn === null ? { endedOn: 'Ghi ngày kết thúc.' } : {}),
        ...(result === null ? { result: 'Chọn kết quả: Tốt, Đạt hoặc Không đạt.' } : {}),
      })
      return
    }
    const { id, version } = record
    if (!(await saving.send({ id, version, endedOn, result, note, reason }))) return
    await queryClient.invalidateQueries({ queryKey: api.stages.key() })
    showNotice(
      `Đã kết thúc giai đoạn ${record.stage}: ${STAGE_RESULT_LABELS[result].toLocaleLowerCase('vi')}.`,
    )
    onDone()
  }

  return (
    <DenseForm
      label="Kết thúc giai đoạn"
      saveLabel="Kết thúc giai đoạn"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={note !== '' || reason !== '' || result !== null}
      problem={saving.problem}
    >
      <p className={classes.note}>
        Giai đoạn {record.stage} bắt đầu {formatDay(record.startedOn)}
        {record.earliestEnd !== null && `, kết thúc sớm nhất ${formatDay(record.earliestEnd)}`}.
      </p>
      <FormRow label="Kết thúc ngày" required error={saving.errors['endedOn']}>
        {(control) => <DayField {...control} today={today} value={endedOn} onChange={setEndedOn} />}
      </FormRow>
      <FormRow label="Kết quả" required error={saving.errors['result']}>
        {() => <ResultChoice label="Kết quả" value={result} onChange={setResult} />}
      </FormRow>
      <ParagraphRow label="Nhận xét" maxLength={500} value={note} onChange={setNote} />
      <ParagraphRow
        label="Lý do"
        error={saving.errors['reason']}
        hint="Chỉ khi quá hạn hoặc trước hạn của quy định mềm."
        maxLength={300}
        value={reason}
        minRows={1}
        onChange={setReason}
      />
    </DenseForm>
  )
}
