import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import { MOST_AMOUNT } from '#domain/deposit/ledger.ts'
import type { Visit } from '#domain/contract/visit-shapes.ts'
import { hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { ParagraphRow, TextRow } from '#ui/text-row.tsx'
import { WholeNumber } from '#ui/whole-number.tsx'
import { FindForm } from './find-form.tsx'
import { problemOf, useDone, type ActProps } from './visit-act-done.ts'

/** Acts on a visit that ask for something first. */
export type VisitAct = 'finish' | 'extend' | 'cancel' | 'find'

const TITLES: Record<VisitAct, string> = {
  finish: 'Kết thúc lượt gặp',
  extend: 'Cho gặp thêm',
  cancel: 'Hủy lượt thăm',
  find: 'Phát hiện vật cấm',
}

export interface ChosenAct {
  act: VisitAct
  visit: Visit
}

/** The dialog of an act on a visit. */
export function VisitActDialog({ chosen, onClose }: { chosen: ChosenAct | null; onClose: () => void }) {
  return (
    <Dialog
      opened={chosen !== null}
      onClose={onClose}
      title={chosen ? `${TITLES[chosen.act]}: ${chosen.visit.name}` : ''}
      size={560}
    >
      {chosen?.act === 'finish' && <FinishForm visit={chosen.visit} onDone={onClose} />}
      {chosen?.act === 'extend' && <ExtendForm visit={chosen.visit} onDone={onClose} />}
      {chosen?.act === 'cancel' && <CancelForm visit={chosen.visit} onDone={onClose} />}
      {chosen?.act === 'find' && <FindForm visit={chosen.visit} onDone={onClose} />}
    </Dialog>
  )
}

function FinishForm({ visit, onDone }: ActProps) {
  const desk = useDesk()
  const done = useDone(onDone)
  const mayTakeMoney = desk?.permissions.includes('deposit.edit') ?? false
  const [moneyId] = useState(() => crypto.randomUUID())
  const [outcome, setOutcome] = useState('')
  const [amount, setAmount] = useState<number | null>(null)
  const [from, setFrom] = useState(visit.guests[0]?.name ?? '')
  const saving = useSave((input: Parameters<typeof hub.visits.step>[0], key) =>
    hub.visits.step(input, { context: { key } }),
  )
  async function save() {
    const money = amount ? { id: moneyId, amount, from } : null
    const { id, version } = visit
    if (await saving.send({ id, version, step: 'finish', outcome, money })) {
      await done(`Đã kết thúc lượt gặp của ${visit.name}.`)
    }
  }
  return (
    <DenseForm
      label={TITLES.finish}
      saveLabel="Kết thúc lượt gặp"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={outcome !== '' || amount !== null}
      problem={problemOf(saving)}
    >
      <ParagraphRow
        label="Kết quả"
        hint="Để trống nếu không có gì cần ghi."
        isFirst
        minRows={2}
        maxLength={500}
        value={outcome}
        onChange={setOutcome}
      />
      {mayTakeMoney && (
        <>
          <FormRow
            label="Tiền gửi lưu ký"
            error={saving.errors['money.amount'] ?? saving.errors['amount']}
            hint="Chỉ nhận tiền Việt Nam; phiếu thu được lập ngay trong sổ lưu ký."
          >
            {(control) => (
              <NumberInput
                {...control}
                w={200}
                hideControls
                allowDecimal={false}
                allowNegative={false}
                thousandSeparator="."
                decimalSeparator=","
                suffix=" đ"
                max={MOST_AMOUNT}
                value={amount ?? ''}
                onChange={(value) => setAmount(value === '' ? null : Number(value))}
              />
            )}
          </FormRow>
          {amount !== null && amount > 0 && (
            <TextRow
              label="Người gửi tiền"
              required
              error={saving.errors['money.from']}
              maxLength={120}
              value={from}
              onChange={setFrom}
            />
          )}
        </>
      )}
    </DenseForm>
  )
}

function ExtendForm({ visit, onDone }: ActProps) {
  const done = useDone(onDone)
  const [minutes, setMinutes] = useState<number | null>(15)
  const [reason, setReason] = useState('')
  const saving = useSave((input: Parameters<typeof hub.visits.extend>[0], key) =>
    hub.visits.extend(input, { context: { key } }),
  )
  async function save() {
    const { id, version } = visit
    if (await saving.send({ id, version, minutes: minutes ?? 0, reason })) {
      await done(`Đã cho ${visit.name} gặp thêm ${minutes ?? 0} phút.`)
    }
  }
  return (
    <DenseForm
      label={TITLES.extend}
      saveLabel={`Cho thêm ${minutes ?? 0} phút`}
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={reason !== ''}
      problem={problemOf(saving)}
    >
      <FormRow
        label="Số phút thêm"
        required
        error={saving.errors['minutes'] ?? saving.errors['extra']}
        hint="Người cho thêm giờ phải khác người cho bắt đầu lượt gặp."
      >
        {(control) => <WholeNumber {...control} isFirst value={minutes} onChange={setMinutes} />}
      </FormRow>
      <TextRow
        label="Lý do"
        required
        error={saving.errors['reason']}
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
    </DenseForm>
  )
}

function CancelForm({ visit, onDone }: ActProps) {
  const done = useDone(onDone)
  const [outcome, setOutcome] = useState('')
  const saving = useSave((input: Parameters<typeof hub.visits.step>[0], key) =>
    hub.visits.step(input, { context: { key } }),
  )
  async function save() {
    const { id, version } = visit
    if (await saving.send({ id, version, step: 'cancel', outcome })) {
      await done(`Đã hủy lượt thăm của ${visit.name}; tuần này còn lượt.`)
    }
  }
  return (
    <DenseForm
      label={TITLES.cancel}
      saveLabel="Hủy lượt thăm"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={outcome !== ''}
      problem={problemOf(saving)}
    >
      <TextRow
        label="Lý do hủy"
        required
        error={saving.errors['outcome']}
        isFirst
        maxLength={500}
        value={outcome}
        onChange={setOutcome}
      />
    </DenseForm>
  )
}
