import { NumberInput, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { MOST_AMOUNT } from '#domain/deposit/ledger.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { dongText } from '#renderer/features/deposit/dong-text.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'

export type MoneyKind = 'deposit' | 'withdrawal'

export interface MoneyFormProps {
  stayId: string
  name: string
  kind: MoneyKind
  balance: number
  onDone: () => void
}

const WORDS: Record<MoneyKind, { label: string; save: string; note: string }> = {
  deposit: { label: 'Nhận tiền lưu ký', save: 'Nhận', note: 'Người gửi, ghi chú' },
  withdrawal: { label: 'Trả tiền lưu ký', save: 'Trả', note: 'Lý do trả, người nhận' },
}

/** Takes or gives back money; money paid out needs a reason. */
export function MoneyForm({ stayId, name, kind, balance, onDone }: MoneyFormProps) {
  const queryClient = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  const [amount, setAmount] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const words = WORDS[kind]
  const saving = useSave((input: Parameters<typeof hub.deposit.record>[0], key) =>
    hub.deposit.record(input, { context: { key } }),
  )
  const { errors } = saving
  const after = balance + (kind === 'deposit' ? 1 : -1) * (amount ?? 0)

  async function save() {
    const found = {
      ...(!amount && { amount: 'Ghi số tiền, ví dụ 500.000.' }),
      ...(kind === 'withdrawal' && after < 0 && { amount: `Chỉ còn ${dongText(balance)}.` }),
      ...(kind === 'withdrawal' && note.trim() === '' && { note: 'Ghi lý do trả tiền và ai nhận.' }),
    }
    saving.setErrors(found)
    if (!amount || Object.keys(found).length > 0) return
    if (!(await saving.send({ id, stayId, kind, amount, note }))) return
    showNotice(`Đã ${kind === 'deposit' ? 'nhận của' : 'trả cho'} ${name} ${dongText(amount)}.`)
    await queryClient.invalidateQueries({ queryKey: api.deposit.key() })
    onDone()
  }

  return (
    <DenseForm
      label={words.label}
      saveLabel={amount ? `${words.save} ${dongText(amount)}` : words.label}
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={amount !== null || note !== ''}
      problem={saving.problem}
    >
      <FormRow
        label="Số tiền"
        required
        error={errors['amount']}
        hint={amount ? `Sau việc này còn giữ ${dongText(Math.max(0, after))}.` : undefined}
      >
        {(control) => (
          <NumberInput
            {...control}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by the button above
            autoFocus
            w={200}
            allowDecimal={false}
            allowNegative={false}
            thousandSeparator="."
            decimalSeparator=","
            suffix=" đ"
            max={MOST_AMOUNT}
            hideControls
            inputMode="numeric"
            value={amount ?? ''}
            onChange={(value) => setAmount(value === '' ? null : Number(value))}
          />
        )}
      </FormRow>
      <FormRow label={words.note} required={kind === 'withdrawal'} error={errors['note']}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}
