import { Select } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { LEDGER_KIND_LABELS, MONEY_WAY_LABELS, type DeskKind, type MoneyWay } from '#domain/deposit/ledger.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { dongText } from '#renderer/features/deposit/dong-text.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { AmountInput } from '#renderer/features/ledger/amount-input.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'

export type MoneyKind = 'in' | 'out'

export interface MoneyFormProps {
  stayId: string
  name: string
  kind: MoneyKind
  balance: number
  onDone: () => void
}

const WORDS: Record<MoneyKind, { label: string; save: string; party: string; note: string }> = {
  in: { label: 'Nhận tiền lưu ký', save: 'Nhận', party: 'Người gửi', note: 'Ghi chú' },
  out: { label: 'Trả tiền lưu ký', save: 'Trả', party: 'Người nhận', note: 'Lý do trả' },
}

/** What the desk chooses between: the way money came, or what it is given out for. */
const CHOICES: Record<
  MoneyKind,
  readonly { value: string; label: string; kind: DeskKind; way?: MoneyWay }[]
> = {
  in: [
    { value: 'visit', label: MONEY_WAY_LABELS.visit, kind: 'deposit', way: 'visit' },
    { value: 'post', label: MONEY_WAY_LABELS.post, kind: 'deposit', way: 'post' },
    { value: 'transfer', label: MONEY_WAY_LABELS.transfer, kind: 'transfer-in', way: 'transfer' },
    { value: 'brought', label: MONEY_WAY_LABELS.brought, kind: 'deposit', way: 'brought' },
    { value: 'labour', label: LEDGER_KIND_LABELS['labour-share'], kind: 'labour-share' },
  ],
  out: [
    { value: 'withdrawal', label: 'Rút tiền mặt', kind: 'withdrawal' },
    { value: 'sent-home', label: LEDGER_KIND_LABELS['sent-home'], kind: 'sent-home' },
    { value: 'post', label: LEDGER_KIND_LABELS.post, kind: 'post' },
  ],
}

/** Takes or gives back money; money paid out needs a reason. */
export function MoneyForm({ stayId, name, kind, balance, onDone }: MoneyFormProps) {
  const queryClient = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  const [amount, setAmount] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const [party, setParty] = useState('')
  const choices = CHOICES[kind]
  const [chosen, setChosen] = useState(choices[0])
  const words = WORDS[kind]
  const saving = useSave((input: Parameters<typeof hub.deposit.record>[0], key) =>
    hub.deposit.record(input, { context: { key } }),
  )
  const { errors } = saving
  const isLabour = chosen?.kind === 'labour-share'
  const after = balance + (kind === 'in' ? 1 : -1) * (isLabour ? 0 : (amount ?? 0))

  async function save() {
    const found = {
      ...(!amount && { amount: 'Ghi số tiền, ví dụ 500.000.' }),
      ...(kind === 'out' && after < 0 && { amount: `Chỉ còn ${dongText(balance)}.` }),
      ...(kind === 'out' && note.trim() === '' && { note: 'Ghi lý do trả tiền.' }),
    }
    saving.setErrors(found)
    if (!amount || !chosen || Object.keys(found).length > 0) return
    const { kind: deskKind, way = null } = chosen
    if (!(await saving.send({ id, stayId, kind: deskKind, amount, way, party, note }))) return
    showNotice(`Đã ${kind === 'in' ? 'nhận của' : 'trả cho'} ${name} ${dongText(amount)}.`)
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
          <AmountInput
            {...control}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by the button above
            autoFocus
            value={amount}
            onChange={setAmount}
          />
        )}
      </FormRow>
      <FormRow
        label={kind === 'in' ? 'Hình thức' : 'Việc'}
        required
        error={errors['kind']}
        hint={
          isLabour
            ? 'DAY-13: 20% kết quả lao động, chỉ trả khi ra (Nghị định 163/2026/NĐ-CP Điều 118.2c)'
            : undefined
        }
      >
        {(control) => (
          <Select
            {...control}
            allowDeselect={false}
            data={choices.map(({ value, label }) => ({ value, label }))}
            value={chosen?.value ?? null}
            onChange={(value) => setChosen(choices.find((choice) => choice.value === value) ?? chosen)}
          />
        )}
      </FormRow>
      <TextRow
        label={words.party}
        error={errors['party']}
        maxLength={160}
        value={party}
        onChange={setParty}
      />
      <TextRow
        label={words.note}
        required={kind === 'out'}
        error={errors['note']}
        maxLength={200}
        value={note}
        onChange={setNote}
      />
    </DenseForm>
  )
}
