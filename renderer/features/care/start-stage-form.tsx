import { Radio, Select, Group } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { STAGE_LABELS, STAGES, type Stage, type StageResult } from '#domain/care/stages.ts'
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
import { ParagraphRow, TextRow } from '#ui/text-row.tsx'
import { ResultChoice } from './result-choice.tsx'

const STAGE_CHOICES = STAGES.map((stage) => ({
  value: String(stage),
  label: `${stage}. ${STAGE_LABELS[stage]}`,
}))

interface StartTyped {
  stage: Stage
  startedOn: Day | null
  responsible: string
  note: string
  reason: string
  isElsewhere: boolean
  endedOn: Day | null
  result: StageResult | null
}

export interface StartStageProps {
  stayId: string
  /** The stage offered first. */
  stage: Stage
  onDone: () => void
}

/** Begins a stage, or writes down one done at another centre. What the law forbids is said with its article. */
export function StartStageForm({ stayId, stage, onDone }: StartStageProps) {
  const queryClient = useQueryClient()
  const today = dayOf(useHubNow())
  const [id] = useState(() => crypto.randomUUID())
  const [start] = useState<StartTyped>(() => ({
    stage,
    startedOn: today,
    responsible: '',
    note: '',
    reason: '',
    isElsewhere: false,
    endedOn: null,
    result: null,
  }))
  const [typed, setTyped] = useState(start)
  const put = (change: Partial<StartTyped>) => setTyped({ ...typed, ...change })
  const saving = useSave((input: Parameters<typeof hub.stages.start>[0], key) =>
    hub.stages.start(input, { context: { key } }),
  )

  async function save() {
    const { startedOn, endedOn, result, isElsewhere, responsible, note, reason } = typed
    if (startedOn === null) {
      saving.setErrors({ startedOn: 'Ghi ngày bắt đầu.' })
      return
    }
    if (isElsewhere && (endedOn === null || result === null)) {
      saving.setErrors({ endedOn: 'Ghi ngày kết thúc và kết quả ở nơi đã thực hiện.' })
      return
    }
    const elsewhere = isElsewhere && endedOn !== null && result !== null ? { endedOn, result } : null
    const isSaved = await saving.send({
      id,
      stayId,
      stage: typed.stage,
      startedOn,
      responsible,
      note,
      reason,
      elsewhere,
    })
    if (!isSaved) return
    await queryClient.invalidateQueries({ queryKey: api.stages.key() })
    showNotice(`Đã ghi giai đoạn ${typed.stage} từ ${formatDay(startedOn)}.`)
    onDone()
  }

  return (
    <DenseForm
      label="Bắt đầu giai đoạn"
      saveLabel={typed.isElsewhere ? 'Ghi giai đoạn đã qua' : 'Bắt đầu giai đoạn'}
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={JSON.stringify(typed) !== JSON.stringify(start)}
      problem={saving.problem}
    >
      <FormRow label="Giai đoạn" required error={saving.errors['stage']}>
        {(control) => (
          <Select
            {...control}
            data={STAGE_CHOICES}
            value={String(typed.stage)}
            allowDeselect={false}
            onChange={(value) => put({ stage: STAGES.find((one) => String(one) === value) ?? typed.stage })}
          />
        )}
      </FormRow>
      <FormRow label="Bắt đầu ngày" required error={saving.errors['startedOn']}>
        {(control) => (
          <DayField
            {...control}
            today={today}
            value={typed.startedOn}
            onChange={(startedOn) => put({ startedOn })}
          />
        )}
      </FormRow>
      <FormRow label="Nơi thực hiện">
        {() => (
          <Radio.Group
            aria-label="Nơi thực hiện"
            value={typed.isElsewhere ? 'elsewhere' : 'here'}
            onChange={(value) => put({ isElsewhere: value === 'elsewhere' })}
          >
            <Group gap="md">
              <Radio value="here" label="Tại cơ sở này" />
              <Radio value="elsewhere" label="Đã qua ở cơ sở khác" />
            </Group>
          </Radio.Group>
        )}
      </FormRow>
      {typed.isElsewhere && (
        <>
          <FormRow
            label="Kết thúc ngày"
            required
            error={saving.errors['endedOn'] ?? saving.errors['elsewhere.endedOn']}
          >
            {(control) => (
              <DayField
                {...control}
                today={today}
                value={typed.endedOn}
                onChange={(endedOn) => put({ endedOn })}
              />
            )}
          </FormRow>
          <FormRow label="Kết quả" required>
            {() => (
              <ResultChoice label="Kết quả" value={typed.result} onChange={(result) => put({ result })} />
            )}
          </FormRow>
        </>
      )}
      <TextRow
        label="Người phụ trách"
        maxLength={120}
        value={typed.responsible}
        onChange={(responsible) => put({ responsible })}
      />
      <ParagraphRow
        label="Lý do"
        required={typed.isElsewhere}
        error={saving.errors['reason']}
        hint={
          typed.isElsewhere
            ? 'Cơ sở nào, giấy tờ nào.'
            : 'Chỉ khi chương trình hỏi: việc trái một quy định mềm.'
        }
        maxLength={300}
        value={typed.reason}
        minRows={1}
        onChange={(reason) => put({ reason })}
      />
    </DenseForm>
  )
}
