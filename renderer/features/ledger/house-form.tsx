import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  HOUSE_KINDS,
  LEDGER_ACCOUNT_LABELS,
  LEDGER_KIND_LABELS,
  sidesOf,
  type HouseKind,
} from '#domain/deposit/ledger.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { dongText } from '#renderer/features/deposit/dong-text.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { AmountInput } from '#renderer/features/ledger/amount-input.tsx'
import { CodeSelect } from '#ui/code-choice.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'

/** Pays the canteen or the post, brings money to the bank or back: between accounts of the house. */
export function HouseForm({ onDone }: { onDone: () => void }) {
  const queryClient = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  const [kind, setKind] = useState<HouseKind>('canteen-paid')
  const [amount, setAmount] = useState<number | null>(null)
  const [party, setParty] = useState('')
  const [note, setNote] = useState('')
  const saving = useSave((input: Parameters<typeof hub.ledger.recordHouse>[0], key) =>
    hub.ledger.recordHouse(input, { context: { key } }),
  )
  const { errors } = saving
  const { debit, credit } = sidesOf(kind)

  async function save() {
    const found = {
      ...(!amount && { amount: 'Ghi số tiền.' }),
      ...(note.trim() === '' && { note: 'Ghi nội dung, ví dụ tiền hàng tháng 11/2026.' }),
    }
    saving.setErrors(found)
    if (!amount || Object.keys(found).length > 0) return
    if (!(await saving.send({ id, kind, amount, party, note }))) return
    showNotice(`${LEDGER_KIND_LABELS[kind]}: ${dongText(amount)}.`)
    await queryClient.invalidateQueries({ queryKey: api.ledger.key() })
    onDone()
  }

  return (
    <DenseForm
      label="Chuyển giữa các quỹ của cơ sở"
      saveLabel={`${LEDGER_KIND_LABELS[kind]}${amount ? ` ${dongText(amount)}` : ''}`}
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={amount !== null || note !== ''}
      problem={saving.problem}
    >
      <FormRow
        label="Việc"
        required
        hint={`Nợ: ${LEDGER_ACCOUNT_LABELS[debit]} · Có: ${LEDGER_ACCOUNT_LABELS[credit]}`}
      >
        {(control) => (
          <CodeSelect
            {...control}
            codes={HOUSE_KINDS}
            labels={LEDGER_KIND_LABELS}
            value={kind}
            onChange={setKind}
          />
        )}
      </FormRow>
      <FormRow label="Số tiền" required error={errors['amount']}>
        {(control) => <AmountInput {...control} value={amount} onChange={setAmount} />}
      </FormRow>
      <TextRow
        label="Người giao, người nhận"
        error={errors['party']}
        maxLength={160}
        value={party}
        onChange={setParty}
      />
      <TextRow
        label="Nội dung"
        required
        error={errors['note']}
        maxLength={200}
        value={note}
        onChange={setNote}
      />
    </DenseForm>
  )
}
