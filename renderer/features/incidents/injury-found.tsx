import { Button, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { IncidentInjury } from '#domain/contract/incident-shapes.ts'
import {
  INJURY_SEVERITIES,
  INJURY_SEVERITY_LABELS,
  type InjurySeverity,
} from '#domain/incidents/incident-codes.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { hub } from '#renderer/api/client.ts'
import type { Tone } from '#ui/colors.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { useIncidentAct } from './use-incident.ts'
import classes from './incidents.module.css'

const TONES: Record<InjurySeverity, Tone> = { light: 'ok', moderate: 'soon', severe: 'late', fatal: 'late' }

/** What the medical staff found, as far as the reader may see it. */
export function InjuryFound({ injury }: { injury: IncidentInjury }) {
  if (!injury.isExamined) return <ToneChip tone="soon" text="chờ y tế khám" />
  if (injury.isMasked || injury.severity === null) {
    return <p className={classes.note}>Y tế đã khám; chi tiết chỉ bộ phận y tế xem được.</p>
  }
  return (
    <>
      <ToneChip tone={TONES[injury.severity]} text={INJURY_SEVERITY_LABELS[injury.severity]} />
      <p className={classes.text}>{injury.detail}</p>
      {injury.treatment !== null && <p className={classes.text}>Xử trí: {injury.treatment}</p>}
      <p className={classes.note}>
        {injury.examinedBy} khám
        {injury.examinedAt !== null && ` ${formatInstant(injury.examinedAt)}`}
      </p>
    </>
  )
}

/** Writes down what was found; for the medical staff. */
export function ExamineAct({ injury, name }: { injury: IncidentInjury; name: string }) {
  const [isOpen, setIsOpen] = useState(false)
  const act = injury.isExamined ? 'Sửa kết quả khám' : 'Ghi kết quả khám'
  return (
    <>
      <Button
        size="compact-sm"
        variant={injury.isExamined ? 'default' : 'filled'}
        aria-label={`${act}: ${name}`}
        onClick={() => setIsOpen(true)}
      >
        {act}
      </Button>
      <Dialog opened={isOpen} onClose={() => setIsOpen(false)} title={`${act}: ${name}`} size={640}>
        {isOpen && <ExamineForm injury={injury} onDone={() => setIsOpen(false)} />}
      </Dialog>
    </>
  )
}

function ExamineForm({ injury, onDone }: { injury: IncidentInjury; onDone: () => void }) {
  const [severity, setSeverity] = useState<InjurySeverity | null>(injury.severity)
  const [detail, setDetail] = useState(injury.detail ?? '')
  const [treatment, setTreatment] = useState(injury.treatment ?? '')
  const { run, saving } = useIncidentAct(
    (input: Parameters<typeof hub.incidents.examine>[0], key) =>
      hub.incidents.examine(input, { context: { key } }),
    'Đã ghi kết quả khám.',
    onDone,
  )
  const { errors, clash } = saving
  function save() {
    const missing = {
      ...(severity === null && { severity: 'Chọn mức độ thương tích.' }),
      ...(detail.trim() === '' && { detail: 'Ghi tình trạng thương tích.' }),
    }
    saving.setErrors(missing)
    if (severity === null || Object.keys(missing).length > 0) return
    void run({ id: injury.id, version: injury.version, severity, detail, treatment })
  }
  return (
    <DenseForm
      label="Kết quả khám"
      saveLabel="Ghi kết quả khám"
      onSave={save}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={detail !== (injury.detail ?? '') || treatment !== (injury.treatment ?? '')}
      problem={saving.problem ?? (clash && `${clash.changedBy} vừa ghi kết quả khám. Đóng, xem lại rồi sửa.`)}
    >
      <FormRow label="Mức độ" required error={errors['severity']}>
        {(control) => (
          <Select
            {...control}
            data-autofocus
            placeholder="Chọn"
            maw={220}
            data={INJURY_SEVERITIES.map((value) => ({ value, label: INJURY_SEVERITY_LABELS[value] }))}
            value={severity}
            onChange={(value) => setSeverity(INJURY_SEVERITIES.find((one) => one === value) ?? null)}
          />
        )}
      </FormRow>
      <FormRow label="Tình trạng" required error={errors['detail']}>
        {(control) => (
          <Textarea
            {...control}
            autosize
            minRows={3}
            maxLength={4000}
            value={detail}
            onChange={(event) => setDetail(event.currentTarget.value)}
          />
        )}
      </FormRow>
      <FormRow label="Xử trí" error={errors['treatment']}>
        {(control) => (
          <Textarea
            {...control}
            autosize
            minRows={2}
            maxLength={1000}
            value={treatment}
            onChange={(event) => setTreatment(event.currentTarget.value)}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}
