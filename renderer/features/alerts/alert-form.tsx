import { Select } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  ALERT_ACT_LABELS,
  ALERT_CODES,
  ALERT_KINDS,
  isMedicalAlert,
  type AlertCode,
} from '#domain/alerts/alert-codes.ts'
import { defaultReviewOn, judgeAlert } from '#domain/alerts/judge-alert.ts'
import type { Alert } from '#domain/contract/alerts.ts'
import type { Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { DayField } from '#ui/day-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { ParagraphRow } from '#ui/text-row.tsx'
import classes from './alerts.module.css'

/** The kinds to choose from; the gravest stand first in the list itself. */
export const ALERT_CHOICES = ALERT_CODES.map((value) => ({ value, label: ALERT_KINDS[value].label }))

/** Before which acts a kind is read, and who reads what it says. */
export function InterruptsNote({ code }: { code: AlertCode }) {
  const acts = ALERT_KINDS[code].interrupts.map((act) => ALERT_ACT_LABELS[act].toLocaleLowerCase('vi'))
  return (
    <p className={classes.interrupts}>
      Hiện trước khi: {acts.join('; ')}.
      {isMedicalAlert(code) && ' Nội dung chỉ y tế xem được; người khác chỉ thấy “Lưu ý y tế”.'}
    </p>
  )
}

interface Typed {
  code: AlertCode | null
  detail: string
  reason: string
  fromOn: Day | null
  toOn: Day | null
  reviewOn: Day | null
}

export interface AlertFormProps {
  personId: string
  /** The alert to be looked at again; absent when a new one is raised. */
  alert?: Alert
  onDone: () => void
}

/** Raises an alert, or reviews one: what is to be watched, why, until when, when again. */
export function AlertForm({ personId, alert, onDone }: AlertFormProps) {
  const queryClient = useQueryClient()
  const today = dayOf(useHubNow())
  const [id] = useState(() => alert?.id ?? crypto.randomUUID())
  const [start] = useState<Typed>(() => startOf(alert, today))
  const [typed, setTyped] = useState(start)
  const put = (change: Partial<Typed>) => setTyped({ ...typed, ...change })
  const raising = useSave((input: Parameters<typeof hub.alerts.raise>[0], key) =>
    hub.alerts.raise(input, { context: { key } }),
  )
  const reviewing = useSave((input: Parameters<typeof hub.alerts.change>[0], key) =>
    hub.alerts.change(input, { context: { key } }),
  )
  const saving = alert ? reviewing : raising
  const { errors } = saving

  async function save() {
    const found = problemsOf(typed, today)
    const { code, detail, reason, toOn } = typed
    if (code === null || Object.keys(found).length > 0) {
      saving.setErrors(found)
      return
    }
    const fromOn = typed.fromOn ?? today
    const reviewOn = typed.reviewOn ?? defaultReviewOn(code, today, toOn)
    const isSaved = alert
      ? await reviewing.send({ id, version: alert.version, detail, reason, toOn, reviewOn })
      : await raising.send({ id, personId, code, detail, reason, fromOn, toOn, reviewOn })
    await queryClient.invalidateQueries({ queryKey: api.alerts.key() })
    if (!isSaved) return
    showNotice(
      `${alert ? 'Đã xem lại' : 'Đã ghi'} cảnh báo: ${ALERT_KINDS[code].label.toLocaleLowerCase('vi')}.`,
    )
    onDone()
  }

  return (
    <DenseForm
      label={alert ? 'Xem lại cảnh báo' : 'Ghi cảnh báo'}
      saveLabel={alert ? 'Lưu lần xem lại' : 'Ghi cảnh báo'}
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={JSON.stringify(typed) !== JSON.stringify(start)}
      problem={
        saving.clash
          ? `${saving.clash.changedBy} vừa sửa hoặc đóng cảnh báo này. Mở lại để xem.`
          : saving.problem
      }
    >
      <FormRow label="Cảnh báo" required error={errors['code']}>
        {(control) => (
          <Select
            {...control}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by the button above
            autoFocus={!alert}
            openOnFocus={false}
            searchable
            selectFirstOptionOnChange
            disabled={alert !== undefined}
            placeholder="Chọn hoặc gõ"
            data={ALERT_CHOICES}
            value={typed.code}
            allowDeselect={false}
            onChange={(value) => put({ code: ALERT_CODES.find((known) => known === value) ?? typed.code })}
          />
        )}
      </FormRow>
      {typed.code !== null && <InterruptsNote code={typed.code} />}
      <ParagraphRow
        label="Cần lưu ý"
        required={typed.code === 'other'}
        error={errors['detail']}
        hint="Việc người trực phải biết, phải làm."
        maxLength={500}
        value={typed.detail}
        onChange={(detail) => put({ detail })}
      />
      <ParagraphRow
        label="Căn cứ"
        required
        error={errors['reason']}
        maxLength={500}
        placeholder="Biểu hiện, giấy tờ, lời kể của ai"
        value={typed.reason}
        onChange={(reason) => put({ reason })}
      />
      {!alert && (
        <FormRow label="Từ ngày" error={errors['fromOn']}>
          {(control) => (
            <DayField
              {...control}
              today={today}
              value={typed.fromOn}
              onChange={(fromOn) => put({ fromOn })}
            />
          )}
        </FormRow>
      )}
      <FormRow label="Đến hết ngày" error={errors['toOn']} hint="Để trống: đến khi đóng.">
        {(control) => (
          <DayField {...control} today={today} value={typed.toOn} onChange={(toOn) => put({ toOn })} />
        )}
      </FormRow>
      <FormRow
        label="Xem lại ngày"
        error={errors['reviewOn']}
        hint={
          typed.code === null
            ? undefined
            : `Để trống: sau ${ALERT_KINDS[typed.code].reviewDays} ngày, theo loại cảnh báo.`
        }
      >
        {(control) => (
          <DayField
            {...control}
            today={today}
            value={typed.reviewOn}
            onChange={(reviewOn) => put({ reviewOn })}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}

/** A review begins with the day after which the kind is looked at again, as raising does. */
function startOf(alert: Alert | undefined, today: Day): Typed {
  if (!alert) return { code: null, detail: '', reason: '', fromOn: today, toOn: null, reviewOn: null }
  const { face, detail, reason, fromOn, toOn } = alert
  const code = face === 'health' ? null : face
  return { code, detail: detail ?? '', reason: reason ?? '', fromOn, toOn, reviewOn: null }
}

function problemsOf(typed: Typed, today: Day): Record<string, string> {
  const { code, toOn } = typed
  const found: Record<string, string> = {}
  if (code === null) found['code'] = 'Chọn loại cảnh báo.'
  if (typed.reason.trim() === '') found['reason'] = 'Ghi căn cứ: biểu hiện, giấy tờ hoặc lời kể của ai.'
  if (code === null) return found
  const reviewOn = typed.reviewOn ?? defaultReviewOn(code, today, toOn)
  const detail = typed.detail.trim() || null
  const words = { code, detail, fromOn: typed.fromOn ?? today, toOn, reviewOn }
  for (const { field, message } of judgeAlert(words, today)) if (field !== undefined) found[field] ??= message
  return found
}
