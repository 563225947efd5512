import { Button, Group, NumberInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { HospitalStep, Outing } from '#domain/contract/goings-out-shapes.ts'
import { CARE_PAYER_LABELS, CARE_PAYERS } from '#domain/goings-out/outing-kinds.ts'
import { formatInstant, type Instant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { OptionalCodeSelect } from '#ui/code-choice.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { formatNumber } from '#ui/format.ts'
import { FormRow } from '#ui/form-row.tsx'
import { ParagraphRow, TextRow } from '#ui/text-row.tsx'
import classes from './goings-out.module.css'

/** What of a stay in hospital only the medical role reads, in one line. */
function careText(step: HospitalStep): string {
  if (step.isMasked) return 'Điều trị, chi phí: hỏi y tế'
  const cost = step.cost === null ? null : `${formatNumber(step.cost)} đồng`
  const payer = step.payer === null ? null : CARE_PAYER_LABELS[step.payer]
  const parts = [step.ward, step.why, step.diagnosis, step.treatment, cost, payer]
  return parts.filter((part) => part !== null).join(' · ') || 'chưa ghi điều trị'
}

/** The hospitals somebody lay in, one after the other, with moving on and writing down care. */
export function HospitalSteps({ outing, steps }: { outing: Outing; steps: readonly HospitalStep[] }) {
  const desk = useDesk()
  const [doing, setDoing] = useState<HospitalStep | 'move' | null>(null)
  const may = (permission: NonNullable<typeof desk>['permissions'][number]) =>
    desk?.permissions.includes(permission) ?? false
  const stop = () => setDoing(null)
  return (
    <section aria-label="Các bệnh viện">
      <ul className={classes.lines}>
        {steps.map((step) => (
          <li key={step.id} className={classes.line}>
            <span>
              <b>{step.facility}</b> từ {formatInstant(step.fromAt)}
              <br />
              <span className={classes.dim}>{careText(step)}</span>
            </span>
            {may('medical.edit') && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`Ghi điều trị: ${step.facility}`}
                onClick={() => setDoing(step)}
              >
                Ghi điều trị
              </Button>
            )}
          </li>
        ))}
      </ul>
      {outing.state === 'out' && may('custody.record') && doing === null && (
        <Group mt="xs">
          <Button size="compact-sm" variant="default" onClick={() => setDoing('move')}>
            Chuyển bệnh viện
          </Button>
        </Group>
      )}
      {doing === 'move' && <MoveForm outing={outing} onDone={stop} />}
      {doing !== null && doing !== 'move' && <CareForm key={doing.id} step={doing} onDone={stop} />}
    </section>
  )
}

function MoveForm({ outing, onDone }: { outing: Outing; onDone: () => void }) {
  const queryClient = useQueryClient()
  const now = useHubNow()
  const [id] = useState(() => crypto.randomUUID())
  const [facility, setFacility] = useState('')
  const [at, setAt] = useState<Instant | null>(now)
  const saving = useSave((input: Parameters<typeof hub.goingsOut.moveHospital>[0], key) =>
    hub.goingsOut.moveHospital(input, { context: { key } }),
  )
  async function save() {
    if (!(await saving.send({ id, outingId: outing.id, facility, at: at === now ? null : at }))) return
    await queryClient.invalidateQueries({ queryKey: api.goingsOut.key() })
    onDone()
  }
  return (
    <DenseForm
      label="Chuyển bệnh viện"
      saveLabel="Ghi chuyển bệnh viện"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      problem={saving.problem}
    >
      <TextRow
        label="Bệnh viện"
        required
        error={saving.errors['facility']}
        isFirst
        maxLength={200}
        value={facility}
        onChange={setFacility}
      />
      <FormRow label="Từ lúc" error={saving.errors['at']}>
        {(control) => <MomentField {...control} label="Từ lúc" now={now} value={at} onChange={setAt} />}
      </FormRow>
    </DenseForm>
  )
}

function CareForm({ step, onDone }: { step: HospitalStep; onDone: () => void }) {
  const queryClient = useQueryClient()
  const [start] = useState(() => ({
    ward: step.ward ?? '',
    why: step.why ?? '',
    diagnosis: step.diagnosis ?? '',
    treatment: step.treatment ?? '',
    cost: step.cost,
    payer: step.payer,
  }))
  const [typed, setTyped] = useState(start)
  const put = (change: Partial<typeof start>) => setTyped({ ...typed, ...change })
  const saving = useSave((input: Parameters<typeof hub.goingsOut.noteCare>[0], key) =>
    hub.goingsOut.noteCare(input, { context: { key } }),
  )
  async function save() {
    if (!(await saving.send({ id: step.id, version: step.version, ...typed }))) return
    await queryClient.invalidateQueries({ queryKey: api.goingsOut.key() })
    onDone()
  }
  const words = (name: 'ward' | 'why' | 'diagnosis' | 'treatment', label: string) => (
    <ParagraphRow
      label={label}
      error={saving.errors[name]}
      minRows={1}
      maxLength={1000}
      value={typed[name]}
      onChange={(text) => put({ [name]: text })}
    />
  )
  return (
    <DenseForm
      label={`Điều trị tại ${step.facility}`}
      saveLabel="Lưu điều trị"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={JSON.stringify(typed) !== JSON.stringify(start)}
      problem={saving.clash ? 'Người khác vừa ghi điều trị. Đóng và mở lại để xem.' : saving.problem}
    >
      {words('ward', 'Khoa')}
      {words('why', 'Lý do chuyển đến')}
      {words('diagnosis', 'Chẩn đoán')}
      {words('treatment', 'Điều trị, thuốc')}
      <FormRow label="Chi phí (đồng)" error={saving.errors['cost']}>
        {(control) => (
          <NumberInput
            {...control}
            hideControls
            allowDecimal={false}
            thousandSeparator="."
            decimalSeparator=","
            min={0}
            maw={200}
            value={typed.cost ?? ''}
            onChange={(value) => put({ cost: typeof value === 'number' ? value : null })}
          />
        )}
      </FormRow>
      <FormRow label="Ai trả (DAY-09)" error={saving.errors['payer']}>
        {(control) => (
          <OptionalCodeSelect
            {...control}
            codes={CARE_PAYERS}
            labels={CARE_PAYER_LABELS}
            value={typed.payer}
            placeholder="Chưa rõ"
            maw={260}
            onChange={(value) => put({ payer: value })}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}
