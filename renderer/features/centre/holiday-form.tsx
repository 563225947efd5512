import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { HolidayLine } from '#domain/contract/centre.ts'
import type { Day } from '#domain/time/day.ts'
import { api, hub } from '#renderer/api/client.ts'
import { fieldErrors, toHubError } from '#renderer/api/hub-error.ts'
import { HOLIDAY_KIND_LABELS, HOLIDAY_KINDS, type HolidayKind } from '#domain/time/holidays.ts'
import { CodeSelect } from '#ui/code-choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'

export interface HolidayFormProps {
  /** The day being changed; null for a new one. */
  line: HolidayLine | null
  today: Day
  /** @param day the day saved, or null when nothing was */
  onDone: (day: Day | null) => void
}

/** One day of the calendar: holiday, day off, or a day off that is worked. */
export function HolidayForm({ line, today, onDone }: HolidayFormProps) {
  const queryClient = useQueryClient()
  const [day, setDay] = useState<Day | null>(line?.day ?? null)
  const [kind, setKind] = useState<HolidayKind>(line?.kind ?? 'holiday')
  const [name, setName] = useState(line?.name ?? '')
  const [source, setSource] = useState(line?.source ?? '')
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [isSaving, setIsSaving] = useState(false)

  async function save() {
    const found = {
      ...(day === null && { day: 'Ghi ngày.' }),
      ...(name.trim() === '' && { name: 'Ghi tên ngày, ví dụ Tết Nguyên đán.' }),
      ...(source.trim() === '' && { source: 'Ghi văn bản làm căn cứ.' }),
    }
    setProblems(found)
    if (day === null || Object.keys(found).length > 0) return
    setIsSaving(true)
    setProblem(null)
    try {
      await hub.centre.setHoliday({ day, kind, name, source, version: line?.version ?? null })
      await queryClient.invalidateQueries({ queryKey: api.centre.key() })
      onDone(day)
    } catch (error) {
      const refused = toHubError(error)
      setProblems(fieldErrors(refused))
      setProblem(
        refused.code === 'conflict'
          ? line === null
            ? 'Ngày này đã có trong lịch. Tìm dòng đó và sửa.'
            : `${refused.details.changedBy ?? 'Người khác'} vừa sửa ngày này. Đóng biểu này, xem lại rồi sửa.`
          : refused.message,
      )
    } finally {
      setIsSaving(false)
    }
  }

  return (
    <DenseForm
      label="Một ngày trong lịch"
      saveLabel={line === null ? 'Thêm ngày' : 'Lưu ngày'}
      onSave={() => void save()}
      saving={isSaving}
      onLeave={() => onDone(null)}
      problem={problem}
    >
      <FormRow label="Ngày" required error={problems['day']}>
        {(control) => (
          <DayField {...control} today={today} value={day} onChange={setDay} disabled={line !== null} />
        )}
      </FormRow>
      <FormRow label="Loại" required>
        {(control) => (
          <CodeSelect
            {...control}
            codes={HOLIDAY_KINDS}
            labels={HOLIDAY_KIND_LABELS}
            value={kind}
            onChange={setKind}
            w={220}
          />
        )}
      </FormRow>
      <TextRow
        label="Tên ngày"
        required
        error={problems['name']}
        value={name}
        maxLength={120}
        onChange={setName}
      />
      <TextRow
        label="Căn cứ"
        required
        error={problems['source']}
        value={source}
        maxLength={200}
        placeholder="Thông báo số …/TB-BNV ngày …"
        onChange={setSource}
      />
    </DenseForm>
  )
}
